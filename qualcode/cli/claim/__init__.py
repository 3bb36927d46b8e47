"""`qualcode claim`: the statements to verify; one file a command."""

import typer

from qualcode.cli.claim import edit, judge, new
from qualcode.cli.claim import list as list_

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """The statements to verify."""


for command in (new, edit, judge, list_):
    app.command(command.__name__.rpartition(".")[2], help=command.HELP)(command.command)
