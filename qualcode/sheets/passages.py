"""Passages as a sheet shows them, and words that a person typed or kept, found again in their transcript."""

import re

from qualcode.errors import QualcodeError
from qualcode.evidence.wording import shorten
from qualcode.messages import mark
from qualcode.model import Span, Transcript

AROUND = 120  # code points on either side of a quote
LONGEST_CELL = 32_767  # characters, Excel's limit
_MOST_QUOTE = LONGEST_CELL - 2 * AROUND - 8
# What XML 1.0 cannot hold. Each gives one sign, so that places in a sheet are places in the transcript.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_FIRST_WORD = re.compile(r"\S*\s*")
_LAST_WORD = re.compile(r"\s*\S*\Z")


def fit(text: str) -> str:
    """The text as XML can hold it, no character more or less."""
    return _UNFIT.sub("\ufffd", text)


def show(text: str, span: Span) -> tuple[str, str, str]:
    """What stands before a quote, the quote, and what stands after it, cut at blanks and as long as a cell takes."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        before = "…" + before[_FIRST_WORD.match(before).end() :]  # type: ignore[union-attr]  # it matches ""
    if end < len(text):
        after = after[: _LAST_WORD.search(after).start()] + "…"  # type: ignore[union-attr]
    quote = span.of(text)
    if len(quote) > _MOST_QUOTE:
        quote = quote[: _MOST_QUOTE - 1] + "…"
    return fit(before), fit(quote), fit(after)


def find_words(transcript: Transcript, words: str, near: Span | None = None) -> Span:
    """The one place inside a turn where `words` stand, blanks and quotation marks aside; else refused.

    Where they stand more than once, it is the place that overlaps `near`, if just one does.
    """
    bare = words.strip().strip('“”"…').strip()
    pattern = r"\s+".join(map(_match_word, bare.split()))
    if not pattern:
        raise QualcodeError(
            mark("no words are given"), mark("Copy the words that are to bear the code from the transcript")
        )
    found = [
        Span(turn.span.start + match.start(), turn.span.start + match.end())
        for turn in transcript.turns
        for match in re.finditer(pattern, turn.span.of(transcript.text))
    ]
    if near and len(found) > 1:
        found = [span for span in found if span.overlaps(near)] or found
    if len(found) == 1:
        return found[0]
    if found:
        raise QualcodeError(
            mark("“{bare}” stands {count} times in {name}", bare=shorten(bare), count=len(found), name=transcript.name),
            mark("Take more of the words around it, so that one place is meant"),
        )
    raise QualcodeError(
        mark("“{bare}” is not what one speaker says in {name}", bare=shorten(bare), name=transcript.name),
        mark("Copy the words as they stand in the transcript, inside one turn"),
    )


def _match_word(word: str) -> str:
    """A pattern for a word in which typographic quotation marks, apostrophes and dashes are like plain ones."""
    return "".join(_ALIKE.get(character) or re.escape(character) for character in word)


_ALIKE = {character: f"[{re.escape(group)}]" for group in ("'’‘`´", '"“”„«»', "-–—−‐‑") for character in group}
