"""Cut a text into stretches of speech: who speaks, when, from where to where. What is left is nobody's speech."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from qualcode.model import Span, Turn
from qualcode.readers.talk import stamps
from qualcode.readers.talk.alone import read_names_alone
from qualcode.readers.talk.belief import choose_labels
from qualcode.readers.talk.counting import drop_counting
from qualcode.readers.talk.half import find_leading, share_out, tell_apart
from qualcode.readers.talk.head import find_notes, find_talk, is_aside, is_ending, is_rule, read_legend
from qualcode.readers.talk.labels import Found, can_name, fold, read_label
from qualcode.readers.talk.marks import read_marks
from qualcode.readers.talk.stretch import ENDLESS, SENTENCE_END, Stretch, count_on

_COLON_FIRST = re.compile(r"\s*[:：][ \t]+(?=\S)")
_CHAT_NOTICE = re.compile(  # what WhatsApp writes in somebody's name
    "\u200e|<Media [^<>]*>\\s*$|\\S+\\.\\w{2,4} \\((?:file attached|file terlampir)\\)\\s*$"
)
_COMMENT = re.compile(r"\[[a-z]{1,2}\]\S")  # below a text of Google Docs
_MOST_LINES = 20  # of a paragraph; where blank lines are rarer than that (beside remarks in captions) they part none
_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*(?:\*\*|__)[^*_\n]{1,60}(?<![.?!…:])(?:\*\*|__)\s*$")


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a canonical text (NFC, `\n`), in order, all with the role "other".

    Where no label is found every paragraph is a turn with the speaker "".
    """
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    turns: list[Turn] = []
    for stretch in find_stretches(lines):
        last, time = stamps.cut_end(lines[stretch.last])
        start = starts[stretch.first] + stretch.column
        end = starts[stretch.last] + len(last)
        if start < end:
            turns.append(Turn(len(turns) + 1, stretch.speaker, "other", Span(start, end), stretch.time or time))
    return tuple(turns)


def find_stretches(
    lines: Sequence[str], speakers: Collection[str] = (), headings: Collection[int] = ()
) -> Iterator[Stretch]:
    """The stretches of speech in a text's lines. One label keeps one spelling: its most frequent one.

    `speakers` are folded labels that are known for speakers from elsewhere, `headings` the numbers of lines that are
    nobody's speech unless they are labels.
    """
    start, end, labels = _find_labels(lines, speakers)
    clocked = stamps.clock_lines(lines[start:end])
    if labels:
        end = find_notes(lines, max(labels), end)
        yield from share_out(lines, list(_by_labels(lines, labels, end, clocked, headings)), start)
    else:
        yield from tell_apart(lines, list(_by_paragraphs(lines, start, end, clocked, headings)))


def find_speakers(lines: Sequence[str]) -> dict[str, str]:
    """Who is named in the lines as speaking there: folded label -> its most frequent spelling."""
    return normalise_speakers([found.label for found in _find_labels(lines, ())[2].values() if found.label])


def _find_labels(lines: Sequence[str], speakers: Collection[str]) -> tuple[int, int, dict[int, Found]]:
    """The first line of the talk, the one behind its last, and the lines that begin with a speaker's label."""
    founds = {number: found for number, line in enumerate(lines) if line and (found := read_label(line))}
    founds |= read_marks(lines, founds)
    founds |= _read_labels_above(lines, founds)
    founds |= read_names_alone(lines, founds)
    start = find_talk(lines, founds, Counter(fold(found.label) for found in founds.values()))
    end = _find_end(lines, start)
    legend = {*read_legend("\n".join(lines[:start])), *speakers}
    labels = {n: found for n, found in sorted(choose_labels(lines, founds, start, legend).items()) if n < end}
    if names := drop_counting([found.label for found in labels.values()]):
        labels = {n: found._replace(label=name) for (n, found), name in zip(labels.items(), names, strict=True)}
    return start, end, labels


def _read_labels_above(lines: Sequence[str], founds: Mapping[int, Found]) -> dict[int, Found]:
    """Labels on a line of their own whose colon stands on the next one, before the words: `Ani` and then `: words`."""
    above: dict[int, Found] = {}
    for number, line in enumerate(lines):
        if line and (line[0] in ":：" or line[0].isspace()) and _COLON_FIRST.match(line):
            at = next((n for n in range(number - 1, max(number - 3, -1), -1) if lines[n].strip()), None)
            if at is None:
                continue
            alone = founds.get(at)
            if alone and alone.end == len(lines[at]):
                above[at] = alone._replace(shape="colon")
            elif can_name(label := lines[at].strip(" \t*_")):
                above[at] = Found("colon", label, None, len(lines[at]))
    return above


