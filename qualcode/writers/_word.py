"""A Word document being written: the strokes that report.docx is made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from qualcode.formats.results import RESULTS
from qualcode.writers._pictures import make_drawing
from qualcode.writers._text import strip_controls

_LONGEST_PROPERTY = 255
_TABLE_POINTS = 8
_LONG_ROW = 400  # characters of a cell; a row with more may go on on the next page
UPRIGHT_CM, TURNED_CM = 17.0, 25.7  # what a page's margins leave
_INK, _SOFT, _NOTICE, _LINE, _HEAD = "22262B", "585F68", "6D3600", "BBB5A8", "ECE9E2"
_STYLES = (
    ("Notice", 10, True, _NOTICE),
    ("Small", 8, False, _SOFT),
    ("Legend", 8, False, _SOFT),
    ("Facts", 7, False, _SOFT),
    ("Contents", 10.5, False, _INK),
    ("Contents 2", 10.5, False, _INK),
    ("Contents head", 14, True, _INK),
)
_BOLD: dict[str, dict[str, str]] = {"w:b": {}}
_LINK = {"w:color": {"w:val": "1A5490"}}
_ROLES = {
    "": {"w:color": {"w:val": _SOFT}},
    "plain": {},
    "quote": _BOLD,
    "cue": _BOLD | {"w:u": {"w:val": "single"}},
    "number": {"w:color": {"w:val": "1A5490"}, "w:sz": {"w:val": "14"}},
}
_NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_BREAKS = re.compile("([\n\t])")
_BREAK_TAGS = {"\n": "w:br", "\t": "w:tab"}


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table and its cells row by row, taken once: asking python-docx for one cell walks the whole table."""

    cells: tuple[Any, ...]
    rows: tuple[Any, ...]


