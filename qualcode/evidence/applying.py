"""Codings as they stand after what people decided on them.

A machine's suggestion keeps its own row, accepted or rejected by people; a person's edit or new coding is that
person's row. Of one coder's decisions on one coding the last counts; coders who disagree are both named.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from qualcode.model import Coding, Decision, Passage, Status, make_coding_id

Stand = Literal["accepted", "rejected", "edited", "manual"]
_Place = tuple[object, ...]
_RANKS: tuple[Status, ...] = ("rejected", "suggested", "accepted", "edited", "manual")


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


def find_renamed(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The steps by which codes got other ids, the earliest first."""
    return tuple(sorted((each for each in decisions if each.act == "rename"), key=lambda each: (each.when, each.hash)))


def rename(code_id: str, when: str, renamed: Iterable[Decision]) -> str:
    """The present id of a code or sub-code that was called `code_id` at the time `when`."""
    for step in renamed:
        if step.when >= when and f"{code_id}.".startswith(f"{step.code}."):
            code_id = step.to_code + code_id[len(step.code) :]
    return code_id


def apply_decisions(
    codings: Iterable[Coding], decisions: Iterable[Decision], renamed: tuple[Decision, ...] = ()
) -> Decided:
    """Machine codings of one transcript or of several, with what people decided on them.

    A decision finds its coding by id, else by its words, code, polarity, modality and coder (its transcript was edited,
    or its code renamed). What a person accepted stands although no machine suggests it any more; what a person rejected
    and nobody suggests is not there. `renamed` is what `find_renamed` gave. The decisions' passages must be those of
    the codings' texts.
    """
    fitting = _Fitting(codings, renamed)
    for decision in _take_turns(drop_undone(decisions)):
        fitting.take(decision)
    return fitting.finish()


def _take_turns(decisions: Iterable[Decision]) -> list[Decision]:
    """Each coder's decisions in the coder's own order, all coders' by the clock: one may decide on another's coding.

    A clock that went back is taken to have stood still.
    """
    by_coder: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_coder.setdefault(decision.who, []).append(decision)
    if len(by_coder) < 2:
        return [decision for own in by_coder.values() for decision in own]
    in_turn = [decision for who in sorted(by_coder) for decision in by_coder[who]]
    times = [when for who in sorted(by_coder) for when in accumulate((each.when for each in by_coder[who]), max)]
    return [in_turn[number] for number in sorted(range(len(in_turn)), key=times.__getitem__)]


@dataclass(slots=True)
class _Voice:
    """What one person holds of one coding: the coding as this person has it."""

    stand: Stand
    coding: Coding
    decision: Decision


