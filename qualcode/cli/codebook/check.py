"""`qualcode codebook check`: every problem of a codebook."""

from pathlib import Path

import typer

from qualcode.cli.codebook.arguments import Target


def command(target: Target) -> None:
    """Show every problem of a codebook with its line and how to mend it."""
    from qualcode.workflow.checking import check_codebook

    checked = check_codebook(target, Path.cwd())
    for problem in checked.problems:
        typer.echo(f"{problem.severity}: {problem}")
    typer.echo(checked.summary())
    if checked.errors:
        raise typer.Exit(1)
