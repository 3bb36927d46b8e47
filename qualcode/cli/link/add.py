"""`qualcode link add`: draw a link."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.link.arguments import Cause, CoderOption, Effect
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Record that one coding leads to another, of the same informant or of two. Displays show it under your name."
)


def command(
    folder: Folder,
    cause: Cause,
    effect: Effect,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help=mark("Why you think so, in your own words."))] = "",
    coder: CoderOption = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.linking import describe_end, draw_link

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    who = shared.find_coder(opened, coder)
    drawn = draw_link(opened, who, cause, effect, shared.make_stamp().when, why)
    for remark in drawn.remarks:
        shared.print_remark(remark)
    typer.echo(describe_end(drawn.cause, drawn.cause.id))
    typer.echo(f"⇒ {describe_end(drawn.effect, drawn.effect.id)}")
    say(mark("drawn by {who}", who=who))