@dataclass(slots=True)
class _Fitting:
    """One pass over all decisions. Codings are known by their root: the id that a machine or a person first gave."""

    codings: Iterable[Coding]
    renamed: tuple[Decision, ...]
    machine: dict[str, Coding] = field(default_factory=dict)
    places: dict[_Place, str] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    voices: dict[str, dict[str, _Voice]] = field(default_factory=dict)
    makers: dict[str, str] = field(default_factory=dict)
    memos: dict[str, list[Memo]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for coding in self.codings:
            self.machine[coding.id] = coding

    def take(self, decision: Decision) -> None:
        if decision.passage is None or decision.act in ("nothing", "place", "rename"):
            return
        root = self._find_root(decision)
        if decision.comment:
            self.memos.setdefault(root, []).append(Memo(decision.who, decision.when, decision.comment))
        if decision.act == "comment":
            return
        voices = self.voices.setdefault(root, {})
        before = voices.get(decision.who)
        seen = before.coding if before and before.coding.id == decision.on else None
        coding = seen or self.machine.get(root) or self._build(decision, decision.coder)
        stand: Stand
        if decision.act == "accept":
            stand = before.stand if before and seen and before.stand != "rejected" else "accepted"
        elif decision.act == "reject":
            stand = "rejected"
        elif decision.act in ("code", "propose"):
            stand, coding = "manual", self._build(decision, decision.who)
            self.makers[root] = decision.who
        else:
            stand = "manual" if self.makers.get(root) == decision.who else "edited"
            coding = self._change(coding, decision)
            self.roots[coding.id] = root
        voices[decision.who] = _Voice(stand, coding, decision)

    def _find_root(self, decision: Decision) -> str:
        on = decision.on
        if on in self.machine:
            return self.roots.get(on, on)
        if on not in self.roots:
            self.roots[on] = self._find_in_place(decision) or on
        return self.roots[on]

    def _find_in_place(self, decision: Decision) -> str | None:
        """The machine's coding that is the one decided on under a new id."""
        if not self.places:
            self.places = {_place(coding): coding.id for coding in self.machine.values()}
        return self.places.get(_place(self._build(decision, decision.coder)))

    def _build(self, decision: Decision, coder: str) -> Coding:
        passage = decision.passage
        assert passage is not None  # noqa: S101  # take() lets no other in
        return Coding(
            id=decision.on,
            transcript=decision.transcript,
            case=passage.case,
            speaker=passage.speaker,
            turn=passage.turn,
            span=passage.span,
            quote=passage.quote,
            code=rename(decision.code, decision.when, self.renamed),
            polarity=decision.polarity,
            modality=decision.modality,
            directness="unknown",
            elicited="unknown",
            coder=coder,
            evidence=(),
            score=None,
            status="manual",
            codebook=decision.codebook,
            code_hash=decision.code_hash,
            text_sha256=passage.text_sha256,
        )

    def _change(self, coding: Coding, decision: Decision) -> Coding:
        if decision.to_passage:
            coding = _lay_on(coding, decision.to_passage)
        code = rename(decision.to_code, decision.when, self.renamed) or coding.code
        polarity = decision.to_polarity or coding.polarity
        return replace(
            coding,
            id=make_coding_id(coding.transcript, coding.span, code, polarity, coding.modality, decision.who),
            code=code,
            polarity=polarity,
            coder=decision.who,
            evidence=(),
            score=None,
            codebook=decision.codebook,
            code_hash=decision.code_hash,
        )

    def finish(self) -> Decided:
        rows: dict[str, Coding] = {}
        names: dict[str, str] = {}
        for root in (*self.machine, *(each for each in self.voices if each not in self.machine)):
            voices = self.voices.get(root)
            for row in self._write_rows(root, voices) if voices else (self.machine[root],):
                rows[row.id] = _unite(rows[row.id], row) if row.id in rows else row
        for old, root in self.roots.items():
            names[old] = self._find_present(root)
        names = {old: new for old, new in names.items() if old != new and old not in rows}
        memos: dict[str, tuple[Memo, ...]] = {}
        for root, written in self.memos.items():
            present = self._find_present(root)
            memos[present] = (*memos.get(present, ()), *written)
        roots = {own: root for own, root in self.roots.items() if own != root}
        return Decided(tuple(sorted(rows.values(), key=place_in_csv)), names, roots, memos)

    def _write_rows(self, root: str, voices: dict[str, _Voice]) -> list[Coding]:
        """The rows that come of one root on which people decided."""
        takers: list[str] = []
        others: list[str] = []
        rows = []
        for who, voice in voices.items():
            (takers if voice.stand in ("accepted", "manual") else others).append(who)
            if voice.stand == "edited":
                rows.append(replace(voice.coding, status="edited", decided_by=(who,)))
        maker = self.makers.get(root, "")
        if maker:
            base = voices[maker].coding
        elif root in self.machine:
            base = self.machine[root]
        elif takers:
            base = voices[takers[0]].coding
        else:
            return rows  # turned down, and nobody suggests it any more
        status: Status = "rejected"
        if takers:
            status = "manual" if maker in takers else "accepted"
        decided, disputed = (takers, others) if takers else (others, takers)
        base = replace(base, status=status, decided_by=tuple(sorted(decided)), disputed_by=tuple(sorted(disputed)))
        return [base, *rows]

    def _find_present(self, root: str) -> str:
        maker = self.makers.get(root)
        return self.voices[root][maker].coding.id if maker else root


def _unite(one: Coding, other: Coding) -> Coding:
    """One row out of two that became the same."""
    first, second = (other, one) if _RANKS.index(other.status) > _RANKS.index(one.status) else (one, other)
    decided = tuple(sorted({*first.decided_by, *second.decided_by}))
    disputed = tuple(sorted({*first.disputed_by, *second.disputed_by} - set(decided)))
    return replace(first, decided_by=decided, disputed_by=disputed)


def _lay_on(coding: Coding, passage: Passage) -> Coding:
    return replace(
        coding,
        span=passage.span,
        quote=passage.quote,
        turn=passage.turn,
        speaker=passage.speaker,
        case=passage.case,
        text_sha256=passage.text_sha256,
    )


def _place(coding: Coding) -> _Place:
    return (coding.transcript, coding.span, coding.code, coding.polarity, coding.modality, coding.coder)


def place_in_csv(coding: Coding) -> tuple[object, ...]:
    """Where a coding stands in codings.csv."""
    return (coding.transcript, coding.span, coding.code, coding.coder, coding.polarity, coding.modality)
