"""`qualcode condense`: what was collected, what was coded of it, and what was left out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, CsvOption, Folder, LanguageOption, OutOption

if TYPE_CHECKING:
    from qualcode.condense.contract import Material
    from qualcode.workflow.opening import OpenStudy


def command(
    folder: Folder,
    what: Annotated[
        str | None, typer.Argument(help="Which condensation; none shows the accounting log and coverage.")
    ] = None,
    all_names: Annotated[bool, typer.Option("--list", help="List all with what each is for.")] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    most: Annotated[int, typer.Option("--most", min=0, help="How many lines a list shows at most; 0 for all.")] = 40,
    write: Annotated[
        bool, typer.Option("--write", help="Write sheets to fill in (Word, Markdown) into the folder summaries.")
    ] = False,
    figure: Annotated[Path | None, typer.Option("--figure", help="Draw a curve into this file: .svg or .png.")] = None,
    csv: CsvOption = False,
) -> None:
    """Shows the data accounting log and the coverage of the codings, or another condensation by name."""
    from qualcode.workflow.condensing import FIRST, build_condensation, gather, list_condensations

    if all_names:
        for name, purpose in list_condensations(lang.value if lang else "en"):
            typer.echo(f"{name}: {purpose}")
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
    from qualcode.workflow.condensing import write_figure

    if what is None:
        raise typer.BadParameter("name what to draw, such as saturation", param_hint="WHAT")
    write_file(figure, write_figure(material, what, figure))
    shared.record_others(opened, material.study, [figure])
    typer.echo(f"made {figure}")


def _write(opened: "OpenStudy", material: "Material", what: str | None) -> None:
    from qualcode.messages import translator
    from qualcode.workflow.reporting import build_notices
    from qualcode.workflow.summarising import write_sheets

    if what is None:
        raise typer.BadParameter("name the sheets to write, such as contact-summary", param_hint="WHAT")
    done = write_sheets(opened, material, what, build_notices(material.study, translator(opened.language)))
    shared.record_others(opened, material.study, done.written)
    for path in done.written:
        typer.echo(f"written {path}")
    for path in done.kept:
        typer.echo(f"kept as it is {path}")
