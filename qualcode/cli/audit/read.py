"""`qualcode audit in`: an auditor's sheet read back."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Record the verdicts beside the codings, with the auditor's name; they change none. Reading a sheet again "
    "records nothing twice."
)


def command(
    folder: Folder,
    file: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx", help=mark("The sheet that came back."), show_default=False)
    ],
    auditor: Annotated[
        str, typer.Option("--auditor", metavar="NAME", help=mark("Who judged, whatever the sheet says."))
    ] = "",
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.audit.auditing import plan_audit, record_audit

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    plan = plan_audit(opened, shared.load_study(opened), file, auditor)
    for problem in plan.problems:
        if problem.severity != "error":
            shared.print_problem(problem, err=True)
    stamp = shared.make_stamp()
    remarks = record_audit(opened, plan, stamp.when)
    if plan.judged:
        shared.log_acts(opened, plan.auditor, {"fill": len(plan.judged)}, stamp, remarks)
    kept = mark(
        "{count} verdicts and remarks of {auditor} are on the disk", count=len(plan.judged), auditor=plan.auditor
    )
    say(mark("{kept}; recorded before {known}, not filled in {empty}", kept=kept, known=plan.known, empty=plan.empty))
