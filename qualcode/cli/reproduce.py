"""`qualcode reproduce`: a published study against interviews, or a study's own results made again."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Set what a published paper claims against interviews; or, with --check, make results again and "
    "compare.\n\nThe interviews and the folder checked are never written to."
)


def command(
    name: Annotated[str, typer.Argument(help=mark("The published study: blitar."), show_default=False)] = "",
    study: Annotated[
        Path | None,
        typer.Option("--study", metavar="FOLDER", help=mark("Interviews of your own in place of the sample.")),
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(
            "--check",
            metavar="FOLDER",
            help=mark("Make the results in FOLDER again, and say what comes out otherwise."),
        ),
    ] = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    if bool(name) == bool(check):
        raise typer.BadParameter(mark("Name a published study (blitar), or a folder of results with --check."))
    if check:
        _check(check, study)
    else:
        _reproduce(name, study, out, lang.value if lang else None)


def _reproduce(name: str, folder: Path | None, out: Path | None, language: str | None) -> None:
    from qualcode.workflow.coding import code_study
    from qualcode.workflow.opening import require_codebook
    from qualcode.workflow.records.recording import Making, record
    from qualcode.workflow.reproducing import (
        glance,
        list_notices,
        open_for,
        read_publication,
        set_against,
        write_reproduction,
    )

    opened = open_for(name, folder, out, language, Path.cwd())
    read_publication(name, require_codebook(opened))
    with shared.show_progress() as progress:
        coded = code_study(opened, progress)
    study = shared.load_study(opened)
    setting = set_against(name, study, opened.language)
    names = write_reproduction(opened, study, name, setting)
    making = Making(names, opened.language, published=name)
    shared.print_remark(record(opened, coded.sources, shared.make_stamp(), making, heads=study.heads))
    for notice in list_notices(study, opened.language):
        typer.echo(f"! {notice}")
    for matrix in (setting.summary, glance(setting.tensions, ("one", "other", "interviews"))):
        shared.print_matrix(matrix, opened.language, opened, below=study, shown=False)
    shared.print_problems((*opened.problems, *coded.problems))
    shared.print_written(opened, names, interviews=False)
    say(mark("It holds every interview in full."))
    say(mark("The sheet for students is {value}", value=opened.place.results / "exercise.docx"))


def _check(folder: Path, study: Path | None) -> None:
    from qualcode.workflow.records.rerunning import conclude, make_again

    with shared.show_progress() as progress:
        compared = make_again(folder, study, Path.cwd(), progress)
    for each in compared:
        if not each.is_same:
            say(each.line)
    verdict = conclude(compared)
    say(verdict.line)
    if not verdict.same:
        raise typer.Exit(1)
