"""The tag by which a comment in a Word sheet is known when it comes back: `[#12 · suggested · rules]`.

What people write before or behind it in its line is theirs, and read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

_TAG = re.compile(r"\[#(\d+)(?:\.(\d+) ([0-9a-f]{6}))?[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Tag:
    """The number of a coding's row and, in a memo that left as a reply, the checksum of its words."""

    number: int
    memo: str = ""


def write_tag(number: int, remarks: Iterable[str]) -> str:
    """The tag of a coding's comment; `remarks` are for people."""
    shown = (remark.translate(str.maketrans("[]", "()")) for remark in remarks if remark)
    return f"[{' · '.join((f'#{number}', *shown))}]"


def write_memo_tag(number: int, n: int, text: str) -> str:
    """The tag of the n-th memo on a coding."""
    return f"[#{number}.{n} {_sum(text)}]"


def find_tag(lines: Iterable[str]) -> Tag | None:
    """The first tag in a comment's lines."""
    for line in lines:
        if found := _TAG.search(line):
            return Tag(int(found[1]), found[3] or "")
    return None


def drop_tags(lines: Iterable[str]) -> list[str]:
    """The lines without tags and without blanks at their ends; empty ones before the first are dropped."""
    left: list[str] = []
    for line in lines:
        parts = _TAG.sub("\n", line).split("\n") if _TAG.search(line) else [line]
        left += [part.strip() for part in parts if part.strip() or len(parts) == 1]
    while left and not left[0]:
        del left[0]
    return left


def is_memo_as_it_left(tag: Tag, lines: Iterable[str]) -> bool:
    """Whether a comment is a memo that left as a reply, and nobody has changed it."""
    return bool(tag.memo) and tag.memo == _sum("\n".join(drop_tags(lines)))


def _sum(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:6]
