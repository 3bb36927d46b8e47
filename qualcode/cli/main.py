"""The command line: its commands and its one door for errors."""

import sys
from importlib import import_module
from inspect import cleandoc
from typing import Annotated

import typer

from qualcode.errors import QualcodeError

COMMANDS = {
    "init": "Make a study folder.",
    "check": "Show every problem of a study.",
    "status": "What is out of date, what is open.",
    "run": "Do the whole way in one go.",
    "code": "Code transcripts by rules.",
    "condense": "Step 1: data condensation.",
    "memo": "Write down what you think.",
    "display": "Step 2: data display.",
    "link": "Draw links between codings.",
    "meaning": "Step 3: draw conclusions.",
    "verify": "Step 3: verify conclusions.",
    "claim": "List claims, take up new ones.",
    "report": "Write all results again.",
    "standards": "Draft COREQ, SRQR, quality.",
    "show": "Open an id onto its quotes.",
    "review": "Decide on codings.",
    "agree": "How far coders agree.",
    "audit": "Trail, chains, samples.",
    "codebook": "Look after a codebook.",
    "sheet": "Decide in Word or Excel.",
    "export": "Export codings for other programs.",
    "reproduce": "Check a published study, or a run.",
}
PURPOSE = "Code qualitative interviews: transcripts and a codebook in, coded matrices that open onto their quotes out."


def build_app(named: str | None) -> typer.Typer:
    """The command line with the command that was named, or with all their names and nothing behind them.

    Each command is a module of this folder. Only the named one is imported, so that no command's start, and no list
    of commands, costs the others.
    """
    app = typer.Typer(
        name="qualcode",
        callback=_start,
        help=PURPOSE,
        invoke_without_command=True,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    if named is None:
        for name, purpose in COMMANDS.items():
            app.command(name, help=purpose)(_do_nothing)
        return app
    module = import_module(f"qualcode.cli.{named}")
    if hasattr(module, "app"):
        app.add_typer(module.app, name=named, help=COMMANDS[named])
    else:
        app.command(named, help=f"{COMMANDS[named]}\n\n{cleandoc(module.command.__doc__)}")(module.command)
    return app


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 a mistake the user can mend, 2 bad usage, 3 a bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that is not UTF-8 shows `?`, it does not crash
    named = sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] in COMMANDS else None
    try:
        build_app(named)()
    except QualcodeError as error:
        _show_mistake(error)
        sys.exit(1)
    except Exception:
        _report_bug()
        sys.exit(3)


def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        from qualcode import __version__

        typer.echo(f"qualcode {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _do_nothing() -> None:
    """Stand in for a command whose name is all that is needed."""


def _show_mistake(error: QualcodeError) -> None:
    for problem in getattr(error, "problems", ()):
        typer.echo(str(problem), err=True)
    typer.echo(error.what, err=True)
    typer.echo(error.how, err=True)


def _report_bug() -> None:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="qualcode-bug-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"arguments: {sys.argv[1:]}\npython: {sys.version}\n\n")
        log.write(traceback.format_exc())
    typer.echo("This is a fault of qualcode, not of yours; your files are as they were.", err=True)
    typer.echo(f"Please report it with this file: {log.name}", err=True)
