"""`qualcode codebook rename`: another id for a code."""

from typing import Annotated

import typer

from qualcode.cli.codebook.steps import By, OwnTarget, Why, take_step
from qualcode.cli.options import LanguageOption
from qualcode.messages import mark

HELP = mark("Give a code another id. Whatever names it is renamed, and codings and claims move along.")


def command(
    target: OwnTarget,
    old: Annotated[str, typer.Argument(help=mark("The code as it is called now."), show_default=False)],
    new: Annotated[str, typer.Argument(help=mark("Its new id."), show_default=False)],
    why: Why,
    by: By = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.codebook.editing import rename_code
    from qualcode.codebook.migrating import Step

    step = Step("rename", old, (new,))
    take_step(target, step, lambda before, change: rename_code(before, old, new, change), why, by, lang)
