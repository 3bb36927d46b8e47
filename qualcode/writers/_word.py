"""A Word document being written: the strokes that report.docx is made of."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.formats.results import RESULTS
from qualcode.writers._pictures import make_drawing
from qualcode.writers._text import strip_controls
from qualcode.writers._word_xml import (
    BOLD,
    CODE,
    HOLD,
    INK,
    KEEP,
    LINK,
    NEW_PAGE,
    ROLES,
    SOFT,
    WordCell,
    WordTable,
    write_bookmark,
    write_field,
    write_link,
    write_paragraph,
    write_run,
    write_stale_field,
)

_LONGEST_PROPERTY = 255
_TABLE_POINTS = 8
UPRIGHT_CM, TURNED_CM = 17.0, 25.7  # what a page's margins leave
_NOTICE = "6D3600"
_STYLES = (
    ("Notice", 10, True, _NOTICE),
    ("Small", 8, False, SOFT),
    ("Legend", 8, False, SOFT),
    ("Facts", 7, False, SOFT),
    ("Contents", 10.5, False, INK),
    ("Contents 2", 10.5, False, INK),
    ("Contents head", 14, True, INK),
)
_BODY = "w:altChunk"  # stands for the body until the file is saved


class WordFile:
    """Writes paragraphs and tables at the end of a document, which python-docx makes with its styles and sections; text
    is taken as typed, control characters left out."""

    def __init__(self, document: Any, language: str) -> None:
        from docx.oxml.parser import OxmlElement
        from docx.shared import Cm

        self.document = document
        self.bookmarks = self.pictures = 0
        self.wide = False
        self.body = BytesIO()
        document.element.body.sectPr.addprevious(OxmlElement(_BODY))
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
        foot._p.append(_parse(write_field("PAGE")))
        foot.add_run(" / ")
        foot._p.append(_parse(write_field("NUMPAGES")))

    def turn(self, *, wide: bool) -> None:
        """Go on on upright or turned pages; a new page where that changes."""
        if wide == self.wide:
            return
        from docx.enum.section import WD_ORIENT

        self.wide = wide
        section = self.document.add_section()
        last = section._sectPr.getprevious()  # of the section before, in a paragraph of its own
        self._write(last.xml)
        last.getparent().remove(last)
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
        more = (KEEP if keep else "") + (NEW_PAGE if new_page else "")
        self._write_paragraph(style, self._mark(bookmark) + write_run(text), more)

    def add_commands(self, text: str, style: str) -> None:
        """A paragraph in which commands, between backticks, stand out from what is said of them."""
        parts = (write_run(part, CODE if place % 2 else "") for place, part in enumerate(text.split("`")))
        self._write_paragraph(style, "".join(parts))

    def add_parts(self, parts: Iterable[tuple[str, str]], style: str, *, hold: bool = False) -> None:
        """A paragraph of parts: the quote itself and its cues stand out from what is around them. `hold` keeps it on
        one page."""
        runs = "".join(write_run(text, ROLES[role]) for text, role in parts)
        self._write_paragraph(style, runs, HOLD if hold else "")

    def add_contents(self, entries: Iterable[tuple[str, str, int]]) -> None:
        """A list of contents: texts, the bookmarks they lead to and how deep they stand, with page numbers that Word
        and LibreOffice fill in when they open the file."""
        for text, bookmark, depth in entries:
            number = write_stale_field(f"PAGEREF {bookmark} \\h")
            self._write_paragraph(
                "Contents" if depth == 1 else "Contents 2", write_link(bookmark, write_run(f"{text}\t")) + number
            )

    def add_picture(self, png: bytes, room: float, told: str) -> None:
        """A picture no wider than `room` (cm), on the page of its caption; `told` is read to whoever cannot see it."""
        self.pictures += 1
        drawing = make_drawing(self.document, png, room, told, self.pictures)
        self._write_paragraph("Normal", drawing.xml, KEEP)

    def add_caption(self, before: str, of: str, number: int, after: str) -> None:
        """The caption `of` a "Table", above it, or of a "Figure", under it; Word counts the number too, for lists of
        these."""
        counted = write_field(f"SEQ {of} \\* ARABIC", str(number))
        self._write_paragraph("Caption", write_run(before) + counted + write_run(after), KEEP if of == "Table" else "")

    def add_table(self, table: WordTable) -> None:
        """A table that has been filled."""
        for part in table.write(self.style_ids["Table text"]):
            self._write(part)

    def put(self, cell: WordCell, text: str, *, bold: bool = False) -> None:
        """One more paragraph in a table's cell."""
        cell.paragraphs.append(write_run(text, BOLD if bold else ""))

    def put_links(self, cell: WordCell, links: Sequence[tuple[str, str]], rest: str, *, beside: bool = False) -> None:
        """One more paragraph in a cell: the names of bookmarks in brackets, each leading there, and then `rest`; or all
        that `beside` what stands in the cell."""
        before = f"{cell.paragraphs.pop()}{write_run(' [')}" if beside else write_run("[")
        leading = write_run(", ").join(write_link(bookmark, write_run(text, LINK)) for text, bookmark in links)
        cell.paragraphs.append(before + leading + write_run(f"{rest}]"))

    def save(self, date: datetime) -> bytes:
        """The document as a file, with one date on every part of it; python-docx writes the clock's."""
        file, dated = BytesIO(), BytesIO()
        self.document.save(file)
        with ZipFile(file) as archive, ZipFile(dated, "w", ZIP_DEFLATED) as copy:
            for entry in archive.infolist():
                info = ZipInfo(entry.filename, date.timetuple()[:6])
                info.compress_type = ZIP_DEFLATED
                before, found, after = archive.read(entry).partition(f"<{_BODY}/>".encode())
                with copy.open(info, "w") as part:
                    part.write(before)
                    if found:
                        part.write(self.body.getbuffer())
                    part.write(after)
        return dated.getvalue()

    def _write_paragraph(self, style: str, runs: str, more: str = "") -> None:
        self._write(write_paragraph(self.style_ids[style], runs, more))

    def _write(self, text: str) -> None:
        self.body.write(text.encode())

    def _mark(self, name: str) -> str:
        if not name:
            return ""
        self.bookmarks += 1
        return write_bookmark(self.bookmarks, name)

    def _set_styles(self, language: str) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", self._points(10.5)
        normal.paragraph_format.space_after = self._points(6)
        for name, size, bold, colour in (
            *_STYLES,
            ("Table text", _TABLE_POINTS, False, INK),
            ("Passage", 9, False, INK),
        ):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal
            style.font.size, style.font.bold, style.font.color.rgb = self._points(size), bold, self._colour(colour)
        styles["Contents"].paragraph_format.space_after = self._points(2)
        styles["Contents"].paragraph_format.tab_stops.add_tab_stop(self._cm(UPRIGHT_CM), 2, 1)  # right, with dots
        styles["Contents 2"].base_style = styles["Contents"]
        styles["Contents 2"].paragraph_format.left_indent = self._cm(0.6)
        styles["Contents head"].paragraph_format.keep_with_next = True
        styles["Contents head"].paragraph_format.space_before = self._points(14)
        styles["Legend"].paragraph_format.space_before = self._points(4)
        styles["Passage"].paragraph_format.space_before = self._points(7)
        for name in ("Passage", "Facts", "Table text", "Small", "Legend"):
            styles[name].paragraph_format.space_after = self._points(1)
            styles[name].paragraph_format.line_spacing = 1.0
        styles["Passage"].paragraph_format.keep_with_next = True
        for name in ("Title", "Heading 1", "Heading 2", "Caption"):
            styles[name].font.color.rgb = self._colour(INK)
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


def _parse(text: str) -> Any:
    """Text as an element of python-docx."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    return parse_xml(text.replace(" ", f" {nsdecls('w')} ", 1))