class WordFile:
    """Writes paragraphs and tables at the end of a document; text is taken as typed, control characters left out."""

    def __init__(self, document: Any, language: str) -> None:
        from docx.shared import Cm

        self.document = document
        self.bookmarks = 0
        self.wide = False
        # Paragraphs are put before the last section's settings by hand: python-docx looks for the place anew each
        # time, and ten thousand quotes would take minutes.
        self.end = document.element.body.sectPr
        page = document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2)
        page.top_margin, page.bottom_margin = Cm(2.4), Cm(1.8)
        page.header_distance = page.footer_distance = Cm(1)
        self._set_styles(language)

    def set_properties(self, title: str, date: datetime) -> None:
        """Title and dates of the file; no author, no machine."""
        properties = self.document.core_properties
        properties.title = strip_controls(title)[:_LONGEST_PROPERTY]
        properties.category = RESULTS
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = date
        properties.revision = 1

    def set_margins_text(self, header: Iterable[str], page: str) -> None:
        """What stands at the top of every page, and the page's number at its foot."""
        section = self.document.sections[0]
        top = section.header.paragraphs[0]
        top.style = "Notice"
        top.paragraph_format.space_after = 0
        run = top.add_run(strip_controls(" · ".join(header)))
        run.font.size = self._points(8)
        foot = section.footer.paragraphs[0]
        foot.style = "Small"
        foot.alignment = 2
        foot.add_run(f"{page} ")
        foot._p.append(_make_field("PAGE"))
        foot.add_run(" / ")
        foot._p.append(_make_field("NUMPAGES"))

    def turn(self, *, wide: bool) -> None:
        """Go on on upright or turned pages; a new page where that changes."""
        if wide == self.wide:
            return
        from docx.enum.section import WD_ORIENT

        self.wide = wide
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width

    def add(
        self,
        text: str,
        style: str = "Normal",
        *,
        keep: bool = False,
        new_page: bool = False,
        bookmark: str = "",
    ) -> None:
        """A paragraph at the end; `keep` holds it on the page of what follows, `bookmark` names it for links."""
        paragraph = self._add_paragraph(style)
        if keep:
            paragraph.pPr.append(_make("w:keepNext"))
        if new_page:
            paragraph.pPr.append(_make("w:pageBreakBefore"))
        if bookmark:
            self._mark(paragraph, bookmark)
        _add_run(paragraph, text)

    def add_parts(self, parts: Iterable[tuple[str, str]], style: str, *, bookmark: str = "") -> None:
        """A paragraph of parts: the quote itself and its cues stand out from what is around them."""
        paragraph = self._add_paragraph(style)
        if bookmark:
            self._mark(paragraph, bookmark)
        for text, role in parts:
            _add_run(paragraph, text, _ROLES[role])

    def add_contents(self, entries: Iterable[tuple[str, str, int]]) -> None:
        """A list of contents: texts, the bookmarks they lead to and how deep they stand, with page numbers that Word
        and LibreOffice fill in when they open the file."""
        for text, bookmark, depth in entries:
            paragraph = self._add_paragraph("Contents" if depth == 1 else "Contents 2")
            link = _make("w:hyperlink", {"w:anchor": bookmark})
            _add_run(link, f"{text}\t")
            paragraph.append(link)
            for part in _make_stale_field(f"PAGEREF {bookmark} \\h"):
                paragraph.append(part)

    def add_picture(self, png: bytes, room: float, told: str) -> None:
        """A picture no wider than `room` (cm), on the page of its caption; `told` is read to whoever cannot see it."""
        paragraph = self._add_paragraph("Normal")
        paragraph.pPr.append(_make("w:keepNext"))
        paragraph.append(make_drawing(self.document, png, room, told))

    def add_caption(self, before: str, of: str, number: int, after: str) -> None:
        """The caption `of` a "Table", above it, or of a "Figure", under it; Word counts the number too, for lists of
        these."""
        paragraph = self._add_paragraph("Caption")
        if of == "Table":
            paragraph.pPr.append(_make("w:keepNext"))
        _add_run(paragraph, before)
        paragraph.append(_make_field(f"SEQ {of} \\* ARABIC", str(number)))
        _add_run(paragraph, after)

    def add_table(self, rows: int, widths: Sequence[float]) -> WordTable:
        """An empty table with columns so wide (cm); its first row is repeated on every page, its heads are shaded."""
        from docx.shared import Cm

        columns = len(widths)
        table = self.document.add_table(rows, columns)
        table.autofit = False
        table.style = "Table Grid"
        _colour_borders(table, _LINE)
        sizes = [Cm(width) for width in widths]
        cells = tuple(table._cells)
        for index, cell in enumerate(cells):
            cell.width = sizes[index % columns]
            if index < columns or index % columns == 0:
                self.shade(cell, _HEAD)
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        rows_xml = tuple(row._tr for row in table.rows)
        rows_xml[0].get_or_add_trPr().append(_make("w:tblHeader"))
        return WordTable(cells, rows_xml)

    def hold(self, row: Any, texts: Iterable[str]) -> None:
        """Keep a table's row on one page, unless its texts are so long that half a page would stay empty."""
        if max(map(len, texts), default=0) <= _LONG_ROW:
            properties = row.get_or_add_trPr()
            properties.insert(0, _make("w:cantSplit"))

    def put(self, cell: Any, text: str, *, bold: bool = False, more: bool = False) -> None:
        """A paragraph in a table's cell: its first, or one `more`."""
        _add_run(self._put_paragraph(cell, more=more), text, _BOLD if bold else {})

    def put_links(
        self, cell: Any, links: Sequence[tuple[str, str]], rest: str, *, more: bool, beside: bool = False
    ) -> None:
        """A paragraph in a cell with the names of bookmarks in brackets, each leading there, and then `rest`; or all
        that `beside` what stands in the cell."""
        paragraph = cell._tc.p_lst[-1] if beside else self._put_paragraph(cell, more=more)
        _add_run(paragraph, " [" if beside else "[")
        for index, (text, bookmark) in enumerate(links):
            if index:
                _add_run(paragraph, ", ")
            link = _make("w:hyperlink", {"w:anchor": bookmark})
            _add_run(link, text, _LINK)
            paragraph.append(link)
        _add_run(paragraph, f"{rest}]")

    def shade(self, cell: Any, colour: str) -> None:
        """Give a cell a background."""
        cell._tc.get_or_add_tcPr().append(_make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour}))

    def _add_paragraph(self, style: str) -> Any:
        paragraph = self._make_paragraph(style)
        self.end.addprevious(paragraph)
        return paragraph

    def _put_paragraph(self, cell: Any, *, more: bool) -> Any:
        paragraph = self._make_paragraph("Table text")
        if not more:  # an empty cell holds one empty paragraph
            cell._tc.remove(cell._tc.p_lst[0])
        cell._tc.append(paragraph)
        return paragraph

    def _make_paragraph(self, style: str) -> Any:
        paragraph = _make("w:p")
        properties = _make("w:pPr")
        properties.append(_make("w:pStyle", {"w:val": self.style_ids[style]}))
        paragraph.append(properties)
        return paragraph

    def _mark(self, paragraph: Any, name: str) -> None:
        self.bookmarks += 1
        identity = {"w:id": str(self.bookmarks)}
        paragraph.append(_make("w:bookmarkStart", identity | {"w:name": name}))
        paragraph.append(_make("w:bookmarkEnd", identity))

    def _set_styles(self, language: str) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", self._points(10.5)
        normal.paragraph_format.space_after = self._points(6)
        for name, size, bold, colour in (
            *_STYLES,
            ("Table text", _TABLE_POINTS, False, _INK),
            ("Passage", 9, False, _INK),
        ):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal
            style.font.size, style.font.bold, style.font.color.rgb = self._points(size), bold, self._colour(colour)
        styles["Contents"].paragraph_format.space_after = self._points(2)
        styles["Contents"].paragraph_format.tab_stops.add_tab_stop(self._cm(UPRIGHT_CM), 2, 1)  # right, with dots
        styles["Contents 2"].base_style = styles["Contents"]
        styles["Contents 2"].paragraph_format.left_indent = self._cm(0.6)
        styles["Contents head"].paragraph_format.keep_with_next = True
        styles["Legend"].paragraph_format.space_before = self._points(6)
        styles["Passage"].paragraph_format.space_before = self._points(7)
        for name in ("Passage", "Facts", "Table text", "Small"):
            styles[name].paragraph_format.space_after = self._points(1)
            styles[name].paragraph_format.line_spacing = 1.0
        styles["Passage"].paragraph_format.keep_with_next = True
        for name in ("Title", "Heading 1", "Heading 2", "Caption"):
            styles[name].font.color.rgb = self._colour(_INK)
        styles["Caption"].paragraph_format.space_before = self._points(10)
        for element in styles.element.iter(f"{{{normal.element.nsmap['w']}}}lang"):
            element.set(f"{{{normal.element.nsmap['w']}}}val", {"id": "id-ID"}.get(language, "en-GB"))
        self.style_ids = {style.name: style.style_id for style in styles}

    def _cm(self, size: float) -> Any:
        from docx.shared import Cm

        return Cm(size)

    def _points(self, size: float) -> Any:
        from docx.shared import Pt

        return Pt(size)

    def _colour(self, rgb: str) -> Any:
        from docx.shared import RGBColor

        return RGBColor.from_string(rgb)


