"""`qualcode memo`: analytic memos; one file a command."""

import typer

from qualcode.cli.memo import list as list_memos
from qualcode.cli.memo import new

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Write down what you think."""


app.command("new", help=new.HELP)(new.command)
app.command("list", help=list_memos.HELP)(list_memos.command)
