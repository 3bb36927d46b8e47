"""The Word sheet: each transcript as it is, every coding a comment on its exact words, memos as replies.

Every line of the canonical text is a paragraph of its own, so that places in the document are places in the text.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.messages import Translate, translator
from qualcode.sheets.codings_out import describe_status
from qualcode.sheets.comment_tags import write_memo_tag, write_tag
from qualcode.sheets.contract import Page, Row, Sheet
from qualcode.sheets.imprint import pack
from qualcode.sheets.passages import fit

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same codings give the same bytes
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = f'xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:w15="{_W15}" xmlns:mc="{_MC}" mc:Ignorable="w14 w15"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "comments": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}
_LABEL = '<w:rPr><w:b/><w:color w:val="585F68"/></w:rPr>'
_ASKED = '<w:rPr><w:color w:val="585F68"/></w:rPr>'
_META = '<w:rPr><w:color w:val="808080"/><w:sz w:val="16"/></w:rPr>'
_HIDDEN = '<w:rPr><w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/></w:rPr>'
_CHUNK = 2_000  # characters of the imprint a run


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment to be written; `number` is the document's, `parent` that of the comment it replies to, or None."""

    number: int
    author: str
    date: str
    paragraphs: tuple[tuple[str, str], ...]  # each a text and its looks
    parent: int | None = None


def write_document(sheet: Sheet) -> bytes:
    """The document, A4, with the list of codes at its end; control characters of a text are shown as one sign each."""
    comments: list[_Comment] = []
    t = translator(sheet.imprint.language)
    body = "".join(_write_body(sheet, comments, t))
    parts = {"comments": _write_comments(comments), "commentsExtended": _write_threads(comments)}
    return _pack(_make_base(sheet.imprint.title), body, parts)


def _write_body(sheet: Sheet, comments: list[_Comment], t: Translate) -> Iterator[str]:
    yield _paragraph(_run(sheet.imprint.title), "Title")
    for notice in sheet.notices:
        yield _paragraph(_run(notice, _LABEL))
    for line in _list_help(t):
        yield _paragraph(_run(line, _ASKED), "ListBullet")
    number = 0
    for page in sheet.pages:
        yield _paragraph(_run(page.transcript.name), "Heading1")
        yield from _write_page(page, number, comments, sheet.imprint.left, t)
        number += len(page.rows)
    yield _paragraph(_run(t("Codes")), "Heading1")
    for code, label in sheet.imprint.codes:
        yield _paragraph(_run(code, "<w:rPr><w:b/></w:rPr>") + _run(f" {label}"), "InterviewLine")
    packed = pack(sheet.imprint)
    chunks = (packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK))
    yield _paragraph("".join(_run(chunk, _HIDDEN) for chunk in chunks), "InterviewLine")


def _list_help(t: Translate) -> tuple[str, ...]:
    return (
        t("Each comment is a coding. Its first line is the code: change it there, by id or label, + or − behind."),
        t("Write “accept” or “reject” behind it or as a reply. A resolved comment accepts, a deleted one rejects."),
        t("New coding: mark the words and add a comment that begins with a code; the lines after it are your memo."),
        t("Leave the words of the interview as they are: a sheet does not change a transcript."),
    )


def _write_page(page: Page, before: int, comments: list[_Comment], left: str, t: Translate) -> Iterator[str]:
    """The lines of a transcript as paragraphs; the page's rows are numbered on from `before`."""
    text = fit(page.transcript.text)
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(page.rows, start=before + 1):
        for comment in _make_comments(row, number, len(comments), left, t):
            comments.append(comment)
            starts[row.coding.span.start].append(comment.number)
            ends[row.coding.span.end].append(comment.number)
    looks = {turn.span.start: _ASKED if turn.role == "interviewer" else "" for turn in page.transcript.turns}
    looks |= {turn.span.end: _LABEL for turn in page.transcript.turns if turn.span.end not in looks}
    cuts = sorted({*starts, *ends, *looks})
    look, at, start = _LABEL, 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        pieces = []
        place = start
        while at < len(cuts) and cuts[at] <= end:
            cut = cuts[at]
            if cut == end and cut in starts and cut not in ends:
                break  # it begins with the next line
            pieces.append(_run(text[place:cut], look))
            pieces += map(_end_comment, ends.get(cut, ()))
            pieces += (f'<w:commentRangeStart w:id="{number}"/>' for number in starts.get(cut, ()))
            look, place, at = looks.get(cut, look), cut, at + 1
        pieces.append(_run(text[place:end], look))
        yield _paragraph("".join(pieces), "InterviewLine")
        start = end + 1


def _make_comments(row: Row, number: int, first: int, left: str, t: Translate) -> Iterator[_Comment]:
    """A coding's comment and its memos as replies; the number in brackets is what it is known by when it comes back."""
    coding = row.coding
    people = coding.decided_by or (() if coding.status == "suggested" else (coding.coder,))
    author = ", ".join(people) or f"qualcode ({coding.coder})"
    sign = "+" if coding.polarity == "supporting" else "−"
    tag = write_tag(number, (describe_status(row, t), row.why))
    lines = ((f"{coding.code} {sign} {row.label}", ""), (tag, _META))
    # A suggestion bears the date on which the sheet left: LibreOffice writes a wrong one where there is none.
    yield _Comment(first, author, row.when or left, lines)
    for n, memo in enumerate(row.memos, start=1):
        said = ((line, "") for line in memo.text.split("\n"))
        yield _Comment(first + n, memo.who, memo.when, (*said, (write_memo_tag(number, n, memo.text), _META)), first)


def _write_comments(comments: list[_Comment]) -> str:
    written = []
    for comment in comments:
        *lines, last = comment.paragraphs
        paragraphs = [f"<w:p>{_run(text, look)}</w:p>" for text, look in lines]
        paragraphs.append(f'<w:p w14:paraId="{_name_paragraph(comment.number)}">{_run(*last)}</w:p>')
        initials = "".join(word[0] for word in comment.author.split() if word[0].isalnum())[:3]
        who = f'w:author="{_escape(comment.author)}" w:initials="{_escape(initials)}" w:date="{comment.date[:19]}Z"'
        written.append(f'<w:comment w:id="{comment.number}" {who}>{"".join(paragraphs)}</w:comment>')
    return f"{_DECLARATION}<w:comments {_ROOT}>{''.join(written)}</w:comments>"


def _write_threads(comments: list[_Comment]) -> str:
    written = []
    for comment in comments:
        parent = "" if comment.parent is None else f' w15:paraIdParent="{_name_paragraph(comment.parent)}"'
        written.append(f'<w15:commentEx w15:paraId="{_name_paragraph(comment.number)}"{parent} w15:done="0"/>')
    return f"{_DECLARATION}<w15:commentsEx {_ROOT}>{''.join(written)}</w15:commentsEx>"


def _name_paragraph(number: int) -> str:
    return f"{number + 1:08X}"


def _end_comment(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _paragraph(content: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _run(text: str, looks: str = "") -> str:
    """Text as typed; a tab is a tab, anything that XML cannot hold one sign."""
    if not text:
        return ""
    pieces = fit(text).split("\t")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{_escape(piece)}</w:t>' if piece else "" for piece in pieces)
    return f"<w:r>{looks}{inner}</w:r>"


def _escape(text: str) -> str:
    return escape(fit(text))


def _make_base(title: str) -> BytesIO:
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


def _pack(base: BytesIO, body: str, parts: dict[str, str]) -> bytes:
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
