"""The Word sheet: each transcript as it is, every coding a comment on its exact words, memos as replies.

Every line of the canonical text is a paragraph of its own, so that places in the document are places in the text.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.messages import Translate, translator
from qualcode.sheets.coding_rows import describe_status
from qualcode.sheets.comment_tags import write_memo_tag, write_tag
from qualcode.sheets.contract import Page, Row, Sheet
from qualcode.sheets.passages import fit
from qualcode.sheets.word_out import (
    ASKED,
    LABEL,
    escape,
    make_base,
    pack_document,
    write_imprint,
    write_paragraph,
    write_run,
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = f'xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:w15="{_W15}" xmlns:mc="{_MC}" mc:Ignorable="w14 w15"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_META = '<w:rPr><w:color w:val="808080"/><w:sz w:val="16"/></w:rPr>'


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
    return pack_document(make_base(sheet.imprint.title), body, parts)


def _write_body(sheet: Sheet, comments: list[_Comment], t: Translate) -> Iterator[str]:
    yield write_paragraph(write_run(sheet.imprint.title), "Title")
    for notice in sheet.notices:
        yield write_paragraph(write_run(notice, LABEL))
    for line in _list_help(t):
        yield write_paragraph(write_run(line, ASKED), "ListBullet")
    number = 0
    for page in sheet.pages:
        yield write_paragraph(write_run(page.transcript.name), "Heading1")
        yield from _write_page(page, number, comments, sheet.imprint.left, t)
        number += len(page.rows)
    yield write_paragraph(write_run(t("Codes")), "Heading1")
    for code, label in sheet.imprint.codes:
        yield write_paragraph(write_run(code, "<w:rPr><w:b/></w:rPr>") + write_run(f" {label}"), "InterviewLine")
    yield write_imprint(sheet.imprint)


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
    looks = {turn.span.start: ASKED if turn.role == "interviewer" else "" for turn in page.transcript.turns}
    looks |= {turn.span.end: LABEL for turn in page.transcript.turns if turn.span.end not in looks}
    cuts = sorted({*starts, *ends, *looks})
    look, at, start = LABEL, 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        pieces = []
        place = start
        while at < len(cuts) and cuts[at] <= end:
            cut = cuts[at]
            if cut == end and cut in starts and cut not in ends:
                break  # it begins with the next line
            pieces.append(write_run(text[place:cut], look))
            pieces += map(_end_comment, ends.get(cut, ()))
            pieces += (f'<w:commentRangeStart w:id="{number}"/>' for number in starts.get(cut, ()))
            look, place, at = looks.get(cut, look), cut, at + 1
        pieces.append(write_run(text[place:end], look))
        yield write_paragraph("".join(pieces), "InterviewLine")
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
        paragraphs = [f"<w:p>{write_run(text, look)}</w:p>" for text, look in lines]
        paragraphs.append(f'<w:p w14:paraId="{_name_paragraph(comment.number)}">{write_run(*last)}</w:p>')
        initials = "".join(word[0] for word in comment.author.split() if word[0].isalnum())[:3]
        who = f'w:author="{escape(comment.author)}" w:initials="{escape(initials)}" w:date="{comment.date[:19]}Z"'
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
