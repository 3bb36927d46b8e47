"""What one person holds in a study, to hold what comes back from another program against it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from qualcode.evidence.standing import rename
from qualcode.model import Decision, Modality, Polarity, Span
from qualcode.workflow.choosing import Choice, name_proposal
from qualcode.workflow.desk import Desk, list_codings

# A transcript, and a coding's span, code, polarity and modality in it.
Place = tuple[str, Span, str, Polarity, Modality]


@dataclass(slots=True)
class Held:
    """What one person holds here: codings by place, when each place was last decided on, what was noted where; and
    `met`, the places that the file holds too."""

    rows: dict[Place, str] = field(default_factory=dict)
    decided: dict[Place, str] = field(default_factory=dict)
    memos: set[tuple[Place, str]] = field(default_factory=set)
    met: set[Place] = field(default_factory=set)


def look_around(desk: Desk, renamed: tuple[Decision, ...]) -> Held:
    """What the person at a desk holds here; `renamed` are the codes that bear other ids by now."""
    held = Held()
    for coding in list_codings(desk):
        if coding.status != "rejected" and desk.coder in (coding.decided_by or (coding.coder,)):
            held.rows[coding.transcript, coding.span, coding.code, coding.polarity, coding.modality] = coding.id
    for each in desk.own:
        for transcript, span, code, polarity, modality in _list_places(each):
            place = transcript, span, rename(code, each.when, renamed), polarity, modality
            held.memos.add((place, each.comment))
            if each.act != "comment":
                held.decided[place] = max(each.when, held.decided.get(place, ""))
    return held


def find_place(choice: Choice) -> Place:
    """Where a choice to code, or to propose a code, would put its coding."""
    assert choice.span is not None  # noqa: S101  # codings have their words
    code = choice.code or name_proposal(choice.label)
    return choice.transcript, choice.span, code, choice.polarity or "supporting", choice.modality


def _list_places(decision: Decision) -> Iterator[Place]:
    """Where a decision is, and where what it changed is now."""
    if decision.passage is None or decision.act in ("nothing", "place"):
        return
    span, code, polarity = decision.passage.span, decision.code, decision.polarity
    yield decision.transcript, span, code, polarity, decision.modality
    span = decision.to_passage.span if decision.to_passage else span
    code, polarity = decision.to_code or code, decision.to_polarity or polarity
    yield decision.transcript, span, code, polarity, decision.modality


def is_later(there: str, here: str) -> bool:
    """Whether something was done in the other program after a decision here; what has no time was not."""
    then, now = read_time(there), read_time(here)
    return then is not None and now is not None and then > now


def read_time(when: str) -> datetime | None:
    """A time as programs write it, in UTC where no zone is named; None for what is none."""
    try:
        read = datetime.fromisoformat(when.strip())
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
