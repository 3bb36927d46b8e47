"""`qualcode audit in`: an auditor's sheet read back."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, Folder, OutOption


def command(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The sheet that came back.", show_default=False)],
    auditor: Annotated[
        str, typer.Option("--auditor", metavar="NAME", help="Who judged, whatever the sheet says.")
    ] = "",
    codebook: CodebookOption = None,
    out: OutOption = None,
) -> None:
    """Records the verdicts beside the codings, with the auditor's name; they change none. Reading a sheet again records
    nothing twice."""
    from qualcode.workflow.auditing import plan_audit, record_audit

    opened = shared.open_folder(folder, codebook=codebook, out=out)
    plan = plan_audit(opened, shared.load_study(opened), file, auditor)
    for problem in plan.problems:
        if problem.severity != "error":
            typer.echo(f"{problem.severity}: {problem}", err=True)
    stamp = shared.make_stamp()
    remarks = record_audit(opened, plan, stamp.when)
    if plan.judged:
        shared.log_acts(opened, plan.auditor, {"fill": len(plan.judged)}, stamp, remarks)
    kept = f"{len(plan.judged)} verdicts and remarks of {plan.auditor} are on the disk"
    typer.echo(f"{kept}; recorded before {plan.known}, not filled in {plan.empty}")
