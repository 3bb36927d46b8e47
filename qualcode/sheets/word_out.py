"""The strokes of a Word sheet: paragraphs and runs as XML, an empty document, and the imprint that nobody sees."""

from datetime import UTC, datetime
from html import escape as escape_html
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.sheets.contract import Imprint
from qualcode.sheets.imprint import pack
from qualcode.sheets.passages import fit

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same codings give the same bytes
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "comments": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}
LABEL = '<w:rPr><w:b/><w:color w:val="585F68"/></w:rPr>'
ASKED = '<w:rPr><w:color w:val="585F68"/></w:rPr>'
_HIDDEN = '<w:rPr><w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/></w:rPr>'
_CHUNK = 2_000  # characters of the imprint a run


def write_paragraph(content: str, style: str = "Normal") -> str:
    """A paragraph around runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def write_run(text: str, looks: str = "") -> str:
    """Text as typed; a tab is a tab, anything that XML cannot hold one sign."""
    if not text:
        return ""
    pieces = fit(text).split("\t")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces)
    return f"<w:r>{looks}{inner}</w:r>"


def write_imprint(imprint: Imprint) -> str:
    """The paragraph that carries the imprint, hidden."""
    packed = pack(imprint)
    chunks = (packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK))
    return write_paragraph("".join(write_run(chunk, _HIDDEN) for chunk in chunks), "InterviewLine")


def escape(text: str) -> str:
    """Text as XML takes it."""
    return escape_html(fit(text))


def make_base(title: str) -> BytesIO:
    """An empty document with the styles that are used."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document: Any = Document()
    properties = document.core_properties
    properties.title = fit(title)[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _FIXED_DATE
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # below it, Word knows neither replies to comments nor resolved ones
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    line = document.styles.add_style("Interview Line", WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = normal
    line.paragraph_format.space_after = Pt(2)
    file = BytesIO()
    document.save(file)
    return file


def pack_document(base: BytesIO, body: str, parts: dict[str, str]) -> bytes:
    """The base with this body and these parts added, one date on every entry."""
    links = "".join(
        f'<Relationship Id="rIdSheet{n}" Type="{_PARTS[name]}" Target="{name}.xml"/>' for n, name in enumerate(parts)
    )
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>' for name in parts)
    filled = BytesIO()
    with ZipFile(base) as old, ZipFile(filled, "w", ZIP_DEFLATED) as new:
        contents = {entry.filename: old.read(entry) for entry in old.infolist()}
        contents |= {f"word/{name}.xml": part.encode() for name, part in parts.items()}
        _insert(contents, "word/document.xml", b"<w:body>", body, after=True)
        _insert(contents, "word/_rels/document.xml.rels", b"</Relationships>", links)
        _insert(contents, "[Content_Types].xml", b"</Types>", types)
        for name, data in contents.items():
            info = ZipInfo(name, _FIXED_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, data)
    return filled.getvalue()


def _insert(contents: dict[str, bytes], name: str, mark: bytes, text: str, *, after: bool = False) -> None:
    front, found, back = contents[name].partition(mark)
    middle = found + text.encode() if after else text.encode() + found
    contents[name] = front + middle + back
