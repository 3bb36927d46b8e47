"""What people write while they analyse: memos, and pattern codes over first-cycle codes."""

from dataclasses import dataclass
from typing import Literal

MemoKind = Literal["codes", "patterns", "theory", "problems", "ethics", "personal", "next"]
PatternKind = Literal["category", "cause", "relationship", "construct"]


@dataclass(frozen=True, slots=True)
class AnalyticMemo:
    """A dated, titled reflection that links data, codes and concepts (Miles, Huberman and Saldana 2014, ch. 4).

    `file` is its name inside the folder of memos. `codes`, `codings` and `claims` are the ids that it links, as they
    are written; `text` is what stands under the front matter. `date` is ISO 8601.
    """

    file: str
    title: str
    kind: MemoKind
    author: str
    date: str
    codes: tuple[str, ...] = ()
    codings: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PatternCode:
    """A second-cycle code that a person made over several codes: one of the four kinds of Miles, Huberman and Saldana
    (2014, ch. 4), its member codes and single codings, and why. `date` is ISO 8601, `line` its line in the file."""

    name: str
    kind: PatternKind
    codes: tuple[str, ...]
    codings: tuple[str, ...]
    rationale: str
    author: str
    date: str
    line: int = 0
