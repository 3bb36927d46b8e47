"""A Word document being written: the strokes that report.docx is made of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qualcode.writers._text import strip_controls

_LONGEST_PROPERTY = 255
_TABLE_POINTS = 8
_FIRST_COLUMN_CM = 3.2
_INK, _SOFT, _NOTICE, _LINE, _HEAD = "22262B", "585F68", "6D3600", "BBB5A8", "ECE9E2"
_STYLES = (
    ("Notice", 10, True, _NOTICE),
    ("Small", 8.5, False, _SOFT),
    ("Legend", 8.5, False, _SOFT),
    ("Facts", 8, False, _SOFT),
    ("Quote head", 10, True, _INK),
)
_BOLD: dict[str, dict[str, str]] = {"w:b": {}}
_LINK = {"w:color": {"w:val": "1A5490"}}
_ROLES = {"": {"w:color": {"w:val": _SOFT}}, "quote": _BOLD, "cue": _BOLD | {"w:u": {"w:val": "single"}}}
_BREAKS = re.compile("([\n\t])")
_BREAK_TAGS = {"\n": "w:br", "\t": "w:tab"}


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table and its cells row by row, taken once: asking python-docx for one cell walks the whole table."""

    cells: tuple[Any, ...]


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
        page.top_margin, page.bottom_margin = Cm(2.6), Cm(2)
        page.header_distance = page.footer_distance = Cm(1)
        self._set_styles(language)

    def set_properties(self, title: str, date: datetime) -> None:
        """Title and dates of the file; no author, no machine."""
        properties = self.document.core_properties
        properties.title = strip_controls(title)[:_LONGEST_PROPERTY]
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
        self, text: str, style: str = "Normal", *, bold: bool = False, keep: bool = False, bookmark: str = ""
    ) -> None:
        """A paragraph at the end; `keep` holds it on the page of what follows, `bookmark` names it for links."""
        paragraph = self._add_paragraph(style)
        if keep:
            paragraph.pPr.append(_make("w:keepNext"))
        if bookmark:
            self._mark(paragraph, bookmark)
        _add_run(paragraph, text, _BOLD if bold else {})

    def add_parts(self, parts: Iterable[tuple[str, str]], style: str) -> None:
        """A paragraph of parts: the quote itself and its cues stand out from what is around them."""
        paragraph = self._add_paragraph(style)
        for text, role in parts:
            _add_run(paragraph, text, _ROLES[role])

    def add_table(self, rows: int, columns: int) -> WordTable:
        """An empty table as wide as the page; its first row is repeated on every page, its heads are shaded."""
        from docx.shared import Cm

        table = self.document.add_table(rows, columns)
        table.autofit = False
        table.style = "Table Grid"
        _colour_borders(table, _LINE)
        section = self.document.sections[-1]
        first = Cm(_FIRST_COLUMN_CM)
        other = (section.page_width - section.left_margin - section.right_margin - first) // max(1, columns - 1)
        cells = tuple(table._cells)
        for index, cell in enumerate(cells):
            cell.width = other if index % columns else first
            if index < columns or index % columns == 0:
                self.shade(cell, _HEAD)
        for index, column in enumerate(table.columns):
            column.width = other if index else first
        for index, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(_make("w:cantSplit"))
            if index == 0:
                properties.append(_make("w:tblHeader"))
        return WordTable(cells)

    def put(self, cell: Any, text: str, *, bold: bool = False, more: bool = False) -> None:
        """A paragraph in a table's cell: its first, or one `more`."""
        _add_run(self._put_paragraph(cell, more=more), text, _BOLD if bold else {})

    def put_links(self, cell: Any, links: Sequence[tuple[str, str]], *, more: bool) -> None:
        """A paragraph in a cell with the names of bookmarks in brackets, each leading there."""
        paragraph = self._put_paragraph(cell, more=more)
        _add_run(paragraph, "[")
        for index, (text, bookmark) in enumerate(links):
            if index:
                _add_run(paragraph, ", ")
            link = _make("w:hyperlink", {"w:anchor": bookmark})
            _add_run(link, text, _LINK)
            paragraph.append(link)
        _add_run(paragraph, "]")

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
            ("Passage", 9.5, False, _INK),
        ):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal
            style.font.size, style.font.bold, style.font.color.rgb = self._points(size), bold, self._colour(colour)
        styles["Small"].paragraph_format.space_after = self._points(1)
        styles["Legend"].paragraph_format.space_before = self._points(6)
        styles["Table text"].paragraph_format.space_after = self._points(2)
        styles["Quote head"].paragraph_format.space_before = self._points(12)
        styles["Quote head"].paragraph_format.space_after = self._points(2)
        for name in ("Passage", "Facts"):
            styles[name].paragraph_format.left_indent = self._points(14)
            styles[name].paragraph_format.space_after = self._points(2)
        for name in ("Title", "Heading 1", "Caption"):
            styles[name].font.color.rgb = self._colour(_INK)
        styles["Caption"].paragraph_format.space_before = self._points(10)
        for element in styles.element.iter(f"{{{normal.element.nsmap['w']}}}lang"):
            element.set(f"{{{normal.element.nsmap['w']}}}val", {"id": "id-ID"}.get(language, "en-GB"))
        self.style_ids = {style.name: style.style_id for style in styles}

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
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    return element


def _make_field(code: str) -> Any:
    """A field that Word fills in, such as the page's number."""
    field = _make("w:fldSimple", {"w:instr": code})
    run = _make("w:r")
    text = _make("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


def _colour_borders(table: Any, colour: str) -> None:
    borders = _make("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_make(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": colour}))
    table._tbl.tblPr.append(borders)
