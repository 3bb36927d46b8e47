r"""Where selections really lie: programs count differently, so what a file says is held against its words.

The standard counts Unicode code points of the text as it is in the file. NVivo counts UTF-16 units, ATLAS.ti counts a
line end of two signs once. Which it is shows in the selections themselves: their names often begin with their words,
and people seldom select half a word.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from qualcode.exchange.contract import Mark, Source

_RETURNS = re.compile("\r+\n|\r")
_FIRST_COMBINING = "\u0300"  # no sign below it joins the one before
_NAMED, _FEWEST = 4, 3  # what a name that fits is worth beside a word's edge, and how many letters make a name


@dataclass(frozen=True, slots=True)
class Counting:
    """How a program counts: a sign beyond the basic plane as two, a line end of two signs as one."""

    utf16: bool = False
    joins_line_ends: bool = False


COUNTINGS = tuple(Counting(utf16, joins) for utf16 in (False, True) for joins in (False, True))


def choose_counting(sources: Sequence[Source]) -> Counting:
    """The counting by which most selections of all texts fit their words; the standard's where none fits better."""
    apart = [source for source in sources if source.marks and _tells_apart(source.text)]
    scores = [sum(_score(source, counting) for source in apart) for counting in COUNTINGS]
    return COUNTINGS[scores.index(max(scores))]


def lay(source: Source, counting: Counting) -> tuple[Source, int]:
    r"""The source with its text in NFC and with `\n`, its selections in code points of that; and how many selections
    are left out because they lie outside the text or hold nothing."""
    text, starts, ends = _level(source.text)
    find = _Finder(source.text, counting)
    marks = []
    for mark in source.marks:
        span = find(mark)
        if span:
            marks.append(
                replace(mark, start=starts[span[0]] if starts else span[0], end=ends[span[1]] if ends else span[1])
            )
    return replace(source, text=text, marks=tuple(marks)), len(source.marks) - len(marks)


class _Finder:
    """Finds code points in a text that was counted otherwise."""

    def __init__(self, text: str, counting: Counting) -> None:
        self._length = len(text)
        self._units: list[int] = []
        if (counting.utf16 and _has_wide(text)) or (counting.joins_line_ends and "\r\n" in text):
            widths = (
                0
                if counting.joins_line_ends and sign == "\r" and text[place + 1 : place + 2] == "\n"
                else 1 + (counting.utf16 and sign > "\uffff")
                for place, sign in enumerate(text)
            )
            self._units = [0, *accumulate(widths)]

    def __call__(self, mark: Mark) -> tuple[int, int] | None:
        last = self._units[-1] if self._units else self._length
        if not 0 <= mark.start < mark.end <= last:
            return None
        if not self._units:
            return mark.start, mark.end
        return bisect_left(self._units, mark.start), bisect_left(self._units, mark.end)


def _tells_apart(text: str) -> bool:
    return "\r\n" in text or _has_wide(text)


def _has_wide(text: str) -> bool:
    return not text.isascii() and max(text) > "\uffff"


def _score(source: Source, counting: Counting) -> int:
    find = _Finder(source.text, counting)
    text, score = source.text, 0
    for mark in source.marks:
        span = find(mark)
        if span:
            name = " ".join(mark.name.split()).removesuffix("…").removesuffix("...")
            words = " ".join(text[slice(*span)].split())
            score += _NAMED * (len(name) >= _FEWEST and words.startswith(name))
            score += sum(
                not (text[place - 1 : place].isalnum() and text[place : place + 1].isalnum()) for place in span
            )
    return score


def _level(text: str) -> tuple[str, list[int], list[int]]:
    """The text as it is kept here, and where each place is in it: as a start, and as an end, for a place may fall
    between signs that have become one. Without lists where no place has changed."""
    if "\r" not in text and unicodedata.is_normalized("NFC", text):
        return text, [], []
    pieces: list[str] = []
    starts, ends = [], [0]
    place = length = 0
    while place < len(text):
        found = _RETURNS.match(text, place)
        end = found.end() if found else _find_end(text, place)
        piece = "\n" if found else unicodedata.normalize("NFC", text[place:end])
        pieces.append(piece)
        starts += [length] * (end - place)
        length += len(piece)
        ends += [length] * (end - place)
        place = end
    return "".join(pieces), [*starts, length], ends


def _find_end(text: str, start: int) -> int:
    """The end of the signs that normalising joins."""
    end = start + 1
    while end < len(text) and text[end] >= _FIRST_COMBINING:
        if not unicodedata.combining(text[end]):
            apart = unicodedata.normalize("NFC", text[start:end]) + unicodedata.normalize("NFC", text[end])
            if apart == unicodedata.normalize("NFC", text[start : end + 1]):
                break
        end += 1
    return end
