"""What a Word document's body is made of, as text: as elements of python-docx, the cells of a long report's tables
would take a gigabyte and most of the time. Text is taken as typed, control characters left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from qualcode.writers._text import strip_controls

INK, SOFT, LINE, HEAD = "22262B", "585F68", "BBB5A8", "ECE9E2"
# A run's looks, in the order in which the format wants them.
BOLD, LINK = "<w:b/>", '<w:color w:val="1A5490"/>'
ROLES = {
    "": f'<w:color w:val="{SOFT}"/>',
    "plain": "",
    "quote": BOLD,
    "cue": f'{BOLD}<w:u w:val="single"/>',
    "number": f'{LINK}<w:sz w:val="14"/>',
}
CODE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
KEEP, HOLD, NEW_PAGE = "<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>"
_LAST_ROWS = 2

_SPECIAL = re.compile("([\n\t])")
_SPECIAL_TAGS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_TWIPS = 1440 / 2.54  # a centimetre; Word counts in twentieths of a point
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="{LINE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LOOK = (
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" '
    'w:val="04A0"/>'
)


def write_run(text: str, looks: str = "") -> str:
    """Text with its looks."""
    parts = (_SPECIAL_TAGS.get(part) or _write_text(part) for part in _SPECIAL.split(strip_controls(text)) if part)
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{''.join(parts)}</w:r>"


def _write_text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def write_paragraph(style_id: str, runs: str, more: str = "") -> str:
    """A paragraph; `more` are its properties beside the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{runs}</w:p>'


def write_link(bookmark: str, runs: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark}">{runs}</w:hyperlink>'


def write_bookmark(number: int, name: str) -> str:
    """A place in the document; the number is its own."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def write_field(code: str, shown: str = "1") -> str:
    """A field that Word fills in, such as the page's number."""
    return f'<w:fldSimple w:instr="{escape(code)}">{write_run(shown)}</w:fldSimple>'


def write_stale_field(code: str) -> str:
    """A field without a value, which is filled in when the file is opened."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"{dirty}/></w:r>'
        for kind, dirty in (("begin", ' w:dirty="true"'), ("separate", ""), ("end", ""))
    )
    return f"{begin}<w:r><w:instrText>{escape(code)}</w:instrText></w:r>{separate}{end}"


@dataclass(slots=True)
class WordCell:
    """A cell being filled: its paragraphs, each as its runs, and its background."""

    paragraphs: list[str] = field(default_factory=list)
    fill: str = ""


@dataclass(slots=True)
class WordTable:
    """A table being filled, its cells row by row; the first row is repeated on every page, heads are shaded. `title` is
    read to whoever cannot see it, `held` are rows that stay on one page; the last of these stay with what is said under
    the table."""

    title: str
    widths: Sequence[float]
    cells: tuple[WordCell, ...]
    held: set[int] = field(default_factory=set)

    def write(self, style_id: str) -> Iterator[str]:
        """The table a row at a time, its paragraphs in the style."""
        sizes = [round(width * _TWIPS) for width in self.widths]
        columns = len(sizes)
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_LOOK}'
            f"<w:tblCaption w:val={quoteattr(strip_controls(self.title))}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        rows = len(self.cells) // columns
        for row in range(rows):
            keep = KEEP if row in self.held and row >= rows - _LAST_ROWS else ""
            properties = ("<w:cantSplit/>" if row in self.held else "") + ("" if row else "<w:tblHeader/>")
            cells = self.cells[row * columns : (row + 1) * columns]
            written = "".join(_write_cell(cell, size, style_id, keep) for cell, size in zip(cells, sizes, strict=True))
            yield f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{written}</w:tr>"
        yield "</w:tbl>"


def make_table(title: str, rows: int, widths: Sequence[float]) -> WordTable:
    """An empty table with columns so wide (cm)."""
    columns = len(widths)
    heads = (place < columns or place % columns == 0 for place in range(rows * columns))
    return WordTable(title, widths, tuple(WordCell(fill=HEAD if head else "") for head in heads))


def _write_cell(cell: WordCell, size: int, style_id: str, more: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    text = "".join(write_paragraph(style_id, runs, more) for runs in cell.paragraphs) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{size}"/>{shade}</w:tcPr>{text}</w:tc>'
