"""`qualcode review`: people decide on codings."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.model import Quote
    from qualcode.review.queue import Queue
    from qualcode.workflow.desk import Desk


class Order(StrEnum):
    """In which order codings come."""

    transcript = "transcript"
    code = "code"
    case = "case"
    weakest = "weakest"
    random = "random"


class Which(StrEnum):
    """Which codings come."""

    open = "open"
    disputed = "disputed"
    all = "all"


HELP = mark(
    "Accept, reject, recode, or code by hand, on a page in your browser or, with --terminal, here.\n\nEvery "
    "decision is on the disk at once; `u` takes it back."
)


def command(
    folder: Folder,
    terminal: Annotated[bool, typer.Option("--terminal", help=mark("Decide here, one key at a time."))] = False,
    coder: Annotated[
        str,
        typer.Option(
            "--coder", metavar="NAME", help=mark("Who decides; git's or the system's user name if not given.")
        ),
    ] = "",
    order: Annotated[Order, typer.Option("--order", help=mark("In which order codings come."))] = Order.transcript,
    which: Annotated[
        Which, typer.Option("--which", help=mark("Not decided on by you, those on which people disagree, or all."))
    ] = Which.open,
    code: Annotated[str, typer.Option("--code", metavar="ID", help=mark("This family, code or sub-code only."))] = "",
    case: Annotated[str, typer.Option("--case", metavar="ID", help=mark("This informant only."))] = "",
    transcript: Annotated[str, typer.Option("--transcript", metavar="NAME", help=mark("This interview only."))] = "",
    seed: Annotated[
        int | None, typer.Option("--seed", help=mark("Of a random order; the same seed, the same order."))
    ] = None,
    blind: Annotated[
        bool, typer.Option("--blind", help=mark("Hide what the machine and others coded; code passage by passage."))
    ] = False,
    open_browser: Annotated[bool, typer.Option("--open", help=mark("Open the page in the browser at once."))] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.messages import translator
    from qualcode.review.queue import make_queue
    from qualcode.review.terminal import review_in_terminal
    from qualcode.workflow.deciding import join_copies
    from qualcode.workflow.desk import open_desk
    from qualcode.workflow.records.recording import record_sitting

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    who = shared.find_coder(opened, coder)
    desk = open_desk(opened, who, "blind" if blind else "suggestions")
    for remark in join_copies(desk, shared.read_clock()):
        shared.print_remark(remark)
    shared.print_problems(desk.problems)
    drawn = _draw_seed() if seed is None and order is Order.random else seed or 0
    queue = make_queue(
        desk.coded.codebook,
        desk.coded.cases,
        order=order.value,
        which=which.value,
        code=code,
        case=case,
        transcript=transcript,
        seed=drawn,
    )
    t = translator(opened.language)
    seeded = " " + t("Seed {seed}.").format(seed=drawn) if order is Order.random else ""
    typer.echo(t("You decide as {name}.").format(name=desk.coder) + seeded)
    if not terminal:
        _serve_page(desk, queue, open_browser=open_browser)
        return
    done = review_in_terminal(desk, queue, _Terminal(opened.language), shared.read_clock)
    for remark in desk.remarks:
        shared.print_remark(remark)
    typer.echo(done.summarise(t))
    if done.acts:
        shared.print_remark(record_sitting(opened, shared.make_stamp(), who, drawn, dict(done.acts)))


def _serve_page(desk: "Desk", queue: "Queue", *, open_browser: bool) -> None:
    """Serve the page until Ctrl+C; each random order that is begun goes into the log, and at the end what was done."""
    import webbrowser
    from collections import Counter
    from contextlib import ExitStack

    from qualcode.messages import translator
    from qualcode.review.app import build_app
    from qualcode.review.server import lead_to, open_door, serve
    from qualcode.review.sitting import Sitting
    from qualcode.workflow.records.recording import record_sitting

    def note(seed: int, acts: dict[str, int]) -> None:
        shared.print_remark(record_sitting(desk.opened, shared.make_stamp(), desk.coder, seed, acts))

    sitting = Sitting(desk, shared.read_clock)
    work = "\n".join((str(desk.opened.place.out.resolve()), desk.coder, desk.seen))
    own = Path(typer.get_app_dir("qualcode"))
    door, address = open_door(own, work)
    app = build_app(sitting, queue, address.token, address.port, lambda seed: note(seed, {}))
    t = translator(desk.opened.language)
    typer.echo(t("The page is for you alone, at this address; nothing leaves this computer. Ctrl+C ends it."))
    typer.echo(address.url)
    with ExitStack() as until_end:
        if open_browser and (file := until_end.enter_context(lead_to(address, own))):
            webbrowser.open(file)
        serve(app, door)
    for remark in desk.remarks:
        shared.print_remark(remark)
    if sitting.decided:
        note(queue.seed, dict(Counter(decision.act for decision in sitting.decided)))


def _draw_seed() -> int:
    import secrets

    return secrets.randbelow(10**6)


class _Terminal:
    """The terminal as `review_in_terminal` needs it; where keys come from a pipe, each is a line."""

    def __init__(self, language: str) -> None:
        self.language, self.console = language, shared.make_console()

    def show(self, quote: "Quote") -> None:
        from qualcode.writers.terminal import print_quotes

        print_quotes((quote,), self.language, self.console)

    def show_words(self, before: str, words: str, after: str, source: str) -> None:
        from qualcode.writers.terminal import print_passage

        print_passage(before, words, after, source, self.console)

    def say(self, line: str) -> None:
        from qualcode.writers.terminal import print_line

        print_line(line, self.console)

    def wait_for_key(self, prompt: str, keys: str) -> str:
        self.say(prompt)
        while True:
            key = self._read_key()
            if key in keys:
                return key
            self.say(f"? {prompt}")

    def ask(self, prompt: str) -> str:
        typer.echo(f"{prompt} ", nl=False)
        return sys.stdin.readline().strip()

    def _read_key(self) -> str:
        if not sys.stdin.isatty():
            line = sys.stdin.readline()
            typed = line.strip().casefold()
            return typed if len(typed) == 1 else "?" if line else "q"  # a word is no key, whatever it begins with
        import click

        try:
            key = click.getchar().casefold()
        except (KeyboardInterrupt, EOFError):
            return "q"
        return "q" if key in ("\x03", "\x04", "\x1b") else key
