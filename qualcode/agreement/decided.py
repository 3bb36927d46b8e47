"""People's codings out of what they decided inside the study, blind."""

from collections import defaultdict
from collections.abc import Iterable

from qualcode.agreement.people import People
from qualcode.errors import QualcodeError
from qualcode.evidence.applying import apply_decisions
from qualcode.evidence.standing import drop_undone, find_renamed
from qualcode.messages import mark
from qualcode.model import Decision, Span, Study

_CHANGING = ("undo", "reject", "recode", "move", "polarity")


def gather_people(study: Study) -> People:
    """Each person's codings, as they were made without sight of the machine's and of others' codings.

    Whoever saw a suggestion is no independent reader, so that only blind decisions count, and only the passages that a
    person coded or passed over blind are read by that person. What is taken back or changed with suggestions in sight
    stays as it was made: else people would agree with the machine because they saw it. A study in which nobody decided
    blind is refused.
    """
    blind = [decision for decision in study.decisions if decision.seen == "blind"]
    passages: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for decision in drop_undone(blind):
        if decision.passage:
            passages[decision.who, decision.transcript].append(decision.passage.span)
    if not passages:
        raise QualcodeError(
            mark("Nobody has coded blind in this study yet"),
            mark("Code some passages with `qualcode review --blind`, or name a file of people's codings with --with"),
        )
    read: dict[str, set[str]] = defaultdict(set)
    for who, name in passages:
        read[who].add(name)
    codings = apply_decisions((), blind, find_renamed(study.decisions)).codings
    return People(
        codings=tuple(coding for coding in codings if coding.status != "rejected"),
        read={who: frozenset(names) for who, names in sorted(read.items())},
        suggestions=0,
        rejected=0,
        accepted=0,
        has_polarity=True,
        passages={place: tuple(spans) for place, spans in passages.items()},
        changed=_count_changed(blind, study.decisions),
    )


def _count_changed(blind: Iterable[Decision], decisions: Iterable[Decision]) -> int:
    """How many codings somebody made blind and took back, or changed, when no longer blind."""
    made = {(each.who, name): each.hash for each in blind for name in (each.hash, each.on)}
    later = (each for each in decisions if each.seen != "blind" and each.act in _CHANGING)
    return len({made[each.who, each.on] for each in later if (each.who, each.on) in made})
