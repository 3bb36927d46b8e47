"""Where the marks of another program lie in the transcripts of a study: each turn's words are a coding of their own."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from qualcode.errors import QualcodeError
from qualcode.evidence.anchoring import find_again, look_around
from qualcode.exchange.contract import Mark, Source
from qualcode.messages import mark
from qualcode.model import Passage, Span, Transcript
from qualcode.workflow.desk import Desk, open_transcript


@dataclass(frozen=True, slots=True)
class Landed:
    """A mark on one passage of one transcript; `is_first` where it is the first passage that its mark covers."""

    mark: Mark
    transcript: str
    span: Span
    is_first: bool


class Landing:
    """Finds sources and marks in the study that a desk is at.

    `left` counts what was not found, by the reason; `changed` are transcripts that changed since they were coded and so
    take nothing in.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.left: Counter[str] = Counter()
        self.changed: list[str] = []
        self.split = 0
        self.taken: set[str] = set()
        self.names = [sheet.transcript for sheet in desk.coded.accounts]

    def find_source(self, source: Source) -> Transcript | None:
        """The transcript with the same text, else one whose turns make up most of it, else one of the same name; None
        where there is none.

        Of several that fit each source has one of its own, if it can be the one whose name is like its own.
        """
        alike = _bare(source.name)
        names = sorted(self.names, key=lambda name: (name in self.taken, name != source.name, _bare(name) != alike))
        kinds: tuple[Callable[[Transcript], bool], ...] = (
            lambda transcript: transcript.text == source.text,
            lambda transcript: _holds_most(source.text, transcript),
            lambda transcript: _bare(transcript.name) == alike and transcript.name not in self.taken,
        )
        for fits in kinds:
            for name in names:
                transcript = self._open(name)
                if transcript and fits(transcript):
                    self.taken.add(name)
                    return transcript
        return None

    def _open(self, name: str) -> Transcript | None:
        if name in self.changed:
            return None
        try:
            return open_transcript(self.desk, name)
        except QualcodeError:
            self.changed.append(name)
            return None

    def land(self, source: Source, transcript: Transcript) -> Iterator[Landed]:
        """The marks of a source in its transcript."""
        strips = _align(source.text, transcript)
        for each in source.marks:
            pieces = _cut(each, strips) if strips else self._look_for(source.text, each, transcript)
            pieces = [trimmed for piece in pieces if len(trimmed := piece.trim(transcript.text))]
            self.split += len(pieces) > 1
            for number, piece in enumerate(pieces):
                yield Landed(each, transcript.name, piece, number == 0)
            if not pieces:
                what = mark("passages on words that nobody says (headings, labels, blank lines)")
                gone = mark("passages whose words are not in the transcript here")
                self.left[what if strips else gone] += 1

    def _look_for(self, there: str, coded: Mark, transcript: Transcript) -> list[Span]:
        """Where a passage of a text that is not quite the transcript's stands in the transcript, turn by turn."""
        span = Span(coded.start, coded.end).trim(there)
        if not len(span):
            return []
        before, after = look_around(there, span)
        found = find_again(Passage(span, span.of(there), before, after, 0, "", "", ""), transcript.text)
        whole = [_Strip(turn.span.start, turn.span) for turn in transcript.turns]
        return _cut(replace(coded, start=found.start, end=found.end), whole) if found else []


@dataclass(frozen=True, slots=True)
class _Strip:
    """Words that stand in a source from `start` on, and as one turn at `span` of its transcript."""

    start: int
    span: Span


def _align(there: str, transcript: Transcript) -> list[_Strip]:
    """Each turn's words where they stand in the source, in order; none where one of them does not."""
    strips: list[_Strip] = []
    place = 0
    for turn in transcript.turns:
        words = turn.span.of(transcript.text)
        same = turn.span.start if there == transcript.text else there.find(words, place)
        if same < 0:
            return []
        strips.append(_Strip(same, turn.span))
        place = same + len(words)
    return strips


def _holds_most(there: str, transcript: Transcript) -> bool:
    """Whether most of a text is that of the transcript's turns, in their order."""
    said = sum(len(turn.span) for turn in transcript.turns)
    return 2 * said > len(there) >= said and bool(_align(there, transcript))


def _cut(coded: Mark, strips: Sequence[_Strip]) -> list[Span]:
    """The parts of a passage that lie on strips, as places in the transcript."""
    pieces = []
    for strip in strips:
        shift = strip.span.start - strip.start
        start, end = max(coded.start + shift, strip.span.start), min(coded.end + shift, strip.span.end)
        if start < end:
            pieces.append(Span(start, end))
    return pieces


def count_unsaid(source: Source, transcript: Transcript) -> int:
    """How many passages of a source lie on nobody's words in its transcript."""
    strips = _align(source.text, transcript)
    return sum(not _cut(each, strips) for each in source.marks)


def _bare(name: str) -> str:
    """A transcript's name without its ending, which programs leave out or change; its number in a file stays."""
    file, _, number = name.casefold().partition("#")
    return f"{PurePosixPath(file).stem}#{number}"
