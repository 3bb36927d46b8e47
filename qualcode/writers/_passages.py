"""Quotes that stand near each other, as one passage of their interview: its words once, each quote in its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from qualcode.model import Quote
from qualcode.writers._quotes import find_marks

AROUND = 120  # characters before the first quote of a passage and after its last
_EMPTY_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring quotes of one interview by their numbers, and their words as parts: texts with what each is:
    "" around quotes, "quote", "cue" (a word on which a rule fired), or "number", put after a quote's last word."""

    quotes: dict[int, Quote]
    parts: tuple[tuple[str, str], ...]


def join_passages(quotes: Mapping[int, Quote]) -> Iterator[Passage]:
    """The quotes, in the order of the interviews, as passages: what one person says in one turn, as long as the words
    around a quote reach those around the one before."""
    near: dict[int, Quote] = {}
    end, turn = 0, ("", 0, "")
    for number, quote in quotes.items():
        span, here = quote.coding.span, (quote.coding.transcript, quote.coding.turn, quote.case_label)
        if near and (here != turn or span.start - min(AROUND, len(quote.before)) > end):
            yield _make_passage(near)
            near = {}
        reach = span.end + min(AROUND, len(quote.after))
        end = max(end, reach) if near else reach
        near[number], turn = quote, here
    if near:
        yield _make_passage(near)


def _make_passage(quotes: dict[int, Quote]) -> Passage:
    text, start = _join_words(quotes.values())
    quoted = [(quote.coding.span.start - start, quote.coding.span.end - start) for quote in quotes.values()]
    cues = [
        (first + begin, first + end)
        for quote, (first, _) in zip(quotes.values(), quoted, strict=True)
        for begin, end in find_marks(quote.coding)
    ]
    ends: dict[int, list[int]] = {}
    for number, (_, end) in zip(quotes, quoted, strict=True):
        ends.setdefault(end, []).append(number)
    edges = sorted({edge for span in (*quoted, *cues) for edge in span})
    parts = [(_cut_end(text[: edges[0]]), "")]
    is_quoted, is_cue = _cover(quoted), _cover(cues)
    for begin, end in pairwise(edges):
        parts.append((text[begin:end], "cue" if is_cue(begin) else "quote" if is_quoted(begin) else ""))
        if end in ends:
            parts.append((f" [{', '.join(map(str, ends[end]))}]", "number"))
    parts.append((_cut_start(text[edges[-1] :]), ""))
    return Passage(quotes, tuple(part for part in parts if part[0]))


def _cover(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """What tells whether a place is inside one of the spans; a turn may hold thousands."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def covers(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < ends[at]

    return covers


def _join_words(quotes: Iterable[Quote]) -> tuple[str, int]:
    """The words from before the first quote to after the last, and where they begin in the interview."""
    text, start = "", 0
    for quote in quotes:
        around = f"{quote.before}{quote.coding.quote}{quote.after}"
        begin = quote.coding.span.start - len(quote.before)
        if not text:
            text, start = around, begin
        elif begin < start:
            text, start = around[: start - begin] + text, begin
        if begin + len(around) > start + len(text):
            text += around[start + len(text) - begin :]
    return text, start


def _cut_end(before: str) -> str:
    """The end of what stands before a quote, from the beginning of a word, without empty lines."""
    before = _EMPTY_LINES.sub("\n", before)
    return before if len(before) <= AROUND else "… " + before[-AROUND:].partition(" ")[2]


def _cut_start(after: str) -> str:
    """The beginning of what stands after a quote, to the end of a word, without empty lines."""
    after = _EMPTY_LINES.sub("\n", after)
    return after if len(after) <= AROUND else after[:AROUND].rpartition(" ")[0] + " …"
