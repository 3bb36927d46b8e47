"""Time stamps as transcripts write them: 0:10, [00:00:10], (00:10), #00:00:10-0#, 00:00:10.000 --> 00:00:12.000."""

import re

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
_BRACKETED = rf"[\[(<{{#]\s?(?:{_CLOCK}(?:-\d)?(?:\s?(?:-->|[-–—])\s?{_CLOCK})?)\s?[\])>}}#]"
_ANY = rf"(?:{_BRACKETED}|{_CLOCK}(?:\s*-->\s*{_CLOCK})?)"

ANY = re.compile(_ANY)
BRACKETED = re.compile(_BRACKETED)
AT_END = re.compile(rf"[ \t]*+(?:{_BRACKETED}|(?<=[ \t]){_CLOCK})\s*$")
F4_AT_END = re.compile(rf"\s?#{_CLOCK}(?:-\d)?#\s*$")
ALONE = re.compile(rf"\s*{_ANY}(?:[ \t]+(?:align|position|line|size|region|vertical):\S+)*\s*$")


def strip_stamp(stamp: str) -> str:
    """The stamp as written, without its brackets and without the end of a range."""
    return stamp.strip().strip("[](){}<>#").split("-->")[0].strip()


def may_begin(line: str) -> bool:
    """Whether a line's first character allows a time stamp there."""
    first = line[0] if line else ""
    if first.isspace():
        first = line.lstrip()[:1]
    return first.isdigit() or (first != "" and first in "[(<{#")
