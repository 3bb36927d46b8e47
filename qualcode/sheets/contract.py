"""What leaves for Word or Excel, and what comes back."""

from dataclasses import dataclass
from typing import Literal

from qualcode.evidence.applying import Memo
from qualcode.model import Coding, Modality, Polarity, Problem, Seen, Span, Transcript, Unit

Kind = Literal["codings", "grid", "document", "cells", "answers", "feedback", "audit", "blind audit"]
EditAct = Literal["accept", "reject", "recode", "move", "polarity", "comment", "code", "propose", "nothing"]


@dataclass(frozen=True, slots=True)
class Left:
    """A numbered row as it left: a coding; in a grid a unit, whose `id`, `code` and `coder` are ""."""

    transcript: str
    span: Span
    id: str = ""
    code: str = ""
    polarity: Polarity = "supporting"
    modality: Modality = "actual"
    coder: str = ""


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A numbered cell of a display, or question about a claim, as it left: its id, what an answer rests on, and what
    its coder had written."""

    id: str
    basis: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a sheet carries with it, so that it is known again whatever was done to it.

    `left` is when it left (ISO 8601 in UTC), `coder` for whom ("" for anybody), `codebook` name and version, `texts`
    the SHA-256 of each transcript's text by name, `codes` the ids and labels that the sheet shows. The n-th of `rows`,
    in a sheet of a display or of claims the n-th of `cells`, has the number n in the sheet.
    """

    kind: Kind
    title: str
    left: str
    coder: str
    seen: Seen
    language: str
    codebook: str
    texts: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...] = ()
    rows: tuple[Left, ...] = ()
    cells: tuple[LeftCell, ...] = ()


@dataclass(frozen=True, slots=True)
class CellLine:
    """A cell of a display as it is laid out: its row and column, the evidence behind it, what others wrote in it."""

    row: str
    column: str
    evidence: str
    others: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A coding as it is shown: `label` names its code, `why` the words it rests on, `when` its last decision."""

    coding: Coding
    label: str
    case: str
    why: str
    when: str
    memos: tuple[Memo, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One transcript of a sheet: its codings or, in a grid, its units."""

    transcript: Transcript
    rows: tuple[Row, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that leaves; the pages' rows (or units), one after the other, are those of the imprint, and so are
    the `cells` of a display."""

    imprint: Imprint
    pages: tuple[Page, ...]
    notices: tuple[str, ...]
    cells: tuple[CellLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a person did in a sheet, at `where`.

    On what left, `row` is the row; recode, move and polarity may come with any of `code`, `span` and `polarity`.
    A new coding has `transcript`, `span` and `code`. `who` is the author whom the sheet itself names or "". `deleted`
    says that a comment is gone, which means reject only if the person confirms it.
    """

    where: str
    act: EditAct
    row: Left | None = None
    transcript: str = ""
    span: Span | None = None
    code: str = ""
    polarity: Polarity | None = None
    label: str = ""
    comment: str = ""
    who: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """What came back: what was done, what is wrong or odd, and how many rows are as they left."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    unchanged: int
