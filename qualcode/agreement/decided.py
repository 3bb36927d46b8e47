"""People's codings out of what they decided inside the study, blind."""

from collections import defaultdict

from qualcode.agreement.people import People
from qualcode.errors import QualcodeError
from qualcode.evidence.applying import apply_decisions
from qualcode.evidence.standing import drop_undone, find_renamed
from qualcode.messages import mark
from qualcode.model import Span, Study


def gather_people(study: Study) -> People:
    """Each person's codings, as they were made without sight of the machine's and of others' codings.

    Whoever saw a suggestion is no independent reader, so that only blind decisions count, and only the passages that a
    person coded or passed over blind are read by that person. A study in which nobody decided blind is refused.
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
    )
