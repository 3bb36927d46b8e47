"""The command line: its commands and its one door for errors."""

import sys
from importlib import import_module
from typing import Annotated

import typer

from qualcode.errors import QualcodeError

COMMANDS = ("init", "check", "run", "code", "condense", "display", "verify", "report", "show", "codebook", "export")
PURPOSE = "Code qualitative interviews: transcripts and a codebook in, coded matrices that open onto their quotes out."


def build_app(names: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """The command line with these commands; one module of this folder each."""
    app = typer.Typer(
        name="qualcode",
        help=PURPOSE,
        callback=_start,
        invoke_without_command=True,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for name in names:
        module = import_module(f"qualcode.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 a mistake the user can mend, 2 bad usage, 3 a bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that is not UTF-8 shows `?`, it does not crash
    named = tuple(word for word in sys.argv[1:2] if word in COMMANDS)
    try:
        build_app(named or COMMANDS)()  # a command that is named costs no other command's start
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
