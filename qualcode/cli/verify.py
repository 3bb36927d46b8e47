"""`qualcode verify`: claims against the codings, support and contrary side by side, tactic by tactic."""

from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    AnswererOption,
    CasesOption,
    CodebookOption,
    CsvOption,
    LanguageOption,
    OptionalFolder,
    OutOption,
    TacticsListOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.workflow.opening import OpenStudy


_FEW = 3  # quotes a side; qualcode show prints them all
HELP = mark("What the interviews say for and against each claim, side by side, and what each tactic makes of it.")


def command(
    context: typer.Context,
    folder: OptionalFolder = None,
    claim: Annotated[
        str | None, typer.Argument(help=mark("One claim's id; none takes all."), show_default=False)
    ] = None,
    tactic: Annotated[
        str | None, typer.Option("--tactic", metavar="NAME", help=mark("Put the claim to this tactic alone."))
    ] = None,
    said: Annotated[
        str | None,
        typer.Option(
            "--answer", metavar="TEXT", help=mark('Your answer to the tactic\'s questions; "" takes it back.')
        ),
    ] = None,
    coder: AnswererOption = "",
    feedback: Annotated[
        bool,
        typer.Option("--feedback", help=mark("Write a Word sheet an informant, to read their words back to them.")),
    ] = False,
    list_: TacticsListOption = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    if list_:
        shared.print_purposes("verify")
        return
    opened = shared.open_folder(
        shared.require_folder(folder, context), codebook=codebook, cases=cases, out=out, language=lang
    )
    if said is not None:
        if not claim or not tactic:
            raise typer.BadParameter(mark("say which claim and which --tactic you answer"), context)
        _record_answer(opened, claim, tactic, said, coder)
    elif feedback:
        _write_feedback(opened)
    elif tactic:
        _print_tactic(opened, tactic, claim, csv=csv)
    elif claim and not csv:
        _print_claim(opened, claim)
    else:
        _print_table(opened, claim, csv=csv)


def _record_answer(opened: "OpenStudy", claim: str, tactic: str, said: str, coder: str) -> None:
    from qualcode.workflow.judging import answer_tactic

    who = shared.find_coder(opened, coder)
    stamp = shared.make_stamp()
    remarks = answer_tactic(opened, shared.load_study(opened), claim, tactic, said, who, stamp.when)
    shared.log_acts(opened, who, {"answer": 1}, stamp, remarks)
    kept = mark("{who}'s answer", who=who) if said.strip() else mark("that {who} takes the answer back", who=who)
    say(
        mark(
            "{claim}, {tactic}: {kept} is on the disk, in {decisions}",
            claim=claim,
            tactic=tactic,
            kept=kept,
            decisions=opened.place.decisions,
        )
    )


def _write_feedback(opened: "OpenStudy") -> None:
    from qualcode.workflow.coding import load_study
    from qualcode.workflow.sheets.feedback import write_feedback

    study = load_study(opened)
    names = write_feedback(opened, study, shared.make_stamp().when)
    shared.record_others(opened, study, [opened.place.results / name for name in names])
    for name in names:
        typer.echo(opened.place.results / name)
    say(
        mark(
            "{count} sheets. Read each one before you hand it out; it holds that informant's words alone.",
            count=len(names),
        )
    )


def _print_tactic(opened: "OpenStudy", tactic: str, claim: str | None, *, csv: bool) -> None:
    from qualcode.workflow.uncoded import find_uncoded
    from qualcode.workflow.verifying import list_left_open, put_to_tactics

    study = shared.load_study(opened)
    verdicts = put_to_tactics(
        study,
        opened.language,
        (tactic,),
        (claim,) if claim else (),
        read_uncoded=lambda: find_uncoded(opened, study),
    )
    if csv:
        shared.print_matrices(opened, study, tuple(verdict.computed for verdict in verdicts), csv=True)
        return
    shared.print_notices(study, opened.language)
    for verdict in verdicts:
        shared.print_matrix(verdict.computed, opened.language, opened, below=study)
        for line in list_left_open(verdict, opened.language):
            typer.echo(line)


def _print_claim(opened: "OpenStudy", claim: str) -> None:
    from qualcode.workflow.showing import find_shown
    from qualcode.workflow.verifying import require_claim

    study = shared.load_study(opened)
    shown = find_shown(opened, study, require_claim(study, claim), most=_FEW)
    shared.print_shown(study, shown, opened.language)


def _print_table(opened: "OpenStudy", claim: str | None, *, csv: bool) -> None:
    from dataclasses import replace

    from qualcode.workflow.verifying import build_tactics_overview, build_verification, require_claim

    study = shared.load_study(opened)
    if claim:
        require_claim(study, claim)
        study = replace(study, claims=tuple(each for each in study.claims if each.id == claim))
    if not study.claims and not csv:
        from qualcode.workflow.commands import name_study

        say(mark("There is no claim to verify yet."))
        say(mark("Write one with: {command}", command=f"qualcode claim new {name_study(opened)} --help"))
        return
    matrices = (build_verification(study, opened.language), build_tactics_overview(study, opened.language))
    shared.print_matrices(opened, study, matrices, csv=csv)
