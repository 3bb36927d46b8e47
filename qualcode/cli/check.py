"""`qualcode check`: every problem of the study at once, and who speaks in each transcript."""

from collections.abc import Iterable
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Folder,
    GuideOption,
    InterviewerOption,
    JsonOption,
    LanguageOption,
)
from qualcode.cli.speech import say, tell, tell_all
from qualcode.messages import mark

HELP = mark("Also says who was taken for the interviewer in each transcript, and how sure that is. Writes nothing.")


HEADS = (
    mark("transcript"),
    mark("turns"),
    mark("words"),
    mark("interviewer"),
    mark("respondent"),
    mark("sure?"),
    mark("why"),
)
OF_GUIDE = (
    mark("question"),
    mark("of the guide"),
    mark("codes"),
    mark("found in"),
    mark("codes asked for in"),
    mark("where"),
)


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    guide: GuideOption = None,
    interviewer: InterviewerOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help=mark("Show each interview of a file that holds several, such as a survey."))
    ] = False,
    lang: LanguageOption = None,
    json: JsonOption = False,
) -> None:
    from qualcode.workflow.by_file import tell_by_file
    from qualcode.workflow.checking import check_study

    opened = shared.open_folder(
        folder, codebook=codebook, cases=cases, interviewers=interviewer, guide=guide, language=lang
    )
    with shared.show_progress() as progress:
        checked = check_study(opened, progress)
    if json:
        _print_json(checked)
    else:
        from qualcode.writers.terminal import print_rows

        console = shared.make_console()
        shown = checked if everything else tell_by_file(checked)
        print_rows(console, _say_all(HEADS), [_say_all(row.as_texts()) for row in shown.rows])
        if checked.questions:
            print_rows(console, _say_all(OF_GUIDE), [_say_all(question.as_texts()) for question in checked.questions])
        for problem in shown.problems:
            shared.print_problem(problem)
        say(checked.summary())
    if checked.errors:
        raise typer.Exit(1)


def _say_all(texts: "Iterable[str]") -> tuple[str, ...]:
    return tuple(map(tell, texts))


def _print_json(checked: "object") -> None:
    import json
    from dataclasses import asdict

    typer.echo(json.dumps(tell_all(asdict(checked)), ensure_ascii=False, indent=1))  # type: ignore[call-overload]
