"""Which decisions stand: what undos leave of them, in whose order they count, and under which ids of codes."""

from collections.abc import Iterable
from itertools import accumulate

from qualcode.model import Decision


def drop_undone(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What is left when undos have done their work, in the same order; an undo may itself be undone.

    A coder takes back own decisions only. Decisions come in the order in which each coder made them.
    """
    given = tuple(decisions)
    if not any(decision.act in ("undo", "join") for decision in given):
        return given
    taken_back: set[tuple[str, str]] = set()
    left = []
    for decision in reversed(given):
        if (decision.who, decision.hash) in taken_back:
            continue
        if decision.act == "undo":
            taken_back.add((decision.who, decision.on))
        elif decision.act != "join":
            left.append(decision)
    return tuple(reversed(left))


def take_turns(decisions: Iterable[Decision]) -> list[Decision]:
    """Each coder's decisions in the coder's own order, all coders' by the clock: one may decide on another's coding.

    A clock that went back is taken to have stood still; at the same time coders come by their names.
    """
    by_coder: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_coder.setdefault(decision.who, []).append(decision)
    if len(by_coder) < 2:
        return [decision for own in by_coder.values() for decision in own]
    in_turn = [decision for who in sorted(by_coder) for decision in by_coder[who]]
    times = [when for who in sorted(by_coder) for when in accumulate((each.when for each in by_coder[who]), max)]
    return [in_turn[number] for number in sorted(range(len(in_turn)), key=times.__getitem__)]


def find_renamed(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The steps by which codes got other ids, the earliest first."""
    return tuple(sorted((each for each in decisions if each.act == "rename"), key=lambda each: (each.when, each.hash)))


def rename(code_id: str, when: str, renamed: Iterable[Decision]) -> str:
    """The present id of a code or sub-code that was called `code_id` at the time `when`."""
    for step in renamed:
        if step.when >= when and f"{code_id}.".startswith(f"{step.code}."):
            code_id = step.to_code + code_id[len(step.code) :]
    return code_id
