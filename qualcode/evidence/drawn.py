"""Links that people drew, among the codings that count; and those that count nowhere, with the reason.

A link that is drawn is the judgement of the person who drew it. It may lead from one informant's words to another's:
informants tell of one case, and a causal network is that of the case (Miles, Huberman and Saldana 2014, ch. 9).
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from qualcode.evidence.answers import find_drawn
from qualcode.evidence.links import Link
from qualcode.evidence.selection import select
from qualcode.model import Codebook, Coding, DrawnLink, Study

Idle = Literal["gone", "rejected", "superseded", "unknown", "same code"]


def link_drawn(study: Study, codings: Iterable[Coding]) -> tuple[Link, ...]:
    """The links that people drew between two of `codings` with different codes, the oldest first."""
    by_id = {coding.id: coding for coding in codings}
    return tuple(
        Link(by_id[link.cause], by_id[link.effect], "drawn", who=link.who, why=link.why)
        for link in find_drawn(study)
        if link.cause in by_id and link.effect in by_id
        if not have_same_code(study.codebook, by_id[link.cause], by_id[link.effect])
    )


def find_idle(study: Study) -> Iterator[tuple[DrawnLink, str, Idle]]:
    """The drawn links that count in no display, whatever its options, each with the coding at fault and why."""
    by_id = {coding.id: coding for coding in study.codings}
    selection = select(study, wishes=True)
    superseded, unknown = ({coding.id for coding in heap} for heap in (selection.superseded, selection.unknown))
    for link in find_drawn(study):
        for id_ in (link.cause, link.effect):
            coding = by_id.get(id_)
            if coding is None:
                yield link, id_, "gone"
            elif coding.status == "rejected":
                yield link, id_, "rejected"
            elif id_ in superseded:
                yield link, id_, "superseded"
            elif id_ in unknown:
                yield link, id_, "unknown"
            else:
                continue
            break
        else:
            if have_same_code(study.codebook, by_id[link.cause], by_id[link.effect]):
                yield link, link.effect, "same code"


def have_same_code(codebook: Codebook, one: Coding, other: Coding) -> bool:
    """Whether two codings count for the same whole code."""
    return codebook.name_whole(one.code) == codebook.name_whole(other.code)
