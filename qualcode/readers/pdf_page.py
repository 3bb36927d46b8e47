"""A page of a PDF as PDFium gives it: lines in reading order with their faces, and cells that stand side by side."""

import ctypes
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from qualcode.formats.blocks import BOLD, ITALIC

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant", re.IGNORECASE)
_NUMBERED = re.compile(r"[^\w\"“'‘(¿¡]*(?:\d{1,3}[.)]\s+)?")  # a list's bullet or number, which has a face of its own
_SYMBOL = re.compile(r"^[\ue000-\uf8ff]\s*")  # a bullet in a font of symbols
_LEAD = 6  # words in bold that a line may begin with and still be a label
_RAISED = re.compile(r"(?<=[^\W\d]|[.,;:!?)\]\"'”’»])\d{1,3}(?!\w)")  # may be the number of a note
_RAISED_SIZE = 0.9  # times the size of the type before it
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISE = str.maketrans("0123456789", SUPERSCRIPTS)
_BESIDE = 2.0  # points by which the feet of two stretches on one line may differ
BROKEN = "\ufffe"  # what PDFium writes for a hyphen at the end of a line, together with the line's end
_BROKEN_CELL = "\x02"  # and in a cell
_APART = 7.0  # points between two cells of a line; a blank is about three
_NEAR = 4.0  # points around a place in which a letter is looked for
_SIDE_BY_SIDE = 1.05  # times as many stretches as lines, and a page may hold a table


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand apart on a line; `left` and `right` are where, in points."""

    left: float
    right: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `bottom` is its height above the page's foot and `size` that of its type, in points. `faces`
    are those of all its words, `lead` the words in bold that it begins with; `cells` are given where a page may hold a
    table, and `columns`, where these begin, where it does."""

    words: str
    bottom: float
    faces: int = 0
    lead: str = ""
    cells: tuple[Cell, ...] = ()
    columns: tuple[float, ...] = ()
    size: float = 0.0


def read_lines(page: "PdfPage", goes_on: bool) -> tuple[list[Line], list[Line]]:
    """The page's lines in reading order, and the same as rows of cells, from top to bottom; no rows where nothing
    stands side by side, unless the page before has some and this one `goes_on`. Raised numbers are written so (²)."""
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex, FPDFText_GetFontSize

    text_page = page.get_textpage()
    find_face = _look_at_faces(text_page)
    lines: list[Line] = []
    raised = False  # whether a line ends in a raised number: behind it PDFium begins another one
    position = 0
    for line in text_page.get_text_range(errors="replace").split("\r\n"):
        if line.replace("\0", "").strip():
            index = FPDFText_GetCharIndexFromTextIndex(text_page, position)
            bottom = text_page.get_charbox(index, loose=True)[1] if index >= 0 else 0.0
            size = FPDFText_GetFontSize(text_page.raw, index)
            faces = _read_faces(line, index, find_face)
            words = " ".join(_raise_numbers(line, index, partial(FPDFText_GetFontSize, text_page.raw)).split())
            words = _SYMBOL.sub("", words) or words
            if raised and abs(lines[-1].bottom - bottom) < _BESIDE:
                blank = " " * (line[0].isspace() or line[0].isalnum())
                before = lines.pop()
                lines.append(replace(before, words=before.words + blank + words, faces=before.faces & faces[0]))
            else:
                lines.append(Line(words, bottom, *faces, size=size))
            raised = words[-1] in SUPERSCRIPTS
        position += len(line) + 2
    count = text_page.count_rects()
    if not goes_on and count <= _SIDE_BY_SIDE * len(lines):
        return lines, []
    rows = _find_rows(map(_Box._make, map(text_page.get_rect, range(count))))
    if not goes_on and all(len(row) == 1 for row in rows):  # words in bold and what follows them are one stretch
        return lines, []
    return lines, [row for each in rows if (row := _read_row(text_page, each)).cells]


