"""`qualcode codebook`: look after a codebook."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Look after a codebook."""


@app.command("check")
def check(
    target: Annotated[
        str, typer.Argument(help="A YAML file, a study folder, or the name of a shipped codebook.", show_default=False)
    ],
) -> None:
    """Show every problem of a codebook with its line and how to mend it."""
    from qualcode.workflow.checking import check_codebook

    checked = check_codebook(target, Path.cwd())
    for problem in checked.problems:
        typer.echo(f"{problem.severity}: {problem}")
    typer.echo(checked.summary())
    if checked.errors:
        raise typer.Exit(1)
