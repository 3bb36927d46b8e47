"""`qualcode status`: which results and answers are out of date, and what is open next."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("Says since which decisions, codebook edits and transcripts. Writes nothing.")


def command(
    folder: Annotated[Path, typer.Argument(help=mark("A study folder; none takes the one you are in."))] = Path(),
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.records.status import build_status

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    for chapter in build_status(opened):
        typer.echo(chapter.heading)
        for line in chapter.lines:
            typer.echo(f"  {line}")
