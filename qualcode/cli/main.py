"""The command line: its commands and its one door for errors."""

import sys

import typer

from qualcode.cli import check, code, codebook, condense, display, export, init, report, run, show, verify
from qualcode.errors import QualcodeError

app = typer.Typer(
    name="qualcode",
    help="Code qualitative interviews: transcripts and a codebook in, coded matrices that open onto their quotes out.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (init, check, run, code, condense, display, verify, report, show):
    app.command(module.__name__.rpartition(".")[2])(module.command)
app.add_typer(codebook.app, name="codebook")
app.add_typer(export.app, name="export")


@app.callback(invoke_without_command=True)
def top(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Code qualitative interviews: transcripts and a codebook in, coded matrices that open onto their quotes out."""
    if version:
        from qualcode import __version__

        typer.echo(f"qualcode {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 a mistake the user can mend, 2 bad usage, 3 a bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that is not UTF-8 shows `?`, it does not crash
    try:
        app()
    except QualcodeError as error:
        _show_mistake(error)
        sys.exit(1)
    except Exception:
        _report_bug()
        sys.exit(3)


def _show_mistake(error: QualcodeError) -> None:
    for problem in getattr(error, "problems", ()):
        typer.echo(str(problem), err=True)
    typer.echo(error.what, err=True)
    typer.echo(error.how, err=True)


def _report_bug() -> None:
    import tempfile
    import traceback
    from pathlib import Path

    with tempfile.NamedTemporaryFile(
        "w", prefix="qualcode-bug-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"arguments: {sys.argv[1:]}\npython: {sys.version}\n\n")
        log.write(traceback.format_exc())
    typer.echo("This is a fault of qualcode, not of yours; your files are as they were.", err=True)
    typer.echo(f"Please report it with this file: {Path(log.name)}", err=True)
