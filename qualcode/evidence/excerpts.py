"""Excerpts: neighbouring codings of one turn, put together for reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter

from qualcode.evidence.selection import is_human, list_ids
from qualcode.model import Codebook, Coding, Span

GAP = 3  # code points: sentences of one turn are parted by a space or a line break, at times with a stray blank

_ORDER = attrgetter("transcript", "span.start", "span.end", "id")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage; `codings` (at least one) are all those behind it, in the order of the text."""

    codings: tuple[Coding, ...]
    span: Span
    quote: str

    @property
    def coding_ids(self) -> tuple[str, ...]:
        """The ids of the codings behind it."""
        return list_ids(self.codings)


def find_excerpts(codings: Iterable[Coding], codebook: Codebook) -> tuple[Excerpt, ...]:
    """Put neighbours together: same turn, informant, code (sub-codes as their code), polarity and modality.

    Neighbours overlap or stand at most `GAP` code points apart. A suggestion never joins a person's coding. The
    quotes are verbatim; the gap itself, which no coding holds, is written as one space. Each coding is in exactly
    one excerpt; excerpts come in the order of transcripts and of the text.
    """
    excerpts: list[Excerpt] = []
    latest: dict[tuple[object, ...], int] = {}
    for coding in sorted(codings, key=_ORDER):
        kind = (
            coding.transcript,
            coding.turn,
            coding.case,
            codebook.name_whole(coding.code),
            coding.polarity,
            coding.modality,
            is_human(coding),
        )
        place = latest.get(kind)
        if place is not None and coding.span.start - excerpts[place].span.end <= GAP:
            excerpts[place] = _extend(excerpts[place], coding)
        else:
            latest[kind] = len(excerpts)
            excerpts.append(make_excerpt(coding))
    return tuple(excerpts)


def make_excerpt(*codings: Coding) -> Excerpt:
    """The passage of one coding, or of the codings of a unit (`group_by_unit`) whatever their codes: all words that any
    of them covers, verbatim and each once."""
    first, *others = codings
    return reduce(_extend, others, Excerpt((first,), first.span, first.quote))


def choose_excerpts(excerpts: Sequence[Excerpt], most: int) -> tuple[Excerpt, ...]:
    """At most `most` excerpts: people's before suggestions, then as they come in the interview.

    Where those would all be of one side and the cell holds both, the first of the other side takes the last place
    (from two quotes on), so that no choice hides what speaks against.
    """
    ranked = sorted(excerpts, key=lambda excerpt: not is_human(excerpt.codings[0]))  # stable: keeps the text's order
    shown = ranked[:most]
    others = [e for e in ranked[most:] if e.codings[0].polarity not in {s.codings[0].polarity for s in shown}]
    if others and most > 1:
        shown[-1] = others[0]
    return tuple(shown)


def _extend(excerpt: Excerpt, coding: Coding) -> Excerpt:
    gap = coding.span.start - excerpt.span.end
    more = (" " if gap > 0 else "") + coding.quote[max(-gap, 0) :]
    span = Span(excerpt.span.start, max(excerpt.span.end, coding.span.end))
    return Excerpt((*excerpt.codings, coding), span, excerpt.quote + more)