def _raise_numbers(line: str, index: int, find_size: Callable[[int], float]) -> str:
    """The line with raised numbers behind words, which are set in smaller type, as superscripts."""
    line = line.replace("\0", "")

    def write(match: re.Match[str]) -> str:
        at = index + match.start()
        raised = find_size(at) < _RAISED_SIZE * find_size(at - 1)
        return match[0].translate(_RAISE) if raised else match[0]

    return _RAISED.sub(write, line)


def _read_faces(line: str, index: int, find_face: Callable[[int], int]) -> tuple[int, str]:
    """The faces of a line, of which the first and the last letter tell, and the words in bold at its beginning."""
    begin = match.end() if (match := _NUMBERED.match(line)) and match.end() < len(line.rstrip()) else 0
    first, last = find_face(index + begin), find_face(index + len(line.rstrip()) - 1)
    if not first & BOLD or last & BOLD:
        return first & last, ""
    starts = [match.start() for match in re.finditer(r"\S+", line)][1 : _LEAD + 1]
    end = next((start for start in starts if not find_face(index + start) & BOLD), 0)
    return first & last, " ".join(line[:end].split())


def _look_at_faces(text_page: "PdfTextPage") -> Callable[[int], int]:
    from pypdfium2.raw import FPDFText_GetFontInfo

    buffer, flags, pointer = ctypes.create_string_buffer(128), ctypes.c_int(), text_page.raw

    def find_face(index: int) -> int:
        if index < 0:
            return 0
        length = FPDFText_GetFontInfo(pointer, index, buffer, 128, flags)
        return _face_of(buffer.raw[: max(0, min(length, 128) - 1)])

    return find_face


@lru_cache(maxsize=256)
def _face_of(font: bytes) -> int:
    name = font.decode("utf-8", "replace")
    return BOLD * bool(_BOLD.search(name)) + ITALIC * bool(_ITALIC.search(name))


class _Box(NamedTuple):
    """A stretch of letters in points. A word may be several: letters that are kerned stand apart."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    def join(self, other: "_Box") -> "_Box":
        return _Box(self.left, min(self.bottom, other.bottom), max(self.right, other.right), max(self.top, other.top))


def _find_rows(boxes: Iterable[_Box]) -> list[list[_Box]]:
    """The stretches of each line, from top to bottom and from left to right, joined where no more than a blank is
    between them."""
    rows: list[list[_Box]] = []
    for box in sorted(boxes, key=lambda box: -box.middle):
        if rows and rows[-1][0].middle - box.middle < 4:  # their middles: letters with tails reach lower
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_join_near(row) for row in rows]


def _join_near(row: Sequence[_Box]) -> list[_Box]:
    joined: list[_Box] = []
    for box in sorted(row):
        if joined and box.left - joined[-1].right < _APART:
            joined.append(joined.pop().join(box))
        else:
            joined.append(box)
    return joined


def _read_row(text_page: "PdfTextPage", row: Sequence[_Box]) -> Line:
    read = ((box, text_page.get_text_bounded(*box, errors="replace")) for box in row)
    cells = [
        Cell(box.left, box.right, words.replace(_BROKEN_CELL, BROKEN))
        for box, text in read
        if (words := " ".join(text.replace("\0", "").split()))
    ]
    return Line(" ".join(cell.words for cell in cells), _find_bottom(text_page, row[0]), cells=tuple(cells))


def _find_bottom(text_page: "PdfTextPage", box: _Box) -> float:
    """Where the type of a line ends below, whatever letters it holds."""
    index = text_page.get_index(box.left + 1, box.middle, _NEAR, _NEAR)
    return text_page.get_charbox(index, loose=True)[1] if index is not None and index >= 0 else box.bottom


def join_cut(lines: Iterable[str]) -> list[str]:
    """The lines; one that ends in the middle of a word, with a hyphen, goes on in the next one."""
    joined: list[str] = []
    for line in lines:
        before = joined[-1] if joined else ""
        if before.endswith(BROKEN) or (before.endswith("-") and before[-2:-1].isalpha() and line[:1].isalpha()):
            joined[-1] += line
        else:
            joined.append(line)
    return joined
