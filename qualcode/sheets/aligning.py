"""A transcript's text laid on a document that came back, also where somebody has changed words in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from qualcode.evidence.wording import shorten
from qualcode.messages import mark
from qualcode.model import Problem, Span, Transcript
from qualcode.sheets.passages import fit

_LONGEST_COMPARED = 20_000  # characters of a changed stretch that are compared sign by sign
_ALIKE = str.maketrans("\u00a0\u202f\u2011\u00ad", "  --")
_SOLID = 3  # so many signs in a row are no chance


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch that stands alike in document and transcript."""

    place: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Laid:
    """One transcript as it lies in a document."""

    name: str
    text: str
    blocks: tuple[_Block, ...]

    def find(self, place: tuple[int, int]) -> Span | None:
        """What a place in the document is in the transcript, without blanks at its ends; None where it is not in it."""
        inside = [
            (max(block.place, place[0]), min(block.place + block.size, place[1]), block)
            for block in self.blocks
            if block.place < place[1] and place[0] < block.place + block.size
        ]
        if not inside:
            return None
        first, _, begins = inside[0]
        _, last, ends = inside[-1]
        span = Span(begins.start + first - begins.place, ends.start + last - ends.place)
        span = span.trim(self.text)
        return span if len(span) else None

    def holds(self, span: Span) -> bool:
        """Whether the words of a span stand in the document as they left."""
        return any(block.start <= span.start and span.end <= block.start + block.size for block in self.blocks)


def lay_texts(document: str, texts: Mapping[str, Transcript]) -> tuple[tuple[Laid, ...], tuple[Problem, ...]]:
    """Every transcript laid on the document, and what was changed in its words, which is not taken in."""
    document = level(document)
    laid: list[Laid] = []
    problems: list[Problem] = []
    taken: list[tuple[int, int]] = []
    changed = []
    for name, transcript in texts.items():
        text = level(transcript.text)
        if not text.strip():
            continue
        at = document.find(text)
        while any(start < at + len(text) and at < end for start, end in taken) and at >= 0:
            at = document.find(text, at + 1)
        if at >= 0:
            taken.append((at, at + len(text)))
            laid.append(Laid(name, text, (_Block(at, 0, len(text)),)))
        else:
            changed.append((name, text))
    for name, text in changed:
        found = _lay_changed(document, name, text, taken)
        laid.append(found[0])
        problems += found[1]
    return tuple(laid), tuple(problems)


def _lay_changed(document: str, name: str, text: str, taken: list[tuple[int, int]]) -> tuple[Laid, list[Problem]]:
    """Lines that stand alike first, then signs of the stretches between them."""
    ours, theirs = _list_lines(text), [line for line in _list_lines(document) if not _is_taken(line[0], taken)]
    matcher = SequenceMatcher(None, [line for _, line in ours], [line for _, line in theirs], autojunk=False)
    operations = matcher.get_opcodes()
    equal = [n for n, operation in enumerate(operations) if operation[0] == "equal"]
    if not equal:
        what = mark("the words of this transcript are not in the document any more")
        return Laid(name, text, ()), [Problem(name, what, mark("Work in the sheet as it left"))]
    blocks: list[_Block] = []
    problems = []
    for number, (kind, i1, i2, j1, j2) in enumerate(operations):
        if kind == "equal":
            pairs = zip(ours[i1:i2], theirs[j1:j2], strict=True)
            blocks += (_Block(place, start, len(line)) for (start, line), (place, _) in pairs)
            continue
        # Before and after the transcript stands what is none of its own.
        first = max(j1, j2 - i2 + i1) if number < equal[0] else j1
        last = min(j2, j1 + i2 - i1) if number > equal[-1] else j2
        was, now = _Stretch.of(text, ours[i1:i2]), _Stretch.of(document, theirs[first:last])
        if was.words or now.words:
            blocks += _compare(was, now)
            what = mark(
                "“{words}” reads “{words2}” in the sheet",
                words=_point(was.words, now.words),
                words2=_point(now.words, was.words),
            )
            how = mark("This is not taken in; to change the transcript, change its file")
            problems.append(Problem(name, what, how, "warning"))
    return Laid(name, text, _join(blocks, text, document)), problems


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that follow one another, and where they begin."""

    start: int
    words: str

    @classmethod
    def of(cls, text: str, lines: list[tuple[int, str]]) -> "_Stretch":
        if not lines:
            return cls(0, "")
        last, line = lines[-1]
        return cls(lines[0][0], text[lines[0][0] : last + len(line)])


def _compare(was: _Stretch, now: _Stretch) -> list[_Block]:
    """Where a changed stretch still stands as it was."""
    if max(len(was.words), len(now.words)) > _LONGEST_COMPARED:
        return []
    matching = SequenceMatcher(None, was.words, now.words, autojunk=False).get_matching_blocks()
    return [_Block(now.start + b, was.start + a, size) for a, b, size in matching if size >= _SOLID]


def _join(blocks: list[_Block], text: str, document: str) -> tuple[_Block, ...]:
    """The blocks in the document's order; those between which both stand alike become one."""
    joined: list[_Block] = []
    for block in sorted(blocks, key=lambda block: block.place):
        last = joined[-1] if joined else None
        if last and block.place - block.start == last.place - last.start:
            between = slice(last.start + last.size, block.start), slice(last.place + last.size, block.place)
            if text[between[0]] == document[between[1]]:
                joined[-1] = _Block(last.place, last.start, block.start + block.size - last.start)
                continue
        joined.append(block)
    return tuple(joined)


def level(text: str) -> str:
    """The text with signs that programs change when they save set alike, each still in its place."""
    return fit(text).translate(_ALIKE)


def _list_lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold words, with their places."""
    lines = []
    place = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((place, line))
        place += len(line) + 1
    return lines


def _is_taken(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


def _point(text: str, other: str) -> str:
    """The part of a text in which it differs from another one, with some words around it."""
    start = next((n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    return ("…" if start > 20 else "") + shorten(text[max(0, start - 20) :])
