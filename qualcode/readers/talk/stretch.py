"""A stretch of speech among lines, and where a sentence ends one."""

import re
from typing import NamedTuple

SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*\s*$")


class Stretch(NamedTuple):
    """One speaker's words from `column` of line `first` to the end of line `last` (both counted from 0)."""

    speaker: str
    time: str | None
    first: int
    column: int
    last: int
