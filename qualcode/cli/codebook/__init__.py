"""`qualcode codebook`: look after a codebook; one file a command."""

import typer

from qualcode.cli.codebook import add, check, diff, lint, merge, rename, split, test

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Look after a codebook."""


for command in (check, test, lint, diff, add, rename, split, merge):
    app.command(command.__name__.rpartition(".")[2], help=command.HELP)(command.command)
