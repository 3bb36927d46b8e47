"""Which of the strings that look like labels are speakers: judged over the whole text, never line by line.

A label is believed when it is a known word, when the text's head explains it, when it comes back, or when the layout
is so strict that nearly every paragraph begins with a label. A plain word that the text also writes small ("Solusi:",
"Masalah:") is a word and no name.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from math import inf

from qualcode.readers.talk import stamps
from qualcode.readers.talk.head import count_paragraphs
from qualcode.readers.talk.labels import Found, Shape, fold, is_code, is_head_key, is_known, is_name, words_of
from qualcode.readers.talk.vocabulary import NO_LABELS, TITLES

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[A-Z]{1,2}\d?")
_NOUN = re.compile(r"(?:ke|pe|per|pem|pen|peng)\w{3,}an|\w{4,}(?:nya|isasi|tion|ment|ness)")  # kelebihan, masalahnya
_STRICT = 0.8  # from this share of paragraphs on, a label that comes once is believed too
_COVER = 0.5  # shapes that prose has as well (`word - word`, `[word]`) must open this share of the paragraphs
_COMMON = 0.1  # a plain word must be this share of all labels
_PLAIN: tuple[Shape, ...] = ("colon", "stamp", "heading", "bare")
_EVERY: tuple[Shape, ...] = (*_PLAIN, "bracket", "bold", "tab", "dash", "dot", "mark", "change")


def choose_labels(
    lines: Sequence[str], founds: Mapping[int, Found], start: int, legend: Collection[str]
) -> dict[int, Found]:
    """The lines from `start` on that begin with a speaker's label. One layout is taken: the one with most labels."""
    blocks = count_paragraphs(lines, start)
    best: dict[int, Found] = {}
    for shape in _EVERY:
        candidates = {number: found for number, found in founds.items() if found.shape == shape and number >= start}
        if len(candidates) <= len(best) or (shape == "change" and best):
            continue
        believed = _Layout(lines, candidates, blocks, legend).believed()
        chosen = {number: found for number, found in candidates.items() if fold(found.label) in believed}
        enough = 1 if shape in _PLAIN else 2 if shape == "change" else max(2, _COVER * blocks)
        if len(chosen) >= enough and len(chosen) > len(best):
            best = chosen
    return best


class _Layout:
    """What the labels of one shape look like together."""

    def __init__(
        self, lines: Sequence[str], candidates: Mapping[int, Found], blocks: int, legend: Collection[str]
    ) -> None:
        self._lines = lines
        self._legend = legend
        self._counts = Counter(fold(found.label) for found in candidates.values())
        self._spelled = {fold(found.label): found.label for found in candidates.values()}
        self._possible = sum(n for key, n in self._counts.items() if not is_head_key(self._spelled[key]))
        self._chat = sum(stamps.is_dated(found.time) for found in candidates.values()) > len(candidates) / 2
        stamped = any(found.shape == "stamp" for found in candidates.values())
        self._strict = stamped or self._possible >= _STRICT * max(blocks, 1)
        self._letters = any(n > 1 and _LETTER.fullmatch(self._spelled[key]) for key, n in self._counts.items())

    def believed(self) -> set[str]:
        """The folded labels that are speakers."""
        return {
            key for key, n in self._counts.items() if key in self._legend or n >= self._needed(self._spelled[key], n)
        }

    def _needed(self, label: str, n: int) -> float:
        """How often a label that stands `n` times must stand to be believed."""
        words = words_of(label)
        if not words or self._chat or (is_known(label) and len(label) > 1):
            return 1
        if is_head_key(label):
            return inf
        if words[0] in NO_LABELS or (". " in label and words[-1] in NO_LABELS):
            return max(3, 0.25 * self._possible)  # somebody may be called Dan
        often = max(3, _COMMON * self._possible)
        if n >= often:
            return often
        if not is_code(label) and (not is_name(label) or self._is_common(words)):
            return often
        return 1 if self._strict or (self._letters and _LETTER.fullmatch(label)) else 2

    def _is_common(self, words: Sequence[str]) -> bool:
        names = [word for word in words if word not in TITLES] or words
        small = self._small_words
        return all(name in small or f"{name}nya" in small or _NOUN.fullmatch(name) for name in names)

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(word for word in _WORD.findall("\n".join(self._lines)) if word.islower())
