"""Interviews in which one side alone has a label (`Jawab: ...` below the questions, answers below `Rina: ...`), or
neither, and something else sets the questions off."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from qualcode.readers.talk.asking import is_asking
from qualcode.readers.talk.stretch import SENTENCE_END, Stretch

QUESTION, ANSWER = "Q", "A"  # whose words they are, where nothing names them
_QUOTED = re.compile(r"(?:\s*>)*\s*")  # as mail programs and Markdown quote
NUMBER = re.compile(_QUOTED.pattern + r"(?:\d{1,3}[.)]\s+(?=\S))?")
_LEAST = 3  # labels or paragraphs set off; fewer tell nothing
_MOST = 0.6  # of the labelled stretches
_SHARE = 0.5  # of the paragraphs set off, and twice as many as of the others, ask
_LISTED = re.compile(r"\s*\d{1,3}[.)]\s+\S")
_SIGNS: tuple[Callable[[str], bool], ...] = (  # what sets a line off
    lambda line: _LISTED.match(line) is not None,
    lambda line: line[:1] == ">",
    lambda line: line[:1].isspace(),
    str.isupper,
)


def share_out(lines: Sequence[str], stretches: Sequence[Stretch], start: int) -> Sequence[Stretch]:
    """The stretches of the one who has a label, and between them those of the other, who has none.

    Where most labelled stretches, and the lines before the first one from `start` on, end in paragraphs that ask, these
    are QUESTION's. Where most begin with a paragraph that asks and others follow it, these are ANSWER's. Else they are
    left as they are.
    """
    if len(stretches) < _LEAST or len({stretch.speaker for stretch in stretches}) > 1:
        return stretches
    cut = [_cut(lines, stretch.first, stretch.last) for stretch in stretches]
    begins = [_asks(lines, *blocks[0], stretch.column) for blocks, stretch in zip(cut, stretches, strict=True)]
    least = _MOST * (len(stretches) - 1)
    if sum(begins) >= least and sum(len(blocks) > 1 for blocks in cut) >= least:
        return list(_give_answers(lines, stretches, cut))
    ends = [_count_asking(lines, blocks) for blocks in cut]
    if sum(map(bool, ends[:-1])) >= least and sum(begins) <= len(stretches) - least:
        before = _cut(lines, start, stretches[0].first - 1)
        asked = before[len(before) - _count_asking(lines, [(0, 0), *before]) :]
        return [*_join(lines, asked, QUESTION), *_give_questions(lines, stretches, cut, ends)]
    return stretches


def find_leading(lines: Sequence[str]) -> Callable[[str], bool]:
    """What tells of a paragraph's first line whether it is a question with the answer below: where most paragraphs
    begin with one, a question mark; where all these have a number, that."""
    blocks = [list(block) for filled, block in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    asked = [block[0] for block in blocks if len(block) > 1 and block[0].rstrip().endswith("?")]
    if len(asked) < max(_LEAST, _MOST * len(blocks)):
        return lambda _line: False
    if all(map(_LISTED.match, asked)):
        return lambda line: bool(_LISTED.match(line) and SENTENCE_END.search(line))
    return lambda line: line.rstrip().endswith("?")


def find_side(set_off: Sequence[bool], asks: Sequence[bool]) -> bool | None:
    """Whether the paragraphs that are set off ask and the others answer (True), or the other way round (False); None
    where neither does: questions mostly ask, answers mostly do not, and follow upon them."""
    for inside in (True, False):
        asked = [each is inside for each in set_off]
        asking, too = (
            [a for a, is_asked in zip(asks, asked, strict=True) if is_asked is side] for side in (True, False)
        )
        if min(len(asking), len(too)) < _LEAST:
            return None
        answered = sum(before and not after for before, after in pairwise(asked))
        if answered >= _LEAST and sum(asking) / len(asking) >= max(_SHARE, 2 * sum(too) / len(too)):
            return inside
    return None


def tell_apart(lines: Sequence[str], stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """Stretches without labels: those that ask are QUESTION's and the others ANSWER's where one side alone begins with
    numbers, is quoted (`> `), indented or in capitals; what stands before the first question is nobody's. Else as they
    are."""
    asks = [_asks(lines, stretch.first, stretch.last, stretch.column) for stretch in stretches]
    for sign in _SIGNS:
        set_off = [sign(lines[stretch.first]) for stretch in stretches]
        side = find_side(set_off, asks)
        if side is not None:
            told = [_give(lines, stretch, each is side) for stretch, each in zip(stretches, set_off, strict=True)]
            answered = [each is side and below is not side for each, below in pairwise([*set_off, side])]
            begun = (n for n, each in enumerate(set_off) if each is side and (asks[n] or answered[n]))
            return told[next(begun) :]
    return stretches


def _give(lines: Sequence[str], stretch: Stretch, asks: bool) -> Stretch:
    mark = (NUMBER if asks else _QUOTED).match(lines[stretch.first], stretch.column)
    column = mark.end() if mark else stretch.column
    return stretch._replace(speaker=QUESTION if asks else ANSWER, column=column)


_Block = tuple[int, int]  # its first and its last line


def _cut(lines: Sequence[str], first: int, last: int) -> list[_Block]:
    """The paragraphs between two lines: at blank lines and where a sentence ends a line."""
    blocks: list[_Block] = []
    begun: int | None = None
    for number in range(first, last + 1):
        filled = bool(lines[number].strip())
        if filled and begun is None:
            begun = number
        if begun is not None and (not filled or SENTENCE_END.search(lines[number])):
            blocks.append((begun, number if filled else number - 1))
            begun = None
    return blocks if begun is None else [*blocks, (begun, last)]


def _asks(lines: Sequence[str], first: int, last: int, column: int = 0) -> bool:
    return is_asking(" ".join([lines[first][column:], *lines[first + 1 : last + 1]]).strip(), marked=True)


def _count_asking(lines: Sequence[str], blocks: Sequence[_Block]) -> int:
    """How many paragraphs at the end ask; the first one is the speaker's own."""
    count = 0
    while count < len(blocks) - 1 and _asks(lines, *blocks[-1 - count]):
        count += 1
    return count


def _give_answers(
    lines: Sequence[str], stretches: Sequence[Stretch], cut: Sequence[Sequence[_Block]]
) -> Iterator[Stretch]:
    for stretch, blocks in zip(stretches, cut, strict=True):
        yield stretch._replace(speaker=stretch.speaker or QUESTION, last=blocks[0][1])
        yield from _join(lines, blocks[1:], ANSWER)


def _give_questions(
    lines: Sequence[str], stretches: Sequence[Stretch], cut: Sequence[Sequence[_Block]], ends: Sequence[int]
) -> Iterator[Stretch]:
    for stretch, blocks, asking in zip(stretches, cut, ends, strict=True):
        own = len(blocks) - asking
        yield stretch._replace(speaker=stretch.speaker or ANSWER, last=blocks[own - 1][1])
        yield from _join(lines, blocks[own:], QUESTION)


def _join(lines: Sequence[str], blocks: Sequence[_Block], speaker: str) -> Iterator[Stretch]:
    if blocks:
        number = NUMBER.match(lines[blocks[0][0]])
        yield Stretch(speaker, None, blocks[0][0], number.end() if number else 0, blocks[-1][1])
