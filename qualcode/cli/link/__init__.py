"""`qualcode link`: links between codings that people draw; one file a command."""

import typer

from qualcode.cli.link import add, remove
from qualcode.cli.link import list as list_

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Draw links between codings."""


for command in (add, list_, remove):
    app.command(command.__name__.rpartition(".")[2], help=command.HELP)(command.command)
