"""`qualcode audit check`: whether the records are whole."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Hold transcripts, codings, results and the study's own files against the records, and the lines of the log and "
    "of decisions against one another; ends with 1 where anything was changed or is gone.\n\nWrite the ends down "
    "elsewhere: --end later says whether they still lead to what was decided."
)


def command(
    folder: Folder,
    end: Annotated[
        list[str] | None,
        typer.Option("--end", metavar="HASH", help=mark("A hash that somebody wrote down; may be given again.")),
    ] = None,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.audit.checking import check_records, find_known_end
    from qualcode.workflow.commands import name_study

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    checked = check_records(opened)
    tables = [matrix for matrix in (checked.records, checked.ends) if matrix.rows]
    shared.print_tables(opened, tables, csv=csv)
    for problem in checked.problems:
        shared.print_problem(problem, err=csv)
    for given in end or ():
        found = find_known_end(checked, given)
        where = mark("{n} of {all} in decisions/{file}", n=found.place, all=found.total, file=found.file)
        say(
            mark(
                "{given}: decision {where}, by {who}, {when}",
                given=given,
                where=where,
                who=found.decision.who,
                when=found.decision.when[:16],
            ),
            err=csv,
        )
    if any(problem.severity != "note" for problem in checked.problems):
        raise typer.Exit(1)
    if tables:
        say(mark("Nothing is missing or changed, as far as these files can tell."), err=csv)
    else:
        say(mark("There is no record to check yet: nothing was coded, and nobody has decided."), err=csv)
        say(mark("The first one is written by: {command}", command=f"qualcode run {name_study(opened)}"), err=csv)
