"""`qualcode init`: a new study folder."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import LanguageOption
from qualcode.cli.speech import find_language, say
from qualcode.messages import mark


class Template(StrEnum):
    """What a new study begins with."""

    blitar = "blitar"
    empty = "empty"


HELP = mark("Settings, codebook, cases, claims and a place for transcripts. Nothing is overwritten.")


def command(
    folder: Annotated[Path, typer.Argument(help=mark("The study folder to make."), show_default=False)],
    template: Annotated[
        Template,
        typer.Option("--template", help=mark("blitar: the codebook of the Blitar study; empty: one to fill in.")),
    ] = Template.blitar,
    lang: LanguageOption = None,  # noqa: ARG001  # main speaks it
) -> None:
    from qualcode.workflow.starting import start_study
    from qualcode.writers.shell import quote_for_shell

    made = start_study(folder, template.value, find_language())
    for name in made:
        say(mark("made {value}", value=folder / name))
    say(mark("Put transcripts into {folder}, name your informants in cases.csv, then:", folder=folder / "transcripts"))
    typer.echo(f"  qualcode check {quote_for_shell(str(folder))}")
    typer.echo(f"  qualcode run {quote_for_shell(str(folder))}")
