"""`qualcode run`: code, condense, display, verify and report in one go."""

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Content,
    ContentOption,
    Folder,
    GuideOption,
    InterviewerOption,
    LanguageOption,
    OutOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Code, condense, display, verify and report, on a study or on a folder of transcripts.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    guide: GuideOption = None,
    interviewer: InterviewerOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    content: ContentOption = None,
) -> None:
    from qualcode.workflow.coding import code_study
    from qualcode.workflow.displaying import build_display
    from qualcode.workflow.records.recording import Making, record
    from qualcode.workflow.reporting import write_results

    opened = shared.open_folder(
        folder, codebook=codebook, cases=cases, guide=guide, interviewers=interviewer, out=out, language=lang
    )
    with shared.show_progress() as progress:
        coded = code_study(opened, progress)
    study = shared.load_study(opened)
    options = shared.make_options(opened, content or Content.quotes)
    names = write_results(opened, study, options, short_on_paper=content is None)
    making = Making(names, opened.language, content.value if content else "")
    shared.print_remark(record(opened, coded.sources, shared.make_stamp(), making, heads=study.heads))
    shared.print_notices(study, opened.language)
    glance = shared.make_options(opened, Content.presence)
    shared.print_matrix(build_display(study, "role-ordered", glance), opened.language, opened, below=study)
    shared.print_problems((*opened.problems, *coded.problems))
    say(
        mark(
            "{codings} suggestions in {count} transcripts ({words} words).",
            codings=coded.codings,
            count=len(coded.sources),
            words=coded.words,
        )
    )
    shared.print_nothing_coded(opened, coded.codings)
    shared.print_written(opened, names)
