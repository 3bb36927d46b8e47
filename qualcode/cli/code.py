"""`qualcode code`: apply the codebook's rules to every transcript."""

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, GuideOption, InterviewerOption, OutOption


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    guide: GuideOption = None,
    interviewer: InterviewerOption = None,
    out: OutOption = None,
) -> None:
    """Each is a suggestion, for a person to accept or reject."""
    from qualcode.workflow.coding import code_study
    from qualcode.workflow.recording import record

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, guide=guide, interviewers=interviewer, out=out)
    with shared.show_progress() as progress:
        coded = code_study(opened, progress)
    shared.print_problems((*opened.problems, *coded.problems))
    shared.print_remark(record(opened, coded.sources, shared.make_stamp()))
    typer.echo(
        f"{coded.codings} suggestions in {len(coded.sources)} transcripts ({coded.words} words), "
        f"in {opened.place.codings}"
    )
