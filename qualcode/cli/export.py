"""`qualcode export`: codings, whole projects and codebooks for other programs."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Folder,
    LanguageOption,
    Layer,
    LayerOption,
    OutOption,
    Target,
    WishesOption,
)
from qualcode.cli.speech import say, speak
from qualcode.errors import QualcodeError
from qualcode.messages import mark

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Export for other programs."""


@app.command("csv", help=mark("Write codings.csv: one row a coding, with its place, its coder and why it was made."))
def csv(
    folder: Folder,
    to: Annotated[
        Path | None, typer.Option("--to", help=mark("The file to write; results/codings.csv if none."))
    ] = None,
    excel: Annotated[
        bool,
        typer.Option(
            "--excel", help=mark("For a double click in Excel: letters kept, formulas guarded, your separator.")
        ),
    ] = False,
    separator: Annotated[
        str | None,
        typer.Option("--separator", help=mark("With --excel: `;` or `,`; taken from your system if not given.")),
    ] = None,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.store.files import write_file
    from qualcode.writers.codings_csv import write_codings

    if separator and not excel:
        raise QualcodeError(mark("--separator is for a file for Excel"), mark("Add --excel, or leave it out"))
    if separator not in (None, ";", ","):
        raise QualcodeError(
            mark("`{sign}` separates nothing in Excel", sign=separator), mark("Use one of: {known}", known="; ,")
        )
    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    target = to or opened.place.results / ("codings_excel.csv" if excel else "codings.csv")
    data = (
        write_codings(study.codings, excel=excel, separator=separator or _find_separator())
        if excel
        else write_codings(study.codings)
    )
    write_file(target, data)
    shared.record_others(opened, study, [target])
    say(mark("{count} codings in {target}", count=len(study.codings), target=target))


@app.command(
    "qdpx",
    help=mark(
        "Write a project for NVivo, ATLAS.ti, MAXQDA or QualCoder (REFI-QDA): texts, codes, codings, cases, memos.\n\n"
        "Each person's codings are that person's; suggestions of the machine are those of a user of their own."
    ),
)
def qdpx(
    folder: Folder,
    to: Annotated[
        Path | None, typer.Option("--to", help=mark("The file to write; results/project.qdpx if none."))
    ] = None,
    layer: LayerOption = Layer.all,
    wishes: WishesOption = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.evidence.selection import select
    from qualcode.workflow.exchange.exporting import export_project

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    target, project = export_project(opened, study, to, layer.value, wishes=wishes)
    shared.record_others(opened, study, [target])
    names = {user.guid: user.name for user in project.users}
    counts = Counter(names[each.user] for source in project.sources for each in source.marks)
    for name, count in sorted(counts.items()):
        typer.echo(f"  {name}: {count}")
    left = 0 if wishes else len(select(study, layer.value).set_aside)
    if left:
        say(mark("  wishes and hypotheticals, left out without --wishes: {count}", count=left))
    say(mark("{count} codings in {target}", count=counts.total(), target=target))
    say(mark("It holds every interview in full."))


@app.command(
    "qdc",
    help=mark("Write a codebook for NVivo, ATLAS.ti, MAXQDA or QualCoder (REFI-QDA): codes with their definitions."),
)
def qdc(
    codebook: Target,
    to: Annotated[
        Path | None,
        typer.Option("--to", help=mark("The file to write; results/codebook.qdc, or NAME.qdc for a mere codebook.")),
    ] = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.codebooks.finding import open_codebook
    from qualcode.workflow.exchange.exporting import export_codebook

    opened = open_codebook(codebook, Path.cwd(), lang)
    speak(opened.language)
    written = export_codebook(opened, to)
    say(mark("{count} codes in {target}", count=len(opened.codebook.codes), target=written))


def _find_separator() -> str:
    """Excel separates by semicolons where the decimal sign is a comma, as in Indonesia."""
    import locale

    try:
        locale.setlocale(locale.LC_NUMERIC, "")
    except locale.Error:
        return ","
    return ";" if locale.localeconv()["decimal_point"] == "," else ","
