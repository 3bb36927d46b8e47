"""Chains of decisions: each names the one before it, so that what is missing, or was made apart, can be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from qualcode.messages import mark
from qualcode.model import Decision, Problem


@dataclass(frozen=True, slots=True)
class Chain:
    """The decisions of one file in its order; `stated` are hashes that lines beside them state which do not count."""

    decisions: tuple[Decision, ...]
    stated: frozenset[str] = frozenset()


def is_straight(decisions: Sequence[Decision]) -> bool:
    """Whether each decision names exactly the one before it, and the first one none."""
    before: tuple[str, ...] = ()
    for decision in decisions:
        if decision.parents != before:
            return False
        before = (decision.hash,)
    return True


def find_heads(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The hashes that no other decision names as its parent, in the given order."""
    if is_straight(decisions):
        return tuple(decision.hash for decision in decisions[-1:])
    named = {parent for decision in decisions for parent in decision.parents}
    return tuple(decision.hash for decision in decisions if decision.hash not in named)


def put_in_order(chains: Iterable[Chain]) -> tuple[Decision, ...]:
    """All decisions of several chains, each once: after its parents, else the earlier first, then by hash.

    The order of the chains makes no difference.
    """
    given = tuple(chains)
    if len(given) == 1 and is_straight(given[0].decisions):
        return given[0].decisions
    known = {decision.hash: decision for chain in given for decision in chain.decisions}
    waiting: dict[str, int] = {}
    children: dict[str, list[str]] = {}
    for decision in known.values():
        parents = [parent for parent in set(decision.parents) if parent in known]
        waiting[decision.hash] = len(parents)
        for parent in parents:
            children.setdefault(parent, []).append(decision.hash)
    ready = [(known[each].when, each) for each, count in waiting.items() if not count]
    heapify(ready)
    ordered = []
    while ready:
        _, digest = heappop(ready)
        ordered.append(known[digest])
        for child in children.get(digest, ()):
            waiting[child] -= 1
            if not waiting[child]:
                heappush(ready, (known[child].when, child))
    return tuple(ordered)


def find_problems(home: str, files: Mapping[str, Chain]) -> tuple[Problem, ...]:
    """What is odd about the chains of one coder and transcript, by the names of the files that hold them.

    `home` is the name of the file that they all belong into.
    """
    own = {decision.hash for decision in files[home].decisions} if home in files else set()
    problems = []
    for name, chain in files.items():
        more = len({decision.hash for decision in chain.decisions} - own)
        if name != home:
            what = mark("it is another copy of {home}; decisions that only it holds: {more}", home=home, more=more)
            problems.append(
                Problem(name, what, mark("All of them count; `qualcode review` puts them together"), "note")
            )
    everything = put_in_order(files.values())
    present = {decision.hash for decision in everything}
    odd = {stated for chain in files.values() for stated in chain.stated}
    named = {parent for decision in everything for parent in decision.parents}
    gaps = named - present
    if lost := gaps - odd:
        what = mark("decisions that later ones follow on are missing: {count}", count=len(lost))
        problems.append(
            Problem(home, what, mark("Put the missing lines back from a backup or another copy"), "warning")
        )
    if (apart := len(find_heads(everything)) - len(gaps)) > 1:  # what is missing leaves an end before it
        what = mark("decisions were made apart, in {apart} places at once", apart=apart)
        problems.append(Problem(home, what, mark("All of them count, each coding's latest decision wins"), "note"))
    return tuple(problems)
