"""What was said in a stretch of a text, as words and marks."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from copy import copy
from itertools import accumulate

from qualcode.language.spelling import find_forms, list_typed
from qualcode.language.tokens import TOKEN
from qualcode.model import Span

_CHUNK = re.compile(r"\S+")
BLANK = "x"  # stands for a word
_LONG = 400  # pieces; most sentences have twenty


class Said:
    """A sentence, or any stretch of a text in `language`, for which a phrase index gave `pieces`, the signs of what
    stands between two blanks. `signs` has one character for each word or mark; all else is worked out once, and only
    when it is asked for, because most sentences hold no cue."""

    __slots__ = (
        "_chunks",
        "_ends",
        "_forms",
        "_typed",
        "_whole",
        "end",
        "language",
        "pieces",
        "signs",
        "start",
        "text",
    )

    def __init__(self, text: str, start: int, end: int, pieces: Sequence[str], language: str) -> None:
        self.start = start
        self.end = end
        self.text = text[start:end]
        self.language = language
        self.signs = "".join(pieces)
        self._whole = text
        self.pieces = pieces
        self._ends: list[int] = []  # how many words and marks there are up to the end of each piece
        self._chunks: list[tuple[int, str]] = []
        self._typed: list[str] | None = None
        self._forms: list[str] | None = None

    @property
    def typed(self) -> list[str]:
        """The words and marks as typed, in lower case."""
        if self._typed is None:
            self._typed = list_typed(self.text)
        return self._typed

    @property
    def forms(self) -> list[str]:
        """The normal forms of the words, and the marks."""
        if self._forms is None:
            self._forms = find_forms(self.typed, self.language, self._whole)
        return self._forms

    def blank(self, tokens: Collection[int]) -> "Said":
        """The same with the normal forms of some words and marks gone."""
        blanked = copy(self)
        blanked._forms = [BLANK if place in tokens else form for place, form in enumerate(self.forms)]
        return blanked

    def locate(self, first: int, last: int) -> Span:
        """Where the words and marks `[first, last)` stand in the whole text."""
        start, end = self._locate_one(first)
        return Span(start, end if last == first + 1 else self._locate_one(last - 1)[1])

    def _locate_one(self, token: int) -> tuple[int, int]:
        if not self._ends:
            self._ends = list(accumulate(map(len, self.pieces)))
        number = bisect_right(self._ends, token)
        start, chunk = self._find_chunk(number)
        if len(self.pieces[number]) == 1:
            return start, start + len(chunk)
        inside = [match.span() for match in TOKEN.finditer(chunk)][token - self._ends[number]]  # from the last one back
        return start + inside[0], start + inside[1]

    def _find_chunk(self, number: int) -> tuple[int, str]:
        """Where what stands between two blanks begins, and what it is. In a very long stretch, such as an hour without
        a full stop, all are found at once, lest each hit cost its length."""
        if len(self.pieces) <= _LONG:
            rest = self.text.split(None, number)[-1]
            return self.end - len(rest), rest.split(None, 1)[0]
        if not self._chunks:
            self._chunks = [(self.start + match.start(), match[0]) for match in _CHUNK.finditer(self.text)]
        return self._chunks[number]
