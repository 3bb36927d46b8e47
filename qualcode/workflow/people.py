"""What people decided, laid over what the machine coded."""

from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from qualcode.condense.accounting import recount
from qualcode.evidence.applying import apply_decisions
from qualcode.evidence.audited import leave_out_auditors
from qualcode.evidence.standing import find_renamed
from qualcode.evidence.wording import shorten
from qualcode.messages import mark
from qualcode.model import Coding, Problem, Study, TranscriptAccount
from qualcode.store.codings import read_units
from qualcode.store.decisions import Kept, read_decisions
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.placing import Placed, place_decisions


def add_decisions(opened: OpenStudy, coded: Study) -> Study:
    """The study as `coded` by the machine, with everything that people decided; odd files are its problems."""
    kept = read_decisions(opened.place.decisions)
    if not kept.decisions and not kept.problems:
        return coded
    placed = place_decisions(opened, kept.decisions, coded.accounts, coded.cases)
    own = leave_out_auditors(placed.decisions)
    decided = apply_decisions(coded.codings, own, find_renamed(own))
    touched = {decision.transcript for decision in own}
    by_transcript = {name: tuple(own) for name, own in groupby(decided.codings, key=attrgetter("transcript"))}
    return replace(
        coded,
        accounts=tuple(
            _recount(opened, sheet, by_transcript.get(sheet.transcript, ())) if sheet.transcript in touched else sheet
            for sheet in coded.accounts
        ),
        codings=decided.codings,
        decisions=placed.decisions,
        orphans=placed.orphans,
        former_ids=decided.names,
        roots=decided.roots,
        heads=kept.heads,
        problems=describe_odd(kept, placed),
    )


def _recount(opened: OpenStudy, sheet: TranscriptAccount, codings: tuple[Coding, ...]) -> TranscriptAccount:
    units = read_units(opened.place.codings, sheet.transcript)
    return recount(sheet, units, codings) if units else sheet


def describe_odd(kept: Kept, placed: Placed) -> tuple[Problem, ...]:
    """Everything about people's decisions that a person should know: odd files, words that are gone or changed."""
    problems = list(kept.problems)
    for orphan in placed.orphans:
        passage = orphan.passage
        what = mark(
            "{who}: “{value}” ({code}) is not found in the text",
            who=orphan.who,
            value=shorten(passage.quote if passage else ""),
            code=orphan.code,
        )
        how = mark("Place it by hand in `qualcode review`; until then it counts nowhere")
        problems.append(Problem(orphan.transcript, what, how, "warning"))
    for was, now in placed.changed:
        if was.passage and now.passage:
            what = mark(
                "{who}: “{quote}” ({code}) now reads “{quote2}”",
                who=was.who,
                quote=shorten(was.passage.quote),
                code=was.code,
                quote2=shorten(now.passage.quote),
            )
            problems.append(Problem(now.transcript, what, mark("Look whether the coding still fits"), "warning"))
    for name, count in placed.moved.items():
        what = mark("the text was edited; coded passages that were found again in it: {count}", count=count)
        problems.append(Problem(name, what, "", "note"))
    for old, new in placed.renamed.items():
        problems.append(
            Problem(old, mark("its decisions now count for {new}, which holds the same text", new=new), "", "note")
        )
    return tuple(problems)
