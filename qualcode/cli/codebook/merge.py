"""`qualcode codebook merge`: one code taken into another."""

from typing import Annotated

import typer

from qualcode.cli.codebook.steps import By, OwnTarget, Why, take_step
from qualcode.cli.options import LanguageOption
from qualcode.messages import mark

HELP = mark("Take a code into another one, with its passages, cues and sub-codes. Its codings and claims move along.")


def command(
    target: OwnTarget,
    code: Annotated[str, typer.Argument(help=mark("The code to take away."), show_default=False)],
    into: Annotated[
        str, typer.Option("--into", metavar="CODE", help=mark("The code that takes it in."), show_default=False)
    ],
    why: Why,
    by: By = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.codebook.editing import merge_codes
    from qualcode.codebook.migrating import Step

    step = Step("merge", code, (into,))
    take_step(target, step, lambda before, change: merge_codes(before, code, into, change), why, by, lang)
