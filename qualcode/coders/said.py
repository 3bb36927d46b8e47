"""What was said in a stretch of a text, as words and marks."""

from bisect import bisect_right
from itertools import accumulate
from operator import add

from qualcode.coders.phrases import PhraseIndex
from qualcode.language.javanese import leans_javanese
from qualcode.language.spelling import find_forms, list_typed
from qualcode.language.tokens import TOKEN
from qualcode.model import Span


class Said:
    """A sentence, or any stretch of a text. `signs` are the index's for its words and marks, one character each; all
    else is worked out once, and only when it is asked for, because most sentences hold no cue."""

    __slots__ = (
        "_chunks",
        "_ends",
        "_forms",
        "_index",
        "_pieces",
        "_starts",
        "_typed",
        "_whole",
        "end",
        "signs",
        "start",
        "text",
    )

    def __init__(self, text: str, start: int, end: int, index: PhraseIndex) -> None:
        self.start = start
        self.end = end
        self.text = text[start:end]
        self._whole = text
        self._index = index
        self._chunks = self.text.split()
        self._pieces = list(map(index.sign, self._chunks))
        self.signs = "".join(self._pieces)
        self._typed: list[str] | None = None
        self._forms: list[str] | None = None
        self._starts: list[int] = []  # of the chunks in the whole text
        self._ends: list[int] = []  # how many words and marks there are up to the end of each chunk

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
            leans = "tak" in self.typed and leans_javanese(self._whole)
            self._forms = find_forms(self.typed, self._index.language, leans=leans)
        return self._forms

    def locate(self, first: int, last: int) -> Span:
        """Where the words and marks `[first, last)` stand in the whole text."""
        if not self._starts:
            self._lay_out()
        start, end = self._locate_one(first)
        return Span(start, end if last == first + 1 else self._locate_one(last - 1)[1])

    def _locate_one(self, token: int) -> tuple[int, int]:
        number = bisect_right(self._ends, token)
        chunk, start = self._chunks[number], self._starts[number]
        if len(self._pieces[number]) == 1:
            return start, start + len(chunk)
        inside = [match.span() for match in TOKEN.finditer(chunk)][token - self._ends[number]]  # from the last one back
        return start + inside[0], start + inside[1]

    def _lay_out(self) -> None:
        self._ends = list(accumulate(map(len, self._pieces)))
        letters = list(accumulate(map(len, self._chunks), initial=0))
        if letters[-1] + len(self._chunks) == len(self.text) + 1:  # one blank between any two, as nearly always
            self._starts = list(map(add, letters, range(self.start, self.end)))
            return
        at = 0
        for chunk in self._chunks:
            at = self.text.index(chunk, at)
            self._starts.append(self.start + at)
            at += len(chunk)
