"""`qualcode codebook test`: are the exemplars coded, and the near misses not?"""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qualcode.cli.options import JsonOption, LanguageOption, Target
from qualcode.cli.speech import speak
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.codebook.testing import Trial


HELP = mark(
    "Show each exemplar that is not coded and each near miss that is, with the reason.\n\nPassages are read as "
    "one respondent's answer. Ends with 1 where one fails."
)


def command(codebook: Target, lang: LanguageOption = None, json: JsonOption = False) -> None:
    from qualcode.workflow.codebooks.finding import open_codebook
    from qualcode.workflow.codebooks.trying import summarise_trials, tell_trial, try_codebook

    opened = open_codebook(codebook, Path.cwd(), lang)
    speak(opened.language)
    trials = try_codebook(opened)
    if json:
        _print_json(trials)
    else:
        for trial in trials:
            for line in tell_trial(opened, trial):
                typer.echo(line)
        typer.echo(summarise_trials(opened, trials))
    if not all(trial.passed for trial in trials):
        raise typer.Exit(1)


def _print_json(trials: "tuple[Trial, ...]") -> None:
    import json
    from dataclasses import asdict

    typer.echo(json.dumps([asdict(trial) for trial in trials], ensure_ascii=False, indent=1))
