"""What commands share: opening a study, a progress bar, printing matrices, the log's stamp."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qualcode.cli.options import Content, Language, Layer
from qualcode.cli.speech import find_language, say, speak, tell
from qualcode.messages import join, mark, translator

if TYPE_CHECKING:
    from rich.console import Console

    from qualcode.display.contract import DisplayOptions
    from qualcode.model import Matrix, Problem, Severity, Study
    from qualcode.workflow.contexts import Shown
    from qualcode.workflow.once import WrittenOnce
    from qualcode.workflow.opening import OpenStudy
    from qualcode.workflow.reading import Progress
    from qualcode.workflow.records.recording import Stamp

_SEVERITIES = {"error": mark("error"), "warning": mark("warning"), "note": mark("note")}


def require_folder(folder: Path | None, context: typer.Context) -> Path:
    """The folder that a command may do without as long as it lists names; without it the usage is told."""
    if folder is None:
        from typer._click.exceptions import MissingParameter

        named = next(each for each in context.command.params if each.name == "folder")
        raise MissingParameter(ctx=context, param=named)
    return folder


def open_folder(
    folder: Path,
    *,
    codebook: str | None = None,
    cases: Path | None = None,
    interviewers: list[str] | None = None,
    out: Path | None = None,
    language: Language | None = None,
    guide: Path | None = None,
) -> "OpenStudy":
    """Open the study in `folder` with what the user said on the command line, and speak its language from here on."""
    from qualcode.workflow.opening import Wishes, open_study

    wishes = Wishes(
        codebook, cases, tuple(interviewers or ()), out, language.value if language else None, guide, find_language()
    )
    opened = open_study(folder, wishes, Path.cwd())
    speak(opened.language)
    return opened


def load_study(opened: "OpenStudy") -> "Study":
    """A coded study with what people decided; what is odd about their decisions, and transcripts that are not as they
    were coded, go to standard error."""
    from qualcode.workflow.coding import load_study as load
    from qualcode.workflow.records.since import find_drift

    study = load(opened)
    print_problems((*study.problems, *find_drift(opened, study)))
    return study


def make_options(
    opened: "OpenStudy", content: Content = Content.quotes, layer: Layer = Layer.all, *, wishes: bool = False
) -> "DisplayOptions":
    """How displays are to be filled, in the study's language."""
    from qualcode.display.contract import DisplayOptions

    return DisplayOptions(language=opened.language, content=content.value, layer=layer.value, wishes=wishes)


def split_keys(keys: str | None) -> tuple[str, ...]:
    """Keys of rows or columns as they are named on the command line, parted by commas."""
    return tuple(key.strip() for key in (keys or "").split(",") if key.strip())


def make_console() -> "Console":
    """A rich console on standard output that takes nothing in a text for markup."""
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def print_matrix(
    matrix: "Matrix",
    language: str,
    opened: "OpenStudy | None" = None,
    *,
    below: "Study | None" = None,
    shown: bool = True,
) -> None:
    """Show a matrix on the terminal; `opened` is the study that commands in it name, `shown` says whether `qualcode
    show` knows it. It need not say again what stands in the notices of the study that it is `below`."""
    from qualcode.evidence.provenance import leave_out_told
    from qualcode.workflow.commands import name_study
    from qualcode.writers.terminal import print_matrix as draw

    if below is not None:
        matrix = leave_out_told(matrix, below, translator(language))
    draw(matrix, language, make_console(), folder=name_study(opened) if opened else "FOLDER", shown=shown)


def print_matrices(opened: "OpenStudy", study: "Study", matrices: "Sequence[Matrix]", *, csv: bool = False) -> None:
    """Show matrices on the terminal with the study's notices, or print them as CSV for another program: warnings and
    entry rules then go to standard error."""
    if not csv:
        print_notices(study, opened.language)
    print_tables(opened, matrices, csv=csv, below=study)
    for matrix in matrices if csv else ():
        rules = (f"{rule.label}: {rule.value}" for rule in matrix.entry_rules)
        for line in (*(f"! {note}" for note in matrix.notes), *rules):
            typer.echo(line, err=True)


def print_tables(
    opened: "OpenStudy", matrices: "Sequence[Matrix]", *, csv: bool = False, below: "Study | None" = None
) -> None:
    """The same without notices: what is told of files, not of interviews. `below` is the study whose notices stand
    above them already."""
    if not csv:
        for matrix in matrices:
            print_matrix(matrix, opened.language, opened, below=below)
        return
    from qualcode.writers.csv_tables import write_matrix

    for matrix in matrices:
        typer.echo(write_matrix(matrix, opened.language).decode(), nl=False)


def print_notices(study: "Study", language: str) -> None:
    """Print what must stand above everything made from the study."""
    from qualcode.workflow.notices import build_notices
    from qualcode.writers.terminal import print_line

    console = make_console()
    for notice in build_notices(study, language):
        print_line(f"! {notice}", console)


def print_shown(study: "Study", shown: "Shown", language: str) -> None:
    """Print what `find_shown` found under the study's notices: its heading, its lines, its quotes in context."""
    from qualcode.writers.terminal import print_quotes

    print_notices(study, language)
    typer.echo(shown.heading)
    for line in shown.lines:
        typer.echo(f"  {line}")
    print_quotes(shown.quotes, language, make_console())


