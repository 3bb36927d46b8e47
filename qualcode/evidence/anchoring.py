"""Finding a passage again in a text that was edited since.

By its words first, with the words around them to tell like ones apart (text quote selector, W3C Web Annotation Data
Model 2017); then by most of its words in their order. What could be meant in two places is found in none.
"""

import re
from collections import Counter
from difflib import SequenceMatcher

from qualcode.model import Passage, Span

AROUND = 48  # code points kept on either side of a passage
LIKE = 0.75  # how much of a changed passage must be there still, as difflib counts
SURE = 24  # so many code points, of the passage and beside it, are no chance
SEED = 8  # code points by which a changed passage is looked for


def look_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a passage."""
    return text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]


def find_again(passage: Passage, text: str) -> Span | None:
    """Where the passage stands in `text`; None where it is not there, or may be meant in two places.

    Blanks and line ends may differ. Of a short passage some of what stood beside it must be there too.
    """
    pattern = r"\s+".join(map(re.escape, passage.quote.split()))
    found = [Span(*match.span()) for match in re.finditer(pattern, text)] if pattern else []
    return _choose(found, passage, text) if found else _find_most(passage, text)


def _choose(found: list[Span], passage: Passage, text: str) -> Span | None:
    ranked = sorted(((_count_beside(span, passage, text), span) for span in found), reverse=True)
    best, span = ranked[0]
    if len(ranked) > 1 and ranked[1][0] == best:
        return None
    return span if best + len(passage.quote) >= SURE or best == len(passage.before) + len(passage.after) else None


def _count_beside(span: Span, passage: Passage, text: str) -> int:
    """How many code points next to the span are those that stood next to the passage."""
    before, after = look_around(text, span)
    return _count_same(passage.before[::-1], before[::-1]) + _count_same(passage.after, after)


def _count_same(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _find_most(passage: Passage, text: str) -> Span | None:
    """The place where most of a changed passage stands, ends set by what stood beside it or by its own words."""
    quote = passage.quote
    votes: Counter[int] = Counter()
    for at in range(max(1, len(quote) - SEED + 1)):
        seed = quote[at : at + SEED]
        places = [match.start() for match in re.finditer(re.escape(seed), text)]
        if len(places) == 1:
            votes[(places[0] - at) // SEED] += 1
    spans = {
        span: _like(quote, span.of(text))
        for slot, _ in votes.most_common(3)
        if (span := _fit(passage, text, slot * SEED)) is not None
    }
    likely = [span for span, like in spans.items() if like >= LIKE]
    return likely[0] if len(likely) == 1 else None


def _fit(passage: Passage, text: str, near: int) -> Span | None:
    slack = len(passage.quote) // 2 + 2 * SEED
    left = max(0, near - slack)
    region = text[left : near + len(passage.quote) + slack]
    blocks = SequenceMatcher(None, passage.quote, region, autojunk=False).get_matching_blocks()
    solid = [block for block in blocks if block.size >= 3]
    if not solid:
        return None
    start = left + solid[0].b - (solid[0].a and _stretch_back(passage, text, left + solid[0].b))
    end = left + solid[-1].b + solid[-1].size
    if solid[-1].a + solid[-1].size < len(passage.quote):
        end += _stretch_on(passage, text, end)
    return Span(start, end)


def _stretch_back(passage: Passage, text: str, start: int) -> int:
    """How far the changed beginning of a passage reaches back: to what stood before it, else to the word's edge."""
    beside = passage.before[-SEED:]
    at = text.rfind(beside, max(0, start - len(passage.quote) - SEED), start) if beside.strip() else -1
    if at >= 0:
        return start - at - len(beside)
    return len(re.search(r"\w*\Z", text[:start])[0])  # type: ignore[index]  # it matches the empty string


def _stretch_on(passage: Passage, text: str, end: int) -> int:
    beside = passage.after[:SEED]
    at = text.find(beside, end, end + len(passage.quote) + SEED) if beside.strip() else -1
    if at >= 0:
        return at - end
    return len(re.match(r"\w*", text[end:])[0])  # type: ignore[index]


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
