"""`qualcode link remove`: take a link away."""

import typer

from qualcode.cli import shared
from qualcode.cli.link.arguments import Cause, CoderOption, Effect
from qualcode.cli.options import CasesOption, CodebookOption, Folder, OutOption


def command(
    folder: Folder,
    cause: Cause,
    effect: Effect,
    coder: CoderOption = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
) -> None:
    """Take away a link of your own; that it was drawn and taken away stays on record."""
    from qualcode.workflow.linking import take_link_away

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out)
    who = shared.find_coder(opened, coder)
    for remark in take_link_away(opened, who, cause, effect, shared.make_stamp().when):
        shared.print_remark(remark)
    typer.echo(f"taken away by {who}")
