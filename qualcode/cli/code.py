"""`qualcode code`: apply the codebook's rules to every transcript."""

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Folder,
    GuideOption,
    InterviewerOption,
    LanguageOption,
    OutOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Each is a suggestion, for a person to accept or reject.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    guide: GuideOption = None,
    interviewer: InterviewerOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.coding import code_study
    from qualcode.workflow.records.recording import record

    opened = shared.open_folder(
        folder, codebook=codebook, cases=cases, guide=guide, interviewers=interviewer, out=out, language=lang
    )
    with shared.show_progress() as progress:
        coded = code_study(opened, progress)
    shared.print_problems((*opened.problems, *coded.problems))
    shared.print_remark(record(opened, coded.sources, shared.make_stamp()))
    say(
        mark(
            "{codings} suggestions in {count} transcripts ({words} words), in {codings2}",
            codings=coded.codings,
            count=len(coded.sources),
            words=coded.words,
            codings2=opened.place.codings,
        )
    )
    shared.print_nothing_coded(opened, coded.codings)
