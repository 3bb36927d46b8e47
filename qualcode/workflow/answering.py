"""A person answers what a result leaves open, or draws a link: on the disk before it returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.evidence.answers import NO_LINK
from qualcode.model import Decision, Question, Tool
from qualcode.store.decisions import append_decisions
from qualcode.workflow.desk import require_person
from qualcode.workflow.opening import OpenStudy


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says to the question, cell or claim `on`; `basis` is what `hash_basis` gives for its codings."""

    on: str
    text: str = ""
    label: str = ""
    basis: str = ""


def record_answers(
    opened: OpenStudy, coder: str, question: Question, said: Sequence[Said], when: str, tool: Tool = "command"
) -> tuple[str, ...]:
    """Append answers, all at once; an empty one takes back the coder's last. Gives remarks on odd files.

    `when` is ISO 8601 in UTC. A coder without a name, or with a machine's, is refused.
    """
    return _append(opened, make_answers(coder, question, said, when, tool))


def make_answers(coder: str, question: Question, said: Sequence[Said], when: str, tool: Tool) -> list[Decision]:
    """Answers as they would be appended, to be weighed before they are."""
    return [
        _make(coder, question, when, tool, on=each.on, comment=each.text, label=each.label, basis=each.basis)
        for each in said
    ]


def record_link(
    opened: OpenStudy,
    coder: str,
    cause: str,
    effect: str,
    when: str,
    why: str = "",
    *,
    drawn: bool = True,
    tool: Tool = "command",
) -> tuple[str, ...]:
    """Append that one coding leads to another (ids), or, with `drawn` False, that the coder takes this link away."""
    label = "" if drawn else NO_LINK
    return _append(opened, [_make(coder, "link", when, tool, on=cause, to_on=effect, comment=why, label=label)])


def _make(coder: str, act: Question | Literal["link"], when: str, tool: Tool, **fields: str) -> Decision:
    who = require_person(coder)
    return Decision(act, who, when, tool, "suggestions", **fields)  # type: ignore[arg-type]  # texts by name


def _append(opened: OpenStudy, decisions: Sequence[Decision]) -> tuple[str, ...]:
    return append_decisions(opened.place.decisions, decisions).remarks
