"""Which of the strings that look like labels are speakers: judged over the whole text, never line by line.

A label is believed when it is a known word, when the text's head explains it, when it comes back, or when the layout
is so strict that nearly every paragraph begins with a label. A plain word that the text also writes small ("Solusi:",
"Masalah:") is a word and no name.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from qualcode.readers.talk.labels import Found, Shape, fold, is_code, is_head_key, is_known, is_name, words_of
from qualcode.readers.talk.vocabulary import NO_LABELS

_STRICT = 0.8  # from this share of paragraphs on, a label that comes once is believed too
_COVER = 0.5  # shapes that prose has as well (`word - word`, `[word]`) must open this share of the paragraphs
_COMMON = 0.1  # a plain word must be this share of all labels
_PLAIN: tuple[Shape, ...] = ("colon", "stamp", "heading", "bare")
_EVERY: tuple[Shape, ...] = (*_PLAIN, "bracket", "bold", "tab", "dash", "dot", "change")


def choose_labels(
    lines: Sequence[str], founds: Mapping[int, Found], start: int, legend: Collection[str]
) -> dict[int, Found]:
    """The lines from `start` on that begin with a speaker's label. One layout is taken: the one with most labels."""
    blocks = _count_blocks(lines, start)
    best: dict[int, Found] = {}
    for shape in _EVERY:
        candidates = {number: found for number, found in founds.items() if found.shape == shape and number >= start}
        chosen = _believe(lines, candidates, blocks, legend)
        enough = shape in _PLAIN or len(chosen) >= max(2, _COVER * blocks)
        if shape == "change":
            enough = not best and len(chosen) >= 2
        if enough and len(chosen) > len(best):
            best = chosen
    return best


def _believe(
    lines: Sequence[str], candidates: Mapping[int, Found], blocks: int, legend: Collection[str]
) -> dict[int, Found]:
    counts = Counter(fold(found.label) for found in candidates.values())
    spelled = {fold(found.label): found.label for found in candidates.values()}
    possible = sum(n for key, n in counts.items() if not is_head_key(spelled[key]))
    strict = possible >= _STRICT * max(blocks, 1)
    small = (
        _small_words(lines) if any(not is_known(label) and not is_code(label) for label in spelled.values()) else set()
    )
    believed = {
        key
        for key, n in counts.items()
        if key in legend or n >= _needed(spelled[key], possible, strict=strict, small=small)
    }
    return {number: found for number, found in candidates.items() if fold(found.label) in believed}


def _needed(label: str, possible: int, *, strict: bool, small: Collection[str]) -> float:
    """How often a label must come to be believed, where `possible` labels stand in the text."""
    words = words_of(label)
    if not words:
        return 1  # a change of speaker without a name
    if is_known(label) and len(label) > 1:
        return 1
    if is_head_key(label):
        return inf
    if words[0] in NO_LABELS:
        return max(5, 0.25 * possible)  # somebody may be called Dan
    if not is_code(label) and (words[0] in small or not is_name(label)):
        return max(3, _COMMON * possible)
    return 1 if strict else 2


def _count_blocks(lines: Sequence[str], start: int) -> int:
    """Paragraphs: stretches between blank lines, or lines where hardly a blank line is."""
    blocks = filled = 0
    blank = True
    for line in lines[start:]:
        if line and not line.isspace():
            filled += 1
            blocks += blank
            blank = False
        else:
            blank = True
    return blocks if blocks * 6 >= filled else filled


def _small_words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]*", "\n".join(lines)))
