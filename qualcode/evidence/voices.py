"""What single people hold of one coding, and the rows of codings.csv that come of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from qualcode.evidence.standing import rename
from qualcode.model import Coding, Decision, Passage, Status, make_coding_id

Stand = Literal["accepted", "rejected", "edited", "manual"]
_RANKS: tuple[Status, ...] = ("rejected", "suggested", "accepted", "edited", "manual")


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person holds of one coding: the coding as this person has it."""

    stand: Stand
    coding: Coding


def build(decision: Decision, coder: str, renamed: Iterable[Decision]) -> Coding:
    """The coding that a decision is on, or makes, as the decision itself tells of it."""
    passage = decision.passage
    assert passage is not None  # noqa: S101  # decisions without one are on no coding
    return Coding(
        id=decision.on,
        transcript=decision.transcript,
        case=passage.case,
        speaker=passage.speaker,
        turn=passage.turn,
        span=passage.span,
        quote=passage.quote,
        code=rename(decision.code, decision.when, renamed),
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


def change(coding: Coding, decision: Decision, renamed: Iterable[Decision]) -> Coding:
    """The coding with another code, polarity or place, as the person who decided has it."""
    if decision.to_passage:
        coding = _lay_on(coding, decision.to_passage)
    code = rename(decision.to_code, decision.when, renamed) or coding.code
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


def write_rows(suggested: Coding | None, maker: str, voices: dict[str, Voice]) -> tuple[Coding, ...]:
    """The rows that come of one coding on which people decided: it itself, and what some have made of it.

    `suggested` is what a machine still suggests, `maker` the person who made it by hand ("" where nobody did). What was
    turned down, and nobody suggests any more, has no row.
    """
    takers: list[str] = []
    others: list[str] = []
    rows = []
    for who, voice in voices.items():
        (takers if voice.stand in ("accepted", "manual") else others).append(who)
        if voice.stand == "edited":
            rows.append(replace(voice.coding, status="edited", decided_by=(who,)))
    if maker:
        base = voices[maker].coding
    elif suggested:
        base = suggested
    elif takers:
        base = voices[takers[0]].coding
    else:
        return tuple(rows)
    status: Status = "rejected"
    if takers:
        status = "manual" if maker in takers else "accepted"
    decided, disputed = (takers, others) if takers else (others, takers)
    base = replace(base, status=status, decided_by=tuple(sorted(decided)), disputed_by=tuple(sorted(disputed)))
    return (base, *rows)


def unite(one: Coding, other: Coding) -> Coding:
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
