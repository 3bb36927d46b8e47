"""Cut a text into stretches of speech: who speaks, when, from where to where. What is left is nobody's speech."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from qualcode.model import Span, Turn
from qualcode.readers.talk import stamps
from qualcode.readers.talk.belief import choose_labels
from qualcode.readers.talk.head import find_talk, is_aside, is_ending, is_rule, read_legend
from qualcode.readers.talk.labels import Found, fold, read_label

SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*\s*$")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


class Stretch(NamedTuple):
    """One speaker's words from `column` of line `first` to the end of line `last` (both counted from 0)."""

    speaker: str
    time: str | None
    first: int
    column: int
    last: int


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a canonical text (NFC, `\n`), in order, all with the role "other".

    Where no label is found every paragraph is a turn with the speaker "".
    """
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    turns: list[Turn] = []
    for stretch in find_stretches(lines):
        last = lines[stretch.last]
        stamp = stamps.F4_AT_END.search(last) if last.rstrip()[-1:] == "#" else None
        start = starts[stretch.first] + stretch.column
        end = starts[stretch.last] + len(last[: stamp.start()] if stamp else last.rstrip())
        time = stretch.time or (stamps.strip_stamp(stamp[0]) if stamp else None)
        if start < end:
            turns.append(Turn(len(turns) + 1, stretch.speaker, "other", Span(start, end), time))
    return tuple(turns)


def find_stretches(lines: Sequence[str], speakers: Collection[str] = ()) -> Iterator[Stretch]:
    """The stretches of speech in a text's lines. One label keeps one spelling: its most frequent one.

    `speakers` are folded labels that are known for speakers from elsewhere.
    """
    founds = {number: found for number, line in enumerate(lines) if line and (found := read_label(line))}
    start = find_talk(lines, founds, Counter(fold(found.label) for found in founds.values()))
    end = _find_end(lines, start)
    legend = {*read_legend("\n".join(lines[:start])), *speakers}
    labels = {n: found for n, found in choose_labels(lines, founds, start, legend).items() if n < end}
    if labels:
        yield from _by_labels(lines, labels, end)
    else:
        yield from _by_paragraphs(lines, start, end)


def normalise_speakers(labels: Sequence[str]) -> dict[str, str]:
    """Folded label -> its most frequent spelling, the first of equals."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(fold(label), Counter())[" ".join(label.split())] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in spellings.items()}


def _by_labels(lines: Sequence[str], labels: dict[int, Found], end: int) -> Iterator[Stretch]:
    spelled = normalise_speakers([found.label for found in labels.values()])
    first = min(labels)
    speaker, time = "", _time_above(lines, first)
    begun: Stretch | None = None
    for number in range(first, end):
        line = lines[number]
        found = labels.get(number)
        if found:
            speaker, time, column = spelled[fold(found.label)], found.time or time, found.end
        elif not line or line.isspace():
            continue
        else:
            stamp = _stamp_of(line)
            if not stamp and not _is_silent(lines, number, labels, begun):
                begun = begun._replace(last=number) if begun else Stretch(speaker, time, number, _indent(line), number)
                continue
            time, column = (stamps.strip_stamp(stamp[0]), stamp.end()) if stamp else (time, len(line))
        if begun:
            yield begun
            begun = None
        if line[column:].strip():
            begun, time = Stretch(speaker, time, number, _indent(line, column), number), None
    if begun:
        yield begun


def _stamp_of(line: str) -> re.Match[str] | None:
    """A time stamp that fills the line, or one in brackets before the words."""
    if not stamps.may_begin(line):
        return None
    return stamps.ALONE.match(line) or stamps.BRACKETED.match(line, _indent(line))


def _by_paragraphs(lines: Sequence[str], start: int, end: int) -> Iterator[Stretch]:
    """Without labels a paragraph is a turn; without blank lines a paragraph ends where a sentence ends a line."""
    blank_lines = any(not line.strip() for line in lines[start:end])
    begun: Stretch | None = None
    time: str | None = None
    for number in range(start, end):
        line = lines[number]
        stamp = stamps.ALONE.match(line)
        blank = not line or line.isspace()
        if stamp:
            time = stamps.strip_stamp(stamp[0])
        if blank or stamp or _is_silent(lines, number, {}, begun):
            if begun and (blank_lines or not stamp):
                yield begun
                begun = None
            continue
        if begun is None:
            inner = stamps.BRACKETED.match(line, _indent(line))
            if inner:
                time = stamps.strip_stamp(inner[0])
            begun = Stretch("", time, number, _indent(line, inner.end() if inner else 0), number)
            time = None
        begun = begun._replace(last=number)
        if not blank_lines and SENTENCE_END.search(line):
            yield begun
            begun = None
    if begun:
        yield begun


def _is_silent(lines: Sequence[str], number: int, labels: dict[int, Found], begun: Stretch | None) -> bool:
    """Whether the line is nobody's speech: a stage direction, a rule, a heading, a time stamp, a cue's number."""
    line = lines[number]
    first = line.lstrip()[0]
    if first.isalpha():
        return False
    if is_aside(line):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        inside = begun is not None and begun.last == number - 1 and after.strip() and number + 1 not in labels
        return not inside or stamps.ALONE.match(line) is not None
    if _HEADING.match(line) or is_rule(line) or stamps.ALONE.match(line):
        return True
    return line.strip().isdigit() and number + 1 < len(lines) and stamps.ALONE.match(lines[number + 1]) is not None


def _time_above(lines: Sequence[str], first: int) -> str | None:
    above = next((line for line in reversed(lines[max(0, first - 3) : first]) if line.strip()), "")
    stamp = stamps.ALONE.match(above)
    return stamps.strip_stamp(stamp[0]) if stamp else None


def _find_end(lines: Sequence[str], start: int) -> int:
    """The number of the line behind the talk's last one: endings and rules at the foot are nobody's speech."""
    end = len(lines)
    while end > start:
        line = lines[end - 1]
        above = lines[end - 2] if end - 2 >= start else ""
        apart = not above.strip() or is_rule(above) or SENTENCE_END.search(above)
        if line.strip() and not is_rule(line) and not (apart and is_ending(line)):
            break
        end -= 1
    return end


def _indent(line: str, column: int = 0) -> int:
    return len(line) - len(line[column:].lstrip())