def print_purposes(room: str) -> None:
    """List the parts of a room, and what each is for."""
    from qualcode.registry import list_purposes

    for name, purpose in list_purposes(room, find_language()):
        typer.echo(f"{name}: {purpose}")


def print_remark(remark: str | None) -> None:
    """Print a remark on standard error, if there is one."""
    if remark:
        say(mark("note: {remark}", remark=remark), err=True)


def print_written(opened: "OpenStudy", names: tuple[str, ...], *, interviews: bool = True) -> None:
    """Say where the results are, which of them to open, and what to mind before it is passed on."""
    say(mark("{count} files in {folder}", count=len(names), folder=opened.place.results))
    say(mark("Open {report} in a browser.", report=opened.place.results / "report.html"))
    if interviews:
        say(
            mark("It holds every interview in full; one to pass on is written by qualcode report --without-interviews.")
        )


def print_nothing_coded(opened: "OpenStudy", codings: int) -> None:
    """Say what to do next where no cue of the codebook stands in any transcript."""
    if not codings:
        from qualcode.workflow.commands import name_study

        command = f"qualcode codebook lint {name_study(opened)}"
        say(mark("No cue of the codebook stands in them; `{command}` shows what is often said.", command=command))


def print_problem(problem: "Problem", *, err: bool = False) -> None:
    """Say how grave a problem is, where it is, what it is and how to mend it."""
    say(join(": ", (_SEVERITIES[problem.severity], str(problem))), err=err)


def print_problems(problems: "tuple[Problem, ...]") -> None:
    """List warnings and errors on standard error; what is said of many files is said once."""
    for problem in join_alike(problem for problem in problems if problem.severity != "note"):
        print_problem(problem, err=True)


def join_alike(problems: "Iterable[Problem]", most: int = 1) -> "Iterator[Problem]":
    """Problems without repeating what is said of more than `most` places: it stands under the first of them, with how
    many more there are."""
    from qualcode.model import Problem

    alike: dict[tuple[Severity, str, str], list[str]] = {}
    for problem in problems:
        places = alike.setdefault((problem.severity, problem.what, problem.how), [])
        if problem.where not in places:
            places.append(problem.where)
    for (severity, what, how), places in alike.items():
        more = mark("{where} (and {count} more)", where=places[0], count=len(places) - 1)
        for where in (more,) if len(places) > most else places:
            yield Problem(where, what, how, severity)


@contextmanager
def show_progress() -> "Iterator[Progress]":
    """A progress bar on standard error; nothing where that is no terminal."""
    from qualcode.workflow.reading import no_progress

    if not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=name[:40])


def find_coder(opened: "OpenStudy", named: str) -> str:
    """Who decides: who was named, else git's user in the study's folder, else the system's."""
    import subprocess

    if named.strip():
        return named.strip()
    with suppress(OSError, subprocess.SubprocessError):
        git = ["git", "-C", str(opened.place.root), "config", "user.name"]
        found = subprocess.run(git, capture_output=True, text=True, check=True, timeout=5)  # noqa: S603  # fixed words
        if found.stdout.strip():
            return found.stdout.strip()
    return make_stamp().who


def record_others(opened: "OpenStudy", study: "Study", files: Sequence[Path]) -> None:
    """Record files that were made beside the report, and what they were made from."""
    from qualcode.workflow.records.recording import list_sources_of, record

    if files:
        print_remark(record(opened, list_sources_of(study), make_stamp(), others=files, heads=study.heads))


def record_once(opened: "OpenStudy", study: "Study", done: "WrittenOnce") -> None:
    """Record files for people to fill in, and say which were written and which were there already."""
    record_others(opened, study, done.written)
    for path in done.written:
        say(mark("written {path}", path=path))
    for path in done.kept:
        say(mark("kept as it is {path}", path=path))


def log_acts(
    opened: "OpenStudy", coder: str, acts: dict[str, int], stamp: "Stamp", remarks: tuple[str, ...] = ()
) -> None:
    """Tell the log what a person decided by a command, and the terminal what was odd about the files."""
    from qualcode.workflow.records.recording import record_sitting

    print_remark(record_sitting(opened, stamp, coder, 0, acts))
    for remark in remarks:
        print_remark(remark)


def ask(question: str) -> bool:
    """Whether the user agrees; nobody does where there is no terminal to ask at."""
    return sys.stdin.isatty() and typer.confirm(tell(question))


def read_clock() -> str:
    """The time of a decision: ISO 8601 in UTC."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="microseconds")


def make_stamp() -> "Stamp":
    """The time, the user's name and the arguments, for the log."""
    import getpass
    from datetime import UTC, datetime

    from qualcode.workflow.records.recording import Stamp

    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in some containers
        who = "unknown"
    return Stamp(datetime.now(UTC).isoformat(timespec="seconds"), who, tuple(sys.argv[1:]))


def find_today() -> str:
    """The day where the user is, for what people read in their own files; the log and decisions keep UTC."""
    from datetime import date

    return date.today().isoformat()
