"""What a reader takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a cue of a source. `speaker` and `time` are set where the format itself names them; None means
    that the words may still begin with a label or a time stamp. A `heading` is nobody's speech unless it is a label."""

    words: str
    speaker: str | None = None
    time: str | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One interview as a reader found it, before turns and roles are worked out.

    Plain text formats give `text` (the decoded file itself, offsets fit the file); every other format gives
    `passages`. `suffix` is "" or, in a file that holds several interviews, "#1", "#2", ... `notes` say what the
    reader did: the encoding it took, the deletions it left out. `language` is set where the source says so. With
    `answers_only` nobody asks: all of it is what a respondent wrote, as in a survey.
    """

    text: str | None = None
    passages: tuple[Passage, ...] = ()
    suffix: str = ""
    notes: tuple[str, ...] = ()
    language: str | None = None
    answers_only: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A format's reader. `read` never writes to its source; what it cannot read it refuses with UnreadableSource,
    and a package that is not there with MissingExtra."""

    name: str
    extensions: tuple[str, ...]
    read: Callable[[Path], tuple[Draft, ...]]
