"""Where the marks of another program lie in the transcripts of a study: each turn's words are a coding of their own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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
    """Finds sources and marks in the study that a desk is at; `left` counts what was not found, by the reason."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.left: Counter[str] = Counter()
        self.split = 0
        self.taken: set[str] = set()
        self.names = [sheet.transcript for sheet in desk.coded.accounts]

    def find_source(self, source: Source) -> Transcript | None:
        """The transcript with the same text, else the one that is called so; None where there is neither.

        Of several with the same text each source has one of its own, if it can be the one whose name is like its own.
        """
        found = None
        for name in sorted(self.names, key=lambda name: (name in self.taken, _strip(name) != _strip(source.name))):
            try:
                transcript = open_transcript(self.desk, name)
            except QualcodeError:
                continue
            if transcript.text == source.text:
                found = transcript
                break
            found = transcript if name == source.name else found
        if found:
            self.taken.add(found.name)
        return found

    def land(self, source: Source, transcript: Transcript) -> Iterator[Landed]:
        """The marks of a source in its transcript."""
        for each in source.marks:
            span = self._find(source.text, each, transcript.text)
            if span is None:
                self.left[mark("passages whose words are not in the transcript here")] += 1
                continue
            pieces = [
                piece
                for turn in transcript.turns
                if turn.span.overlaps(span)
                and len(
                    piece := Span(max(turn.span.start, span.start), min(turn.span.end, span.end)).trim(transcript.text)
                )
            ]
            if not pieces:
                self.left[mark("passages on words that nobody says (headings, labels, blank lines)")] += 1
            self.split += len(pieces) > 1
            for number, piece in enumerate(pieces):
                yield Landed(each, transcript.name, piece, number == 0)

    def _find(self, there: str, coded: Mark, here: str) -> Span | None:
        span = Span(coded.start, coded.end)
        if there == here:
            return span
        span = span.trim(there)
        if not len(span):
            return None
        before, after = look_around(there, span)
        return find_again(Passage(span, span.of(there), before, after, 0, "", "", ""), here)


def _strip(name: str) -> str:
    return PurePosixPath(name.casefold()).stem
