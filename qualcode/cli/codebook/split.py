"""`qualcode codebook split`: several codes out of one."""

from typing import Annotated

import typer

from qualcode.cli.codebook.steps import By, Into, OwnTarget, Why, take_step
from qualcode.cli.options import LanguageOption
from qualcode.messages import mark

HELP = mark(
    "Make several codes of one, each a copy of its entry to be worked out; the old id may be among "
    "them.\n\nEvery coding of the code is queued for a person, with all the codes that it may bear."
)


def command(
    target: OwnTarget,
    code: Annotated[str, typer.Argument(help=mark("The code to split."), show_default=False)],
    into: Into,
    why: Why,
    by: By = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.codebook.editing import split_code
    from qualcode.codebook.migrating import Step

    codes = tuple(into)
    step = Step("split", code, codes)
    take_step(target, step, lambda before, change: split_code(before, code, codes, change), why, by, lang)
