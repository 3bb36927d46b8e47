"""`qualcode agree`: how far the machine agrees with people, code by code."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, CsvOption, Folder, LanguageOption, OutOption, WishesOption
from qualcode.cli.speech import say
from qualcode.messages import mark


class Passages(StrEnum):
    """Which passages to list."""

    hits = "hits"
    misses = "misses"
    extra = "extra"
    polarity = "polarity"


HELP = mark(
    "Counts, precision, recall, F1 and Krippendorff's alpha, with hits and misses to read. Writes nothing unless "
    "--report is given."
)


def command(
    folder: Folder,
    people: Annotated[
        Path | None,
        typer.Option(
            "--with", metavar="FILE", help=mark("People's codings in a CSV file; else what they coded blind here.")
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="FIELD", help=mark("Also by transcript, language or an attribute of cases."))
    ] = "",
    code: Annotated[
        list[str] | None, typer.Option("--code", metavar="ID", help=mark("This code only; may be given again."))
    ] = None,
    measure: Annotated[
        list[str] | None, typer.Option("--measure", metavar="NAME", help=mark("One measure more: kappa or ac1."))
    ] = None,
    coders: Annotated[
        str, typer.Option("--coders", metavar="A,B", help=mark("Two coders: the first held against the second."))
    ] = "",
    show: Annotated[
        Passages | None, typer.Option("--show", help=mark("Instead of tables, these passages in context."))
    ] = None,
    confusions: Annotated[bool, typer.Option("--confusions", help=mark("Also which code was given instead."))] = False,
    wishes: WishesOption = False,
    report: Annotated[
        bool, typer.Option("--report", help=mark("Write tables and all quotes into results/agreement."))
    ] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.agreeing import AgreeWishes, compare_with, show_found, write_agreement

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    asked = AgreeWishes(
        coders=tuple(name.strip() for name in coders.split(",") if name.strip()),
        codes=tuple(code or ()),
        by=by,
        measures=tuple(measure or ()),
        confusions=confusions,
        wishes=wishes,
    )
    study = shared.load_study(opened)
    with shared.show_progress() as progress:
        agreement = compare_with(opened, study, people, asked, progress)
    if show:
        shared.print_shown(study, show_found(opened, agreement, show.value), opened.language)
    else:
        shared.print_matrices(opened, study, agreement.matrices, csv=csv)
    if report:
        written = write_agreement(opened, agreement)
        shared.record_others(opened, study, [written / "report.html"])
        say(mark("Written to {opened}", opened=written), err=csv)
