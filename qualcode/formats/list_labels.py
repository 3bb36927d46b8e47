"""Words that a word processor writes before the paragraphs of a list: `P:`, `Pertanyaan 1:`. They stand in no
paragraph, and who speaks may be said there alone."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

_NUMBER = re.compile(r"%\d")
_LETTER = re.compile(r"[^\W\d_]")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _STYLE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("text", "style"))

Level = tuple[str, str]  # a list, and the level in it


class ListLabels:
    """The labels of lists, counted as they come. `patterns` have `%1` where the number stands; those without a letter
    beside it (`1.`, `a)`) are no words and give none."""

    def __init__(self, patterns: Mapping[Level, str]) -> None:
        self._patterns = {key: text for key, text in patterns.items() if _LETTER.search(_NUMBER.sub("", text))}
        self._counts: Counter[Level] = Counter()

    def write(self, level: Level) -> str:
        """The label of the next paragraph on this level and a blank; "" where the list has none."""
        if level not in self._patterns:
            return ""
        self._counts[level] += 1
        return _NUMBER.sub(str(self._counts[level]), self._patterns[level]) + " "


def read_word_labels(root: Element) -> ListLabels:
    """The labels of the lists in a numbering part of Word; the levels of a list are its `ilvl`."""
    kinds = {
        kind.get(_W + "abstractNumId", ""): {
            level.get(_W + "ilvl", ""): _value(level, "lvlText")
            for level in kind.iterfind(_W + "lvl")
            if _value(level, "numFmt") != "bullet"  # `o` in a font of its own is a circle
        }
        for kind in root.iterfind(_W + "abstractNum")
    }
    lists = ((number.get(_W + "numId", ""), _value(number, "abstractNumId")) for number in root.iterfind(_W + "num"))
    return ListLabels({(key, ilvl): text for key, kind in lists for ilvl, text in kinds.get(kind, {}).items()})


def read_text_labels(roots: Iterable[Element]) -> ListLabels:
    """The labels of the lists in OpenDocument's styles; the levels of a list count from 1."""
    return ListLabels(
        {
            (style.get(_STYLE + "name", ""), level.get(_TEXT + "level", "")): _read_level(level)
            for root in roots
            for style in root.iter(_TEXT + "list-style")
            for level in style.iterfind(_TEXT + "list-level-style-number")
        }
    )


def _read_level(level: Element) -> str:
    number = "%1" * bool(level.get(_STYLE + "num-format"))
    return f"{level.get(_STYLE + 'num-prefix', '')}{number}{level.get(_STYLE + 'num-suffix', '')}"


def _value(element: Element, name: str) -> str:
    found = element.find(_W + name)
    return "" if found is None else found.get(_W + "val", "")
