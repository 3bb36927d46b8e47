"""`qualcode audit diff`: two states of a study side by side."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CsvOption, LanguageOption
from qualcode.messages import mark

HELP = mark(
    "Show how two states of a study differ: what they rest on, which codings came and went, which claims have other "
    "evidence. Writes nothing."
)


def command(
    before: Annotated[Path, typer.Argument(metavar="OLD", help=mark("The study as it was: a copy of its folder."))],
    after: Annotated[Path, typer.Argument(metavar="NEW", help=mark("The study as it is."))],
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.audit.comparing import compare_states

    earlier, opened = (shared.open_folder(each, language=lang) for each in (before, after))  # the later one is spoken
    studies = shared.load_study(earlier), shared.load_study(opened)
    matrices = compare_states(*studies, opened.language)
    if csv:
        shared.print_matrices(opened, studies[1], matrices, csv=True)
        return
    shared.print_notices(studies[1], opened.language)
    for matrix in matrices:
        shared.print_matrix(matrix, opened.language, opened, below=studies[1], shown=False)
