"""`qualcode memo new`: begin a memo."""

from enum import StrEnum
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark


class About(StrEnum):
    """What a memo is about."""

    codes = "codes"
    patterns = "patterns"
    theory = "theory"
    problems = "problems"
    ethics = "ethics"
    personal = "personal"
    next = "next"


HELP = mark("Make a file in the folder memos, with title, date, links and a few questions. Write under them.")


def command(
    folder: Folder,
    title: Annotated[str, typer.Argument(help=mark("What the memo is about, in a few words."))],
    about: Annotated[About, typer.Option("--about", help=mark("Which questions it begins with."))] = About.codes,
    code: Annotated[
        list[str] | None, typer.Option("--code", metavar="CODE", help=mark("A code it speaks of; may be given again."))
    ] = None,
    coding: Annotated[
        list[str] | None,
        typer.Option("--coding", metavar="ID", help=mark("A coding it speaks of, by its id; may be given again.")),
    ] = None,
    claim: Annotated[
        list[str] | None,
        typer.Option("--claim", metavar="CLAIM", help=mark("A claim it speaks of; may be given again.")),
    ] = None,
    by: Annotated[
        str,
        typer.Option("--coder", "--by", metavar="NAME", help=mark("Who writes it; else git's or the system's user.")),
    ] = "",
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.model import Mention
    from qualcode.workflow.writings import start_memo

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    mentions = (
        *(Mention("code", id_, 0) for id_ in code or ()),
        *(Mention("coding", id_, 0) for id_ in coding or ()),
        *(Mention("claim", id_, 0) for id_ in claim or ()),
    )
    author, stamp = shared.find_coder(opened, by), shared.make_stamp()
    memo = start_memo(opened, title, about.value, mentions, author, shared.find_today())
    shared.log_acts(opened, author, {}, stamp)
    say(mark("written {opened}", opened=memo))
