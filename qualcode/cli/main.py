"""The command line: its commands and its one door for errors."""

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from qualcode.cli.options import LanguageOption
from qualcode.cli.speech import choose_language, say, speak, tell
from qualcode.cli.usage import translate_help
from qualcode.errors import QualcodeError
from qualcode.messages import mark

COMMANDS = {
    "init": mark("Make a study folder."),
    "check": mark("Show every problem of a study."),
    "status": mark("What is out of date, what is open."),
    "run": mark("Do the whole way in one go."),
    "code": mark("Code transcripts by rules."),
    "condense": mark("Step 1: data condensation."),
    "memo": mark("Write down what you think."),
    "display": mark("Step 2: data display."),
    "link": mark("Draw links between codings."),
    "meaning": mark("Step 3: draw conclusions."),
    "verify": mark("Step 3: verify conclusions."),
    "claim": mark("Write, list and judge claims."),
    "report": mark("Write all results again."),
    "standards": mark("Draft COREQ, SRQR, quality."),
    "show": mark("Open an id onto its quotes."),
    "review": mark("Decide on codings."),
    "agree": mark("How far coders agree."),
    "audit": mark("Trail, checks, samples."),
    "codebook": mark("Look after a codebook."),
    "sheet": mark("Decide in Word or Excel."),
    "export": mark("Export for other programs."),
    "import": mark("Take in what was coded elsewhere."),
    "reproduce": mark("Check a published study, or a run."),
}
# What the system says no to is nobody's bug; a file that is not there may well be one.
_REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EIO, errno.ENAMETOOLONG)
PURPOSE = mark(
    "Code qualitative interviews: transcripts and a codebook in, coded matrices that open onto their quotes out."
)


def build_app(named: str | None) -> Any:
    """The command line with the command that was named, or with all their names and nothing behind them.

    Each command is a module of this folder (`import` is `import_`, for Python keeps that word). Only the named one is
    imported, so that no command's start, and no list of commands, costs the others. Its help is in the language that
    is spoken.
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
    for name in COMMANDS if named is None else (named,):
        module = import_module(f"qualcode.cli.{name}{'_' * iskeyword(name)}") if named else None
        if module is None:
            app.command(name, help=COMMANDS[name])(_do_nothing)
        elif hasattr(module, "app"):
            app.add_typer(module.app, name=name, help=COMMANDS[name])
        else:
            app.command(name, help=f"{tell(COMMANDS[name])}\n\n{tell(module.HELP)}")(module.command)
    command = typer.main.get_command(app)
    translate_help(command)
    return command


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 a mistake the user can mend, 2 bad usage, 3 a bug."""
    if sys.getfilesystemencoding() == "ascii":
        _start_anew()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that is not UTF-8 shows `?`, it does not crash
    speak(choose_language(sys.argv[1:], os.environ))
    sys.argv[1:] = _place_language(sys.argv[1:])
    named = sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] in COMMANDS else None
    try:
        status = build_app(named)(prog_name="qualcode", standalone_mode=False)
    except QualcodeError as error:
        _show_mistake(error)
        sys.exit(1)
    except TyperException as error:
        from qualcode.cli.mistakes import show_usage

        show_usage(error)
        sys.exit(error.exit_code)
    except typer.Abort:  # at a question
        say(mark("Nothing was done."), err=True)
        sys.exit(1)
    except Exception as error:
        refused = _find_refusal(error)
        if refused:
            _show_mistake(refused)
            sys.exit(1)
        _report_bug()
        sys.exit(3)
    if isinstance(status, int) and status:
        sys.exit(status)


def _start_anew() -> None:
    """Give the work to a Python that reads the names of files as UTF-8: this one was told not to, by LC_ALL=C together
    with PYTHONUTF8=0, and every letter beside a to z in a name would be half a letter to it."""
    os.execv(sys.executable, [sys.executable, "-X", "utf8", "-P", "-m", "qualcode", *sys.argv[1:]])  # noqa: S606  # itself


def _place_language(arguments: list[str]) -> list[str]:
    """The arguments with a `--lang` where it is taken: behind the command it stands before, and nowhere beside
    `--help`, which has been told already."""
    count = 2 if arguments[:1] == ["--lang"] else int(bool(arguments) and arguments[0].startswith("--lang="))
    before, rest = arguments[:count], arguments[count:]
    placed = [*rest, *before] if rest and rest[0] in COMMANDS else arguments
    if "--help" not in placed:
        return placed
    valued = {place + 1 for place, argument in enumerate(placed) if argument == "--lang"}
    return [a for place, a in enumerate(placed) if place not in valued and not a.startswith("--lang")]


def _start(
    context: typer.Context,
    _lang: LanguageOption = None,
    version: Annotated[bool, typer.Option("--version", help=mark("Print the version and stop."))] = False,
) -> None:
    if version:
        from qualcode import __version__

        typer.echo(f"qualcode {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _do_nothing() -> None:
    """Stand in for a command whose name is all that is needed."""


def _find_refusal(error: Exception) -> QualcodeError | None:
    """What to say where the system let no file be opened or written, wherever that was; None for all else."""
    if not (isinstance(error, OSError) and error.errno in _REFUSALS and error.filename):
        return None
    from pathlib import Path

    from qualcode.store.files import explain_disk

    try:
        with explain_disk(Path(os.fsdecode(error.filename))):
            raise error
    except QualcodeError as plain:
        return plain


def _show_mistake(error: QualcodeError) -> None:
    from qualcode.cli.shared import join_alike

    for problem in join_alike(getattr(error, "problems", ()), most=3):
        say(str(problem), err=True)
    say(error.what, err=True)
    say(error.how, err=True)


def _report_bug() -> None:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="qualcode-bug-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"arguments: {sys.argv[1:]}\npython: {sys.version}\n\n")
        log.write(traceback.format_exc())
    say(mark("This is a fault of qualcode, not of yours; your files are as they were."), err=True)
    say(mark("Please report it with this file: {log}", log=log.name), err=True)
