"""`qualcode audit`: what an auditor asks of a study; one file a command."""

import typer

from qualcode.cli.audit import check, diff, read, result, sample, trail

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Audit a study."""


app.command("trail", help=trail.HELP)(trail.command)
app.command("check", help=check.HELP)(check.command)
app.command("sample", help=sample.HELP)(sample.command)
app.command("in", help=read.HELP)(read.command)
app.command("result", help=result.HELP)(result.command)
app.command("diff", help=diff.HELP)(diff.command)
