"""The units of coding: sentences, paragraphs or whole turns of respondents."""

import re
from collections.abc import Callable, Iterator

from qualcode.errors import QualcodeError
from qualcode.language.sentences import find_sentences
from qualcode.messages import mark
from qualcode.model import Span, Transcript, Unit

Bounds = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def split_units(transcript: Transcript, unit: str) -> tuple[Unit, ...]:
    """The units of all respondents' turns in order. Each lies inside its turn and is trimmed of white space.

    `unit` is "sentence", "turn" or "paragraph" (what blank lines separate); another word is refused.
    """
    split = choose_splitter(unit)
    return tuple(
        Unit(Span(start, end), turn.number)
        for turn in transcript.turns
        if turn.role == "respondent"
        for start, end in split(transcript.text, turn.span.start, turn.span.end)
    )


def choose_splitter(unit: str) -> Callable[[str, int, int], list[Bounds]]:
    """The function that cuts `text[start:end]` into the bounds of units of this kind."""
    splitters = {"sentence": find_sentences, "turn": _take_whole, "paragraph": _find_paragraphs}
    if unit not in splitters:
        raise QualcodeError(mark('There is no unit "{unit}"', unit=unit), mark("Write sentence, turn or paragraph."))
    return splitters[unit]


def _take_whole(text: str, start: int, end: int) -> list[Bounds]:
    return list(_trim(text, start, end))


def _find_paragraphs(text: str, start: int, end: int) -> list[Bounds]:
    paragraphs: list[Bounds] = []
    begin = start
    for gap in _BLANK_LINE.finditer(text, start, end):
        paragraphs += _trim(text, begin, gap.start())
        begin = gap.end()
    return [*paragraphs, *_trim(text, begin, end)]


def _trim(text: str, start: int, end: int) -> Iterator[Bounds]:
    span = Span(start, end).trim(text)
    if len(span):
        yield span.start, span.end