def normalise_speakers(labels: Sequence[str]) -> dict[str, str]:
    """Folded label -> its most frequent spelling, the first of equals."""
    spellings: dict[str, Counter[str]] = {}
    for label in labels:
        spellings.setdefault(fold(label), Counter())[" ".join(label.split())] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in spellings.items()}


def _by_labels(
    lines: Sequence[str], labels: dict[int, Found], end: int, clocked: bool, headings: Collection[int]
) -> Iterator[Stretch]:
    spelled = normalise_speakers([found.label for found in labels.values()])
    first = min(labels)
    speaker, time = "", _time_above(lines, first)
    begun: Stretch | None = None
    for number in range(first, end):
        line = lines[number]
        found = labels.get(number)
        if found:
            speaker, time, column = spelled[fold(found.label)], found.time or time, found.end
            if found.time and _CHAT_NOTICE.match(line, column):
                column = len(line)
        elif not line or line.isspace():
            continue
        else:
            stamp = _stamp_of(line, clocked)
            if not stamp and number not in headings and not _is_silent(lines, number, labels, begun):
                colon = None if begun else _COLON_FIRST.match(line)
                column = colon.end() if colon else _indent(line)
                begun = begun._replace(last=number) if begun else Stretch(speaker, time, number, column, number)
                continue
            time, column = (stamps.strip_stamp(stamp[0]), stamp.end()) if stamp else (time, len(line))
        if begun:
            yield begun
            begun = None
        if line[column:].strip():
            begun, time = Stretch(speaker, time, number, _indent(line, column), number), None
    if begun:
        yield begun


def _stamp_of(line: str, clocked: bool) -> re.Match[str] | None:
    """A time stamp that fills the line, one in brackets before the words or, where lines are `clocked`, any other."""
    if not stamps.may_begin(line):
        return None
    return (
        stamps.ALONE.match(line)
        or stamps.BRACKETED.match(line, _indent(line))
        or (stamps.BEFORE_WORDS.match(line) if clocked else None)
    )


def _by_paragraphs(
    lines: Sequence[str], start: int, end: int, clocked: bool, headings: Collection[int]
) -> Iterator[Stretch]:
    """Without labels a paragraph is a turn; questions that lead it are turns of their own. With hardly a blank line it
    ends where a sentence ends a line or, where stops are not written, after many words, and where lines are `clocked`
    a time begins another."""
    blanks = sum(not line or line.isspace() for line in lines[start:end])
    blank_lines = blanks * _MOST_LINES >= end - start - blanks
    leads = find_leading(lines[start:end])
    begun: Stretch | None = None
    time: str | None = None
    words = 0
    for number in range(start, end):
        line = lines[number]
        stamp = stamps.ALONE.match(line)
        blank = not line or line.isspace()
        if stamp:
            time = stamps.strip_stamp(stamp[0])
        if blank or stamp or number in headings or _is_silent(lines, number, {}, begun):
            if begun and (blank_lines or not stamp):
                yield begun
                begun = None
            continue
        inner = _stamp_of(line, clocked) if clocked or begun is None else None
        if begun and inner:
            yield begun
            begun = None
        if begun is None:
            if inner:
                time = stamps.strip_stamp(inner[0])
            begun = Stretch("", time, number, _indent(line, inner.end() if inner else 0), number)
            time = None
        begun = begun._replace(last=number)
        asked = blank_lines and begun.first == number and leads(line)
        words = 0 if blank_lines else count_on(line, words)
        if asked or (not blank_lines and (SENTENCE_END.search(line) or words >= ENDLESS)):
            yield begun
            begun, words = None, 0
    if begun:
        yield begun


def _is_silent(lines: Sequence[str], number: int, labels: dict[int, Found], begun: Stretch | None) -> bool:
    """Whether the line is nobody's speech: a stage direction, a rule, a heading, a time stamp, a cue's number."""
    line = lines[number]
    first = line.lstrip()[0]
    if first.isalpha():
        return False
    if stamps.DATED.match(line) and number not in labels:  # a chat tells who came and what is encrypted
        return True
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
    """The number of the line behind the talk's last one: endings, rules and comments (`[a]words`) at the foot are
    nobody's speech."""
    end = len(lines)
    while end > start:
        line = lines[end - 1]
        above = lines[end - 2] if end - 2 >= start else ""
        apart = not above.strip() or is_rule(above) or SENTENCE_END.search(above)
        is_comment = _COMMENT.match(line) is not None and any(each.startswith("[a]") for each in lines[start:end])
        if line.strip() and not is_rule(line) and not (apart and is_ending(line)) and not is_comment:
            break
        end -= 1
    return end


def _indent(line: str, column: int = 0) -> int:
    return len(line) - len(line[column:].lstrip())
