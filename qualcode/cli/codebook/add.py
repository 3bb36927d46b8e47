"""`qualcode codebook add`: a new code."""

from typing import Annotated

import typer

from qualcode.cli.codebook.steps import By, OwnTarget, Why, take_step
from qualcode.cli.options import Language, LanguageOption
from qualcode.messages import mark

HELP = mark("Add a code behind the last one of its family. Codings stay as they are; write its cues into the file.")


def command(
    target: OwnTarget,
    code: Annotated[str, typer.Argument(help=mark("The id of the new code."), show_default=False)],
    label: Annotated[str, typer.Option("--label", help=mark("What stands over its column."), show_default=False)],
    definition: Annotated[str, typer.Option("--definition", help=mark("What it means, in full."), show_default=False)],
    why: Why,
    family: Annotated[str, typer.Option("--family", help=mark("One of the codebook's families, if it has any."))] = "",
    exemplar: Annotated[str, typer.Option("--exemplar", help=mark("A passage that bears it."))] = "",
    text: Annotated[
        Language | None,
        typer.Option("--text", help=mark("The language of these texts, in a codebook of two languages.")),
    ] = None,
    by: By = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.codebook.editing import NewCode, add_code
    from qualcode.codebook.migrating import Step

    new = NewCode(code, family, label, definition, exemplar, text or "")
    take_step(target, Step("add", code), lambda before, change: add_code(before, new, change), why, by, lang)
