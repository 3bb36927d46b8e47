"""Labels inside lines: a whole interview, or a few turns of it, typed into one line (`P: Apa? N: Itu. P: Lalu?`)."""

import re
from collections import Counter

from qualcode.readers.talk.labels import fold, is_code, is_head_key, is_known, is_name, read_label, words_of
from qualcode.readers.talk.vocabulary import NO_LABELS, TITLES

_INSIDE = re.compile(r"(?<=[.?!…\"”’)\]])[ \t]+(?=(?P<label>[^\W\d_][^\n:：.?!…\"”()\[\]]{0,39}?)[ \t]?[:：][ \t])")
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
    inside = [match for match in _INSIDE.finditer(text) if _may_speak(match["label"]) and _stands_inside(text, match)]
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


def _stands_inside(text: str, match: re.Match[str]) -> bool:
    """Whether words stand before the label, and not only a number or a time (`3. Ani: words`)."""
    near = max(0, match.start() - _NEAR)
    return _LETTER.search(text, max(near, text.rfind("\n", near, match.start()) + 1), match.start()) is not None


def _may_speak(label: str) -> bool:
    words = words_of(label)
    if not words or len(words) > 4 or words[0] in NO_LABELS or is_head_key(label):
        return False
    return is_code(label) or is_known(label) or is_name(label)
