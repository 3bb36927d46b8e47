"""What the commands share that let a codebook grow."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import Language
from qualcode.cli.speech import say, speak
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.codebook.migrating import Step
    from qualcode.workflow.codebooks.growing import EditText

MOST = 5  # new problems that are listed; a split makes many at once

OwnTarget = Annotated[
    str,
    typer.Argument(
        metavar="CODEBOOK",
        help=mark("A study folder, or a YAML file. A shipped codebook is never changed."),
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", help=mark("The reason, for the code's own log."), show_default=False)]
By = Annotated[
    str | None,
    typer.Option(
        "--coder",
        "--by",
        metavar="NAME",
        help=mark("Who decided it, for the code's own log; your user name if not given."),
    ),
]
Into = Annotated[
    list[str],
    typer.Option(
        "--into", metavar="CODE", help=mark("A code that takes a part of it; given once for each."), show_default=False
    ),
]


def take_step(target: str, step: "Step", edit: "EditText", why: str, by: str | None, lang: Language | None) -> None:
    """Let the codebook take a step and say what came of it."""
    from qualcode.model import Change
    from qualcode.workflow.codebooks.growing import grow

    stamp = shared.make_stamp()
    change = Change(shared.find_today(), by or stamp.who, why)
    grown = grow(target, Path.cwd(), step, edit, change, stamp, lang)
    speak(grown.language)
    shared.print_problems(grown.problems[:MOST])
    if len(grown.problems) > MOST:
        say(
            mark("... and {value} more; `qualcode codebook check` lists them all", value=len(grown.problems) - MOST),
            err=True,
        )
    for line in grown.lines:
        typer.echo(line)
    if grown.report:
        say(mark("Report: {value}", value=grown.report / "report.md"))
