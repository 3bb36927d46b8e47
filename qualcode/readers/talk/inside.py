"""Labels inside lines: a whole interview, or a few turns of it, typed into one line (`P: Apa? N: Itu. P: Lalu?`)."""

import re
from collections import Counter
from collections.abc import Iterator

from qualcode.readers.talk.labels import fold, is_code, is_head_key, is_known, is_name, read_label, words_of
from qualcode.readers.talk.vocabulary import NO_LABELS, TITLES

_INSIDE = re.compile(
    r"(?<=[.?!…\"”’)\]])[ \t]+"
    r"(?=(?P<label>(?:[^\W\d_]{1,5}\.[ \t]?){0,3}[^\W\d_][^\n:：.?!…\"”()\[\]]{0,39}?)[ \t]?[:：][ \t])"
)
_ABBREVIATED = re.compile(r"([^\W\d_]+)\.")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 80  # characters; a number and a time that begin a line are shorter
_SHARE = 0.5  # of the labels that begin lines; below that, lines are turns and a label inside one is somebody quoted


def break_lines(text: str) -> tuple[str, int]:
    """The text with a line's end in place of the blank before a label inside a line, so that nothing moves, and how
    many there were; the text itself where lines hold one turn each.

    A label stands behind the end of a sentence. It is a word for speakers, or a code or a name that comes again and
    that the text does not also write small; two speak at least.
    """
    if "\n" in text and text.count(":") + text.count("：") < 2:
        return text, 0
    inside = list(_find_inside(text))
    if not inside:
        return text, 0
    begun = [found.label for line in text.split("\n") if (found := read_label(line)) and found.shape == "colon"]
    counts = Counter(map(fold, [*begun, *(match["label"] for match in inside)]))
    small = {word for word in _WORD.findall(text) if word.islower()}
    labels = {key for key, n in counts.items() if is_known(key) or (n > 1 and not small & {*words_of(key)} - TITLES)}
    breaks = [match for match in inside if fold(match["label"]) in labels]
    lines = sum(fold(label) in labels for label in begun)
    if len({fold(label) for label in begun} & labels | {fold(m["label"]) for m in breaks}) < 2:
        return text, 0
    if not breaks or len(breaks) < _SHARE * lines:
        return text, 0
    letters = list(text)
    for match in breaks:
        letters[match.end() - 1] = "\n"
    return "".join(letters), len(breaks)


def _find_inside(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for match in _INSIDE.finditer(text):
        if match.start() >= end and _may_speak(match["label"]) and _stands_inside(text, match):
            end = match.end("label")  # behind a title in it no other one begins
            yield match


def _stands_inside(text: str, match: re.Match[str]) -> bool:
    """Whether words stand before the label, and not only a number, a time or the rest of a label (`Dr. Ani: words`)."""
    near = max(0, match.start() - _NEAR)
    start = max(near, text.rfind("\n", near, match.start()) + 1)
    if _LETTER.search(text, start, match.start()) is None:
        return False
    found = read_label(text[start : match.start() + _NEAR].split("\n", 1)[0]) if start > near or not near else None
    return found is None or start + found.end <= match.start("label")


def _may_speak(label: str) -> bool:
    words = words_of(label)
    if not words or len(words) > 4 or words[0] in NO_LABELS or is_head_key(label):
        return False
    if any(len(short) > 1 and short.casefold() not in TITLES for short in _ABBREVIATED.findall(label)):
        return False
    return is_code(label) or is_known(label) or is_name(label)
