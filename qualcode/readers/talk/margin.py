"""What stood in a margin and became part of the text: numbers of lines or paragraphs (`12  P: words`, `¶3<tab>words`),
and the marks of comments."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"[ \t]*(?:¶ ?)?(\d{1,6})(?:[ \t]+(?=\S)|[ \t]*$)")
_PARAGRAPH = re.compile(r"[ \t]*¶ ?\d{1,6}[ \t:.]*")
_COMMENT = re.compile(r"^(\[[a-z]{1,2}\])(?=\S)", re.MULTILINE)
_LEAST = 5  # lines with a number
_FIFTHS = 3  # where every fifth or tenth line has one
_SHARE = 0.9  # of the numbers count on
_EVERY = 0.08  # of the lines bear one: every tenth, at least


def find_margin(lines: Sequence[str]) -> dict[int, int]:
    """The lines that begin with a number of the margin, each with the column behind it; {} where there is no margin.

    Such numbers count the lines, all of them or those with words, each or every fifth; `2 orang datang` does not. A
    pilcrow (`¶3`) at most lines needs no more.
    """
    filled = [number for number, line in enumerate(lines) if line and not line.isspace()]
    marked = {n: match.end() for n in filled if "¶" in lines[n][:8] and (match := _PARAGRAPH.match(lines[n]))}
    if len(marked) >= max(2, 0.5 * len(filled)):
        return marked
    found = {n: match for n in filled if (match := _NUMBER.match(lines[n]))}
    fifths = len(found) >= _FIFTHS and all(int(match[1]) % 5 == 0 for match in found.values())
    if len(found) < max(_FIFTHS if fifths else _LEAST, _EVERY * len(filled)):
        return {}
    place = {line: at for at, line in enumerate(filled)}
    for count in (lambda n: n, place.__getitem__):
        shift, fitting = Counter(int(match[1]) - count(n) for n, match in found.items()).most_common(1)[0]
        if fitting >= _SHARE * len(found):
            return {n: match.end() for n, match in found.items() if int(match[1]) - count(n) == shift}
    return {}


def blank_margin(text: str) -> tuple[str, int]:
    """The text with blanks in place of the margin's numbers, so that nothing moves, and how many there were."""
    lines = text.split("\n")
    margin = find_margin(lines)
    for number, end in margin.items():
        lines[number] = " " * end + lines[number][end:]
    return ("\n".join(lines) if margin else text), len(margin)


def blank_marks(text: str) -> tuple[str, int]:
    """The text with blanks in place of the marks (`[a]`) of comments that Google Docs writes below it, so that nothing
    moves, and how many there were."""
    comments = list(_COMMENT.finditer(text)) if "\n[a]" in text else []
    body = text[: comments[0].start()] if comments else ""
    if not comments or comments[0][1] != "[a]" or any(comment[1] not in body for comment in comments):
        return text, 0
    count = 0
    for comment in comments:
        count += body.count(comment[1])
        body = body.replace(comment[1], " " * len(comment[1]))
    return body + text[len(body) :], count
