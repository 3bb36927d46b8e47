"""A stretch of speech among lines, and where a sentence ends one."""

import re
from typing import NamedTuple

_STOP = re.compile(r"[.?!…](?=\s|$)")
ENDLESS = 60  # words without a stop, as some recognisers write; no sentence that people say is as long
SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*\s*$")


class Stretch(NamedTuple):
    """One speaker's words from `column` of line `first` to the end of line `last` (both counted from 0)."""

    speaker: str
    time: str | None
    first: int
    column: int
    last: int


def count_on(line: str, words: int) -> int:
    """How many words were said since the last stop: those of this line, and `words` before it where it holds none."""
    parts = _STOP.split(line)
    return len(parts[-1].split()) + (words if len(parts) == 1 else 0)
