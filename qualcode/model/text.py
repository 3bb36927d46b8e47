"""Interviews as text: spans, turns, transcripts and the units that are coded."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["interviewer", "respondent", "other"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of a transcript's canonical text (as REFI-QDA counts)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def trim(self, text: str) -> "Span":
        """The span without the blanks at its ends; empty where it covers nothing else."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's stretch of a transcript.

    `number` counts from 1. `span` covers the words alone, without label and time. `speaker` is the label as
    written in the source ("" where there is none). `case` is the id of the informant who speaks, "" for
    interviewers and for those whom no case names. `time` is the time stamp as written, or None.
    """

    number: int
    speaker: str
    role: Role
    span: Span
    time: str | None = None
    case: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    r"""One interview.

    `name` is the source's path inside the transcripts folder with `/`, and `#n` for the n-th interview of a file
    that holds several. `text` is the canonical text (NFC, `\n`); it never changes. `language` is "id" or "en".
    Both hashes are SHA-256 in hex: of the source's bytes and of the canonical text in UTF-8. `notes` say what the
    reader did (encoding taken, deletions left out). `synthetic` is true when the file itself says so.
    """

    name: str
    text: str
    turns: tuple[Turn, ...]
    language: str
    source_sha256: str
    text_sha256: str
    notes: tuple[str, ...] = ()
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of coding: a sentence (default), a turn or a paragraph. It never crosses a turn."""

    span: Span
    turn: int
