"""`qualcode codebook diff`: what changed between two codebooks, and what that does to a study."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CsvOption, InterviewerOption, LanguageOption, Target
from qualcode.cli.speech import speak
from qualcode.messages import mark

HELP = mark(
    "Show what changed between two codebooks, field by field.\n\nWith --study, also which codings would be "
    "added, dropped or changed in it. Writes nothing."
)


def command(
    old: Target,
    new: Target,
    study: Annotated[
        Path | None,
        typer.Option(
            "--study",
            metavar="FOLDER",
            help=mark("Also show which codings the change touches in this study or folder."),
        ),
    ] = None,
    interviewer: InterviewerOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.codebooks.diffing import diff_codebooks
    from qualcode.workflow.codebooks.finding import find_target
    from qualcode.writers.csv_tables import write_matrix

    opened = None
    if study:
        path, _, _ = find_target(new, Path.cwd())
        opened = shared.open_folder(study, codebook=str(path), interviewers=interviewer, language=lang)
    language = lang or (opened.language if opened else None)
    with shared.show_progress() as progress:
        diffed = diff_codebooks(old, new, opened, Path.cwd(), language, progress)
    speak(diffed.language)
    shared.print_problems(diffed.problems)
    for matrix in diffed.matrices:
        if csv:
            typer.echo(write_matrix(matrix, diffed.language).decode(), nl=False)
        else:
            shared.print_matrix(matrix, diffed.language, opened)
