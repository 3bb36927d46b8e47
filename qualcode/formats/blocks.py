"""What documents of every kind are made of: paragraphs and tables in document order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from qualcode.messages import mark

_KINDS = {  # one, several
    "comment": (mark("comment"), mark("comments")),
    "footnote": (mark("footnote"), mark("footnotes")),
    "hidden passage": (mark("hidden passage"), mark("hidden passages")),
    "tracked deletion": (mark("tracked deletion"), mark("tracked deletions")),
}


BOLD, ITALIC, UNDERLINED = FACES = 1, 2, 4  # faces of type, added up where words are in several
LISTED, BOXED = 8, 16  # added to the faces of what stands in a list or a text box
_EVERY_FACE = sum(FACES)


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph's text; line breaks inside it are `\n`. `level` is 0 for body text, 1 for a document title and
    n + 1 for a heading of level n. `faces` are the faces that all of its words are in (BOLD | ITALIC), and
    LISTED and BOXED; `lead` are the words in bold that it begins with, where others follow."""

    text: str
    level: int = 0
    faces: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell its own blocks. A merged cell stands once, the places it covers are empty."""

    rows: tuple[tuple[tuple["Block", ...], ...], ...]


Block: TypeAlias = Paragraph | Table


def add_face(blocks: Iterable[Block], face: int) -> list[Block]:
    """The blocks, with a face more for each paragraph."""
    return [replace(block, faces=block.faces | face) if isinstance(block, Paragraph) else block for block in blocks]


@dataclass(slots=True)
class Writing:
    """A paragraph as it is read piece by piece."""

    pieces: list[str] = field(default_factory=list)
    faces: int = _EVERY_FACE
    lead: str = ""
    _signs: int = _EVERY_FACE  # the faces of pieces without letters
    _lead_end: int | None = None  # the first such piece that is in others than the words before it

    def add(self, text: str, faces: int) -> None:
        """Take the next piece, in these faces; blanks are in any, and so are times and marks beside words."""
        if self.faces & ~faces and text and not text.isspace():
            if _has_letters(text):
                lead = "".join(self.pieces[: self._lead_end]).strip() if self.faces & BOLD & ~faces else ""
                self.lead = lead if _has_letters(lead) else self.lead
                self.faces &= faces
            else:
                self._signs &= faces
                self._lead_end = self._lead_end or len(self.pieces) or None
        self.pieces.append(text)

    def finish(self, level: int = 0) -> Paragraph | None:
        """What was read; None where that is nothing but blanks."""
        text = "".join(self.pieces)
        if not text.strip():
            return None
        faces = self.faces if not self.faces or _has_letters(text) else self.faces & self._signs
        return Paragraph(text, level, faces, self.lead)


def _has_letters(text: str) -> bool:
    return text[:1].isalpha() or any(map(str.isalpha, text))


@dataclass(frozen=True, slots=True)
class Document:
    """A document's blocks and how much of what was left out: `{"tracked deletion": 2}`."""

    blocks: tuple[Block, ...]
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def notes(self) -> tuple[str, ...]:
        """One line a kind of thing that was left out."""
        return tuple(
            mark("{count} {kind} left out", count=count, kind=_KINDS[kind][count > 1])
            for kind, count in sorted(self.left_out.items())
        )


def flatten(blocks: tuple[Block, ...]) -> str:
    r"""The blocks as plain text: a line a paragraph, a table's cells side by side with tabs between them."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):  # as most cells are
        return blocks[0].text.strip()
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text.strip())
        else:
            lines += ("\t".join(filter(None, (flatten(cell) for cell in row))) for row in block.rows)
    return "\n".join(filter(None, lines))
