"""Deciding at a desk: what a person chooses becomes decisions, on the disk before `decide` returns.

The review page, the terminal and the sheets all come through here. What is refused is refused whole, with every
problem.
"""

from collections.abc import Sequence

from qualcode.errors import QualcodeError
from qualcode.model import Decision, Tool
from qualcode.store.decisions import append_decisions
from qualcode.store.joining import join_copies as join_files
from qualcode.workflow.choosing import Choice, ChoicesRefused, Choosing
from qualcode.workflow.desk import Desk, refresh, take_in
from qualcode.workflow.opening import OpenStudy


def decide(desk: Desk, choices: Sequence[Choice], when: str, tool: Tool) -> tuple[Decision, ...]:
    """Put decisions on the disk, all of them or none; gives them in the same order.

    `when` is ISO 8601 in UTC. Choices are checked against the desk as it is before the first of them; every problem is
    collected. One coder's decisions on one transcript are one locked append. Where a later transcript's file is refused
    by the disk, the earlier ones' decisions stand, and `refresh` shows them.
    """
    decisions = make_decisions(desk, choices, when, tool)
    try:
        appended = append_decisions(desk.opened.place.decisions, decisions)
    except QualcodeError:
        refresh(desk)
        raise
    desk.remarks += appended.remarks
    is_placed_by_hand = desk.orphans or any(decision.act == "place" for decision in desk.own)
    if is_placed_by_hand and any(decision.act in ("place", "undo") for decision in appended.decisions):
        refresh(desk)  # what was found nowhere may stand somewhere now, or the other way round
    else:
        take_in(desk, appended.decisions)
    return appended.decisions


def make_decisions(desk: Desk, choices: Sequence[Choice], when: str, tool: Tool) -> tuple[Decision, ...]:
    """The decisions that `decide` would put on the disk; refused in the same way, and nothing is written."""
    choosing = Choosing(desk, when, tool)
    decisions = [choosing.make(choice) for choice in choices]
    if choosing.problems:
        raise ChoicesRefused(tuple(choosing.problems))
    return tuple(decision for decision in decisions if decision)


def join_copies(desk: Desk, when: str) -> tuple[str, ...]:
    """Put copies of the coder's own files together (two machines, a sync tool); gives a remark for each copy."""
    join = Decision("join", desk.coder, when, "review", desk.seen)
    remarks = join_files(desk.opened.place.decisions, desk.coder, join)
    if remarks:
        refresh(desk)
    return remarks


def record_rename(opened: OpenStudy, who: str, old: str, new: str, when: str) -> None:
    """Let all that people decided on the code `old` until `when` count for `new`, in sheets too that are still out.

    It is what the codebook's rename and merge call. A code that was split moves nothing: decisions on it keep its id,
    count nowhere until a person gives them one of the new codes, and wait in the queue for that.
    """
    step = Decision("rename", who, when, "codebook", "suggestions", code=old, to_code=new)
    append_decisions(opened.place.decisions, [step])
