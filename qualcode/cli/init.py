"""`qualcode init`: a new study folder."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Template(StrEnum):
    """What a new study begins with."""

    blitar = "blitar"
    empty = "empty"


def command(
    folder: Annotated[Path, typer.Argument(help="The study folder to make.", show_default=False)],
    template: Annotated[
        Template, typer.Option("--template", help="blitar: its codebook and claims; empty: a codebook to fill in.")
    ] = Template.blitar,
) -> None:
    """Settings, codebook, cases, claims and a place for transcripts. Nothing is overwritten."""
    from qualcode.workflow.starting import start_study

    made = start_study(folder, template.value)
    for name in made:
        typer.echo(f"made {folder / name}")
    typer.echo(f"Put transcripts into {folder / 'transcripts'}, name your informants in cases.csv, then:")
    typer.echo(f"  qualcode check {folder}")
    typer.echo(f"  qualcode run {folder}")
