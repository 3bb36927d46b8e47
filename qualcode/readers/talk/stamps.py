"""Time stamps as transcripts write them: 0:10, [00:00:10], (00.10), #00:00:10-0#, 00:00:10.000 --> 00:00:12.000, and as
chats do: 12/05/25 09.01."""

import re
from collections.abc import Sequence
from itertools import pairwise

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
_DATED = (
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}[:.][0-5]\d(?:[:.][0-5]\d)?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
)
_BETWEEN = rf"{_CLOCK}(?:-\d|\s?[AaPp][Mm])?(?:\s?(?:-->|[-–—])\s?{_CLOCK})?"
_IN_BRACKETS = rf"[\[(<{{#]\s?(?:{_DATED}|{_BETWEEN})\s?[\])>}}#]"
_DOTTED = r"[\[(]\d{2}(?:\.[0-5]\d){1,2}[\])]"
_BRACKETED = rf"(?:{_IN_BRACKETS}|{_DOTTED})"
_ANY = rf"(?:{_BRACKETED}|{_DATED}|{_CLOCK}(?:\s*(?:-->|[-–—])\s*{_CLOCK})?)"

ANY = re.compile(_ANY)
BRACKETED = re.compile(_BRACKETED)
AT_END = re.compile(rf"[ \t]*+(?:{_BRACKETED}|(?<=[ \t]){_CLOCK})\s*$")
BRACKETED_AT_END = re.compile(rf"\s?{_IN_BRACKETS}\s*$")
DOTTED_AT_END = re.compile(rf"\s*{_DOTTED}$")
_WITH_DATE = re.compile(_DATED)
DATED = re.compile(rf"\s*{_DATED} - ")
BEFORE_WORDS = re.compile(rf"\s*{_CLOCK}(?:\s?[-–—]\s?{_CLOCK})?[ \t]+(?=\S)")
_SPELLED = r"(?:\d{1,2} (?:hours?|jam),? )?\d{1,3} (?:minutes?|menit),? \d{1,2} (?:seconds?|detik)"
ALONE = re.compile(rf"\s*(?:{_ANY}|{_SPELLED})(?:[ \t]+(?:align|position|line|size|region|vertical):\S+)*\s*$")

_LEAST, _SHARE = 3, 1 / 3  # lines with a time before the words, from which on such times are stamps and no words


def strip_stamp(stamp: str) -> str:
    """The stamp as written, without its brackets and without the end of a range."""
    return stamp.strip().strip("[](){}<>#").split("-->")[0].strip()


def is_dated(time: str | None) -> bool:
    """Whether a time stamp begins with a date, as those of chats do."""
    return time is not None and _WITH_DATE.match(time) is not None


def cut_end(line: str) -> tuple[str, str | None]:
    """The line without blanks and a stamp in brackets at its end, and that stamp."""
    line = line.rstrip()
    stamp = BRACKETED_AT_END.search(line) if line[-1:] in tuple("#])>}") else None
    return (line[: stamp.start()], strip_stamp(stamp[0])) if stamp else (line, None)


def may_begin(line: str) -> bool:
    """Whether a line's first character allows a time stamp there."""
    first = line[0] if line else ""
    if first.isspace():
        first = line.lstrip()[:1]
    return first.isdigit() or (first != "" and first in "[(<{#")


def clock_lines(lines: Sequence[str]) -> bool:
    """Whether lines begin with the time at which they were said (`0:04 words`): many do, and the time only grows.

    `10:30 kami berangkat` now and then is a sentence.
    """
    times = [read_seconds(match[0]) for line in lines if line[:1].isdigit() and (match := BEFORE_WORDS.match(line))]
    enough = len(times) >= max(_LEAST, _SHARE * sum(not line.isspace() for line in lines if line))
    return enough and all(before <= after for before, after in pairwise(times))


def read_seconds(stamp: str) -> float:
    """A time stamp without brackets in seconds; of a range its beginning."""
    seconds = 0.0
    for part in re.split(r"[\s–—-]", stamp.strip())[0].split(":"):
        seconds = 60 * seconds + float(part.replace(",", "."))
    return seconds
