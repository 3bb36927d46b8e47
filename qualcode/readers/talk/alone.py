"""Names that stand alone on a line, without a colon, above what is said: headings, names in bold, plain lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from qualcode.readers.talk import stamps
from qualcode.readers.talk.labels import Found, can_name, fold, is_code, is_head_key, is_known, is_name, words_of
from qualcode.readers.talk.vocabulary import TITLES

_LONGEST = 40
_LEAST = 4  # lines with a name; fewer could be headings
_SHARE = 1 / 4  # of the paragraphs
_TIME = re.compile(rf"\s*(?P<time>{stamps.ANY.pattern})\s*(?:[-–]\s)?\s*")
_WORD = re.compile(r"[^\W\d_]+")


def read_names_alone(lines: Sequence[str], founds: Mapping[int, Found]) -> dict[int, Found]:
    """The lines that hold nothing but the name of who speaks below, by number.

    A name, with or without a time before it, opens a paragraph and comes again, it is no word that the text
    also writes small (`Kendala` is a heading), and at least two speak in turn; beside it words for speakers
    (`Pewawancara`) count, which are labels without it.
    """
    named = {number: _name_on(lines[number]) for number in range(len(lines)) if _may_stand_alone(lines, number)}
    counts = Counter(map(fold, named.values()))
    repeated = {number: name for number, name in named.items() if counts[fold(name)] > 1}
    if not repeated:
        return {}
    small = {word for word in _WORD.findall("\n".join(lines)) if word.islower()}
    alone = {
        number: Found("bare", name, _time_on(lines[number]), len(lines[number]))
        for number, name in repeated.items()
        if is_known(name) or is_code(name) or not small & (set(words_of(name)) - TITLES)
    }
    believed = alone | {number: found for number, found in founds.items() if found.shape == "bare"}
    paragraphs = sum(_opens_paragraph(lines, number) for number in range(len(lines)))
    enough = len(believed) >= max(_LEAST, _SHARE * paragraphs)
    return alone if enough and len({fold(found.label) for found in believed.values()}) > 1 else {}


def _may_stand_alone(lines: Sequence[str], number: int) -> bool:
    line = _name_on(lines[number])
    if not (len(line) <= _LONGEST and can_name(line) and line[0].isupper() and _opens_paragraph(lines, number)):
        return False
    below = next((n for n in range(number + 1, min(number + 3, len(lines))) if lines[n].strip()), None)
    return below is not None and (is_code(line) or is_known(line) or (is_name(line) and not is_head_key(line)))


def _name_on(line: str) -> str:
    """What stands on the line beside a time before it: `[00:10] Rina`, `0:10 - Rina`."""
    stamp = _TIME.match(line)
    return line[stamp.end() if stamp else 0 :].strip(" \t*_")


def _time_on(line: str) -> str | None:
    stamp = _TIME.match(line)
    return stamps.strip_stamp(stamp["time"]) if stamp else None


def _opens_paragraph(lines: Sequence[str], number: int) -> bool:
    return bool(lines[number].strip()) and (number == 0 or not lines[number - 1].strip())
