"""Codings as they stand after what people decided on them.

A machine's suggestion keeps its own row, accepted or rejected by people; a person's edit or new coding is that
person's row. Of one coder's decisions on one coding the last counts; coders who disagree are both named.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.evidence.standing import drop_undone, rename, take_turns
from qualcode.evidence.voices import Stand, Voice, build, change, unite, write_rows
from qualcode.model import Coding, Decision

_Place = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """What a person wrote on a coding."""

    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Codings with what people decided on them, sorted as in codings.csv.

    `names` leads from ids that a coding had before (it was changed, or its transcript was edited) to the present one,
    `roots` from ids to the one that a coding was first decided on by, where that is another.
    `memos` are by present id, the oldest first.
    """

    codings: tuple[Coding, ...]
    names: dict[str, str]
    roots: dict[str, str]
    memos: dict[str, tuple[Memo, ...]]


def apply_decisions(
    codings: Iterable[Coding], decisions: Iterable[Decision], renamed: tuple[Decision, ...] = ()
) -> Decided:
    """Machine codings of one transcript or of several, with what people decided on them.

    A decision finds its coding by id, else by its words, code, polarity, modality and coder (its transcript was edited,
    or its code renamed). What a person accepted stands although no machine suggests it any more; what a person rejected
    and nobody suggests is not there. `renamed` is what `find_renamed` gave. The decisions' passages must be those of
    the codings' texts.
    """
    return Applying(codings, decisions, renamed).finish()


class Applying:
    """The same, for more decisions that come one after the other: each then costs little.

    Codings are known by their root: the id that a machine or a person first gave.
    """

    def __init__(
        self, codings: Iterable[Coding], decisions: Iterable[Decision], renamed: tuple[Decision, ...] = ()
    ) -> None:
        self._machine = {coding.id: coding for coding in codings}
        self._decisions = list(decisions)
        self._renamed = renamed
        self._places: dict[_Place, str] = {}
        self._begin()

    def add(self, decision: Decision) -> None:
        """Let one more decision count, the latest of its coder."""
        self._decisions.append(decision)
        if decision.act in ("undo", "join", "rename") or not self._is_last(decision):
            self._is_stale = True
        elif not self._is_stale:
            self._take(decision)

    def _begin(self) -> None:
        self._is_stale = False
        self._clocks: dict[str, str] = {}
        self._roots: dict[str, str] = {}
        self._voices: dict[str, dict[str, Voice]] = {}
        self._makers: dict[str, str] = {}
        self._memos: dict[str, list[Memo]] = {}
        self._rows: dict[str, tuple[Coding, ...]] = {}
        for decision in take_turns(drop_undone(self._decisions)):
            self._take(decision)

    def _is_last(self, decision: Decision) -> bool:
        """Whether all decisions that were taken come before this one, as `take_turns` orders them."""
        who = decision.who
        now = max(decision.when, self._clocks.get(who, ""))
        return all((clock, other) < (now, who) for other, clock in self._clocks.items() if other != who)

    def _take(self, decision: Decision) -> None:
        who = decision.who
        clock = self._clocks.get(who, "")
        self._clocks[who] = clock if clock > decision.when else decision.when
        if decision.passage is None or decision.act in ("nothing", "place", "rename"):
            return
        root = self._find_root(decision)
        if decision.comment:
            self._memos.setdefault(root, []).append(Memo(who, decision.when, decision.comment))
        if decision.act == "comment":
            return
        voices = self._voices.setdefault(root, {})
        before = voices.get(who)
        voices[who] = self._decide(root, decision, before if before and before.coding.id == decision.on else None)
        self._rows.pop(root, None)

    def _decide(self, root: str, decision: Decision, seen: Voice | None) -> Voice:
        """What the coder holds after the decision; `seen` is what the coder held, if the decision is on just that."""
        if decision.act in ("code", "propose"):
            self._makers[root] = decision.who
            return Voice("manual", build(decision, decision.who, self._renamed))
        coding = (seen and seen.coding) or self._machine.get(root) or build(decision, decision.coder, self._renamed)
        if decision.act == "accept":
            return Voice(seen.stand if seen and seen.stand != "rejected" else "accepted", coding)
        if decision.act == "reject":
            return Voice("rejected", coding)
        changed = change(coding, decision, self._renamed)
        self._roots[changed.id] = root
        stand: Stand = "manual" if self._makers.get(root) == decision.who else "edited"
        return Voice(stand, changed)

    def _find_root(self, decision: Decision) -> str:
        on = decision.on
        if on in self._machine:
            return self._roots.get(on, on)
        if on not in self._roots:
            self._roots[on] = self._find_in_place(decision) or on
        return self._roots[on]

    def _find_in_place(self, decision: Decision) -> str | None:
        """The machine's coding that is the one decided on under a new id."""
        if not self._places:
            self._places = {
                (each.transcript, each.span, each.code, each.polarity, each.modality, each.coder): each.id
                for each in self._machine.values()
            }
        passage = decision.passage
        code = rename(decision.code, decision.when, self._renamed)
        span = passage.span if passage else None
        return self._places.get((decision.transcript, span, code, decision.polarity, decision.modality, decision.coder))

    def finish(self) -> Decided:
        """All codings as they stand now."""
        if self._is_stale:
            self._begin()
        rows: dict[str, Coding] = {}
        for root in (*self._machine, *(each for each in self._voices if each not in self._machine)):
            for row in self._list_rows(root):
                rows[row.id] = unite(rows[row.id], row) if row.id in rows else row
        names = {old: self._find_present(root) for old, root in self._roots.items()}
        names = {old: new for old, new in names.items() if old != new and old not in rows}
        memos: dict[str, tuple[Memo, ...]] = {}
        for root, written in self._memos.items():
            present = self._find_present(root)
            memos[present] = (*memos.get(present, ()), *written)
        roots = {own: root for own, root in self._roots.items() if own != root}
        return Decided(tuple(sorted(rows.values(), key=place_in_csv)), names, roots, memos)

    def _list_rows(self, root: str) -> tuple[Coding, ...]:
        if root not in self._rows:
            suggested, voices = self._machine.get(root), self._voices.get(root)
            untouched = (suggested,) if suggested else ()
            self._rows[root] = write_rows(suggested, self._makers.get(root, ""), voices) if voices else untouched
        return self._rows[root]

    def _find_present(self, root: str) -> str:
        maker = self._makers.get(root)
        return self._voices[root][maker].coding.id if maker else root


def place_in_csv(coding: Coding) -> tuple[object, ...]:
    """Where a coding stands in codings.csv."""
    span = coding.span
    return (coding.transcript, span.start, span.end, coding.code, coding.coder, coding.polarity, coding.modality)
