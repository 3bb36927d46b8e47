"""`qualcode check`: every problem of the study at once, and who speaks in each transcript."""

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, GuideOption, InterviewerOption, JsonOption


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    guide: GuideOption = None,
    interviewer: InterviewerOption = None,
    json: JsonOption = False,
) -> None:
    """Also says who was taken for the interviewer in each transcript, and how sure that is. Writes nothing."""
    from qualcode.workflow.checking import check_study

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, interviewers=interviewer, guide=guide)
    with shared.show_progress() as progress:
        checked = check_study(opened, progress)
    if json:
        _print_json(checked)
    else:
        from qualcode.writers.terminal import print_rows

        console = shared.make_console()
        heads = ("transcript", "turns", "words", "interviewer", "respondent", "sure?", "why")
        print_rows(console, heads, [row.as_texts() for row in checked.rows])
        if checked.questions:
            of_guide = ("question", "of the guide", "codes", "found in", "codes asked for in", "where")
            print_rows(console, of_guide, [question.as_texts() for question in checked.questions])
        for problem in checked.problems:
            typer.echo(f"{problem.severity}: {problem}")
        typer.echo(checked.summary())
    if checked.errors:
        raise typer.Exit(1)


def _print_json(checked: "object") -> None:
    import json
    from dataclasses import asdict

    typer.echo(json.dumps(asdict(checked), ensure_ascii=False, indent=1))  # type: ignore[call-overload]