def _add_run(paragraph: Any, text: str, looks: dict[str, dict[str, str]] | None = None) -> None:
    """Text at the end of a paragraph; `looks` are a run's properties, in the order in which the format wants them."""
    run = _make("w:r")
    if looks:
        properties = _make("w:rPr")
        for tag, attributes in looks.items():
            properties.append(_make(tag, attributes))
        run.append(properties)
    for part in _BREAKS.split(strip_controls(text)):
        if part in _BREAK_TAGS:
            run.append(_make(_BREAK_TAGS[part]))
        elif part:
            words = _make("w:t")
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    paragraph.append(run)


def _make(tag: str, attributes: dict[str, str] | None = None) -> Any:
    """An element as python-docx makes it, its name looked up once: a long report has millions."""
    from docx.oxml.parser import oxml_parser

    element = oxml_parser.makeelement(_name(tag), nsmap=_NAMESPACES)
    for name, value in (attributes or {}).items():
        element.set(_name(name), value)
    return element


@cache
def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(tag)
    return found


def _make_field(code: str, shown: str = "1") -> Any:
    """A field that Word fills in, such as the page's number."""
    field = _make("w:fldSimple", {"w:instr": code})
    _add_run(field, shown)
    return field


def _make_stale_field(code: str) -> Iterator[Any]:
    """A field without a value, which is filled in when the file is opened."""
    for kind in ("begin", "", "separate", "end"):
        run = _make("w:r")
        if kind:
            dirty = {"w:dirty": "true"} if kind == "begin" else {}
            run.append(_make("w:fldChar", {"w:fldCharType": kind} | dirty))
        else:
            instruction = _make("w:instrText")
            instruction.text = code
            run.append(instruction)
        yield run


def _colour_borders(table: Any, colour: str) -> None:
    borders = _make("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_make(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": colour}))
    table._tbl.tblPr.append(borders)
