"""`qualcode codebook lint`: how a codebook's cues and codes do in a study."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, InterviewerOption, LanguageOption
from qualcode.messages import mark

HELP = mark(
    "Show cues that never fire or fire for several codes, the words each reaches, codes unused or overloaded, "
    "and frequent phrases of what stays uncoded. Proposals only; writes nothing."
)


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    interviewer: InterviewerOption = None,
    lang: LanguageOption = None,
    cues: Annotated[
        bool, typer.Option("--cues", help=mark("Also list every cue that stands nowhere in the study."))
    ] = False,
    csv: CsvOption = False,
) -> None:
    from qualcode.codebook.linting import LONG
    from qualcode.workflow.codebooks.linting import lint_codebook
    from qualcode.writers.csv_tables import write_matrix

    opened = shared.open_folder(folder, codebook=codebook, interviewers=interviewer, language=lang)
    with shared.show_progress() as progress:
        linted = lint_codebook(opened, progress)
    shared.print_problems(linted.problems)
    for matrix in linted.matrices:
        if csv:
            typer.echo(write_matrix(matrix, opened.language).decode(), nl=False)
        elif cues or matrix.name not in LONG:
            shared.print_matrix(matrix, opened.language, opened, shown=False)
