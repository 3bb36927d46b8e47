"""`qualcode audit`: what an auditor asks of a study; one file a command."""

import typer

from qualcode.cli.audit import check, diff, read, result, sample, trail

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Audit a study."""


app.command("trail")(trail.command)
app.command("check")(check.command)
app.command("sample")(sample.command)
app.command("in")(read.command)
app.command("result")(result.command)
app.command("diff")(diff.command)
