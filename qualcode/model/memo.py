"""What people write while they analyse: memos, and pattern codes over first-cycle codes."""

from dataclasses import dataclass
from typing import Literal

MemoKind = Literal["codes", "patterns", "theory", "problems", "ethics", "personal", "next"]
MentionKind = Literal["code", "coding", "claim"]
PatternKind = Literal["category", "cause", "relationship", "construct"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A code, a coding or a claim that a person's file names by its id, and the line that does."""

    kind: MentionKind
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class AnalyticMemo:
    """A dated, titled reflection that links data, codes and concepts (Miles, Huberman and Saldana 2014, ch. 4).

    `file` is its name inside the folder of memos, `kind` what it is about, `text` what stands under the front matter.
    `date` is ISO 8601, "" where none is given.
    """

    file: str
    title: str
    kind: MemoKind
    author: str
    date: str
    mentions: tuple[Mention, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PatternCode:
    """A second-cycle code that a person made: one of the four kinds of Miles, Huberman and Saldana (2014, ch. 4), the
    codes and codings that it draws together, and why. `date` is ISO 8601, `line` its line in the file."""

    name: str
    kind: PatternKind
    members: tuple[Mention, ...]
    rationale: str
    author: str
    date: str
    line: int
