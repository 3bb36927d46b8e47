"""`qualcode claim judge`: a person says what the interviews make of a claim."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Judge a claim yourself; nothing else does. `supported` needs an author, rivals considered and negative "
    "evidence read."
)


def command(
    folder: Folder,
    claim: Annotated[str, typer.Argument(help=mark("The claim's id."), show_default=False)],
    status: Annotated[
        str,
        typer.Argument(
            help=mark(
                "What you judge it to be: supported, mixed, contradicted, silent, not-checkable; none takes it back."
            ),
            show_default=False,
        ),
    ],
    why: Annotated[str, typer.Option("--why", help=mark("Your reasons."))] = "",
    coder: Annotated[str, typer.Option("--coder", metavar="NAME", help=mark("Who judges."))] = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.verify.judging import read_status
    from qualcode.workflow.coding import load_study
    from qualcode.workflow.judging import judge_claim
    from qualcode.workflow.verifying import require_claim, tell_judging

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, language=lang)
    who = shared.find_coder(opened, coder)
    stamp = shared.make_stamp()
    judged, study = read_status(status), shared.load_study(opened)
    claim = require_claim(study, claim)
    remarks = judge_claim(opened, study, claim, judged, why, who, stamp.when)
    shared.log_acts(opened, who, {"judge": 1}, stamp, remarks)
    say(mark("{claim}: on the disk, in {decisions}", claim=claim, decisions=opened.place.decisions))
    for line in tell_judging(load_study(opened), opened.language)[claim]:
        typer.echo(line)
