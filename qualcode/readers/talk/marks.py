"""Labels that another mark than a colon sets off: `P; words`, `P = words`, `P > words`, `P/ words`, `P- words`,
`“P”: words`."""

import re
from collections.abc import Mapping, Sequence

from qualcode.readers.talk.head import count_paragraphs
from qualcode.readers.talk.labels import Found, fold, is_code, is_head_key, is_known, is_name

_MARKED = re.compile(
    r"\s*(?:[\"“„«‘'](?P<quoted>[^\"“”„«»‘’'\n]{1,40})[\"”»’']\s*(?P<colon>[:：])"
    r"|(?P<label>[^\n;=>|/→:：\"“]{1,40}?)\s*(?P<mark>;|=>|->|→|=|>+|\||/(?!\w)|(?<=\S)[-–—](?=\s)))\s*(?=\S)"
)
_LEAST = 4  # lines with a label; fewer may be anything
_SHARE = 0.5  # of the paragraphs, under one mark


def read_marks(lines: Sequence[str], founds: Mapping[int, Found]) -> dict[int, Found]:
    """The lines that begin with such a label, by number; none where other labels are as many.

    Marks stand in prose and legends too (`P = Peneliti`). So one mark must set off names, codes or words for speakers
    at half of the paragraphs, of two speakers at least, and one of them again.
    """
    by_mark: dict[str, dict[int, Found]] = {}
    for number, line in enumerate(lines):
        match = _MARKED.match(line[:80]) if line else None
        if match and _may_speak(label := (match["quoted"] or match["label"]).strip(" \t*_-•")):
            found = Found("mark", label, None, match.end())
            by_mark.setdefault(match["colon"] or match["mark"], {})[number] = found
    marked = max(by_mark.values(), key=len, default={})
    speakers = {fold(found.label) for found in marked.values()}
    others = sum(found.shape != "change" for number, found in founds.items() if number not in marked)
    if len(marked) < max(_LEAST, _SHARE * count_paragraphs(lines), others) or not 1 < len(speakers) < len(marked):
        return {}
    return marked


def _may_speak(label: str) -> bool:
    return (is_code(label) or is_known(label) or is_name(label)) and not is_head_key(label)
