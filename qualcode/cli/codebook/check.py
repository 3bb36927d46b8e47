"""`qualcode codebook check`: every problem of a codebook."""

from pathlib import Path

import typer

from qualcode.cli import shared
from qualcode.cli.options import LanguageOption, Target
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Show every problem of a codebook with its line and how to mend it.")


def command(
    codebook: Target,
    lang: LanguageOption = None,  # noqa: ARG001  # main speaks it
) -> None:
    from qualcode.workflow.codebooks.checking import check_codebook

    checked = check_codebook(codebook, Path.cwd())
    for problem in checked.problems:
        shared.print_problem(problem)
    say(checked.summary())
    if checked.errors:
        raise typer.Exit(1)
