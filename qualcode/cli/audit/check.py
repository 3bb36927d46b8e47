"""`qualcode audit check`: whether the records are whole."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption


def command(
    folder: Folder,
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="HASH", help="A hash that somebody wrote down; may be given again."),
    ] = None,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    """Shows each file of decisions with its end and what is odd; exit status 1 where anything was changed or is gone.

    Write the ends down elsewhere: --end later says whether they still lead to what was decided.
    """
    from qualcode.workflow.auditing import check_records, find_known_end

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    checked = check_records(opened, shared.load_study(opened))
    if csv:
        from qualcode.writers.csv_tables import write_matrix

        typer.echo(write_matrix(checked.ends, opened.language).decode(), nl=False)
    else:
        shared.print_matrix(checked.ends, opened.language, opened)
    for problem in checked.problems:
        typer.echo(f"{problem.severity}: {problem}", err=csv)
    for given in end or ():
        found = find_known_end(checked, given)
        where = f"{found.place} of {found.total} in decisions/{found.file}"
        typer.echo(f"{given}: decision {where}, by {found.decision.who}, {found.decision.when[:16]}", err=csv)
    if any(problem.severity != "note" for problem in checked.problems):
        raise typer.Exit(1)
    typer.echo("Nothing is missing or changed, as far as these files can tell.", err=csv)
