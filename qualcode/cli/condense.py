"""`qualcode condense`: what was collected, what was coded of it, and what was left out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    CsvOption,
    LanguageOption,
    MostOption,
    OptionalFolder,
    OutOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.condense.contract import Material
    from qualcode.workflow.opening import OpenStudy


HELP = mark("Shows the data accounting log and the coverage of the codings, or another condensation by name.")


def command(
    folder: OptionalFolder = None,
    what: Annotated[
        str | None, typer.Argument(help=mark("Which condensation; none shows the accounting log and coverage."))
    ] = None,
    all_names: Annotated[bool, typer.Option("--list", help=mark("List all with what each is for."))] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    most: MostOption = 40,
    write: Annotated[
        bool, typer.Option("--write", help=mark("Write sheets to fill in (Word, Markdown) into the folder summaries."))
    ] = False,
    figure: Annotated[
        Path | None, typer.Option("--figure", help=mark("Draw a curve into this file: .svg or .png."))
    ] = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.condensing import FIRST, build_condensation, gather

    if folder is None or all_names:
        shared.print_purposes("condense")
        return
    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    material = gather(opened, study, opened.language, most)
    if figure:
        _draw(opened, material, what, figure)
        return
    if write:
        _write(opened, material, what)
        return
    matrices = tuple(matrix for name in ([what] if what else FIRST) for matrix in build_condensation(material, name))
    shared.print_matrices(opened, study, matrices, csv=csv)


def _draw(opened: "OpenStudy", material: "Material", what: str | None, figure: Path) -> None:
    from qualcode.store.files import write_file
    from qualcode.workflow.figures import draw_figure

    if what is None:
        raise typer.BadParameter(mark("name what to draw, such as saturation"), param_hint="WHAT")
    write_file(figure, draw_figure(material, what, figure))
    shared.record_others(opened, material.study, [figure])
    say(mark("made {figure}", figure=figure))


def _write(opened: "OpenStudy", material: "Material", what: str | None) -> None:
    from qualcode.workflow.notices import build_notices
    from qualcode.workflow.summarising import write_sheets

    if what is None:
        raise typer.BadParameter(mark("name the sheets to write, such as contact-summary"), param_hint="WHAT")
    done = write_sheets(opened, material, what, build_notices(material.study, opened.language))
    shared.record_once(opened, material.study, done)
