"""A sheet made by hand: two interviews that are hard on formats, and codings that overlap in them."""

from dataclasses import replace

from qualcode.evidence.applying import Memo
from qualcode.evidence.wording import name_code
from qualcode.model import Coding, Problem, Transcript
from qualcode.sheets.contract import Back, Edit, Imprint, Kind, Left, Page, Row, Sheet
from qualcode.sheets.words import CodeWords, list_code_words
from tests.factories import code_words, make_codebook, make_transcript, split_sentences

FIRST = make_transcript(
    "a.txt",
    "P: Bagaimana ceritanya?",
    "N: Kami duduk bersama 😀👩‍🌾 setiap bulan.\tItu =HYPERLINK(1) penting sekali. قالوا لنا \u200fنعم\u200f كل يوم.",
    "P: Lalu?",
    "N: Kami duduk bersama lagi, <b>tebal</b> & “kutip”.",
)
SECOND = make_transcript("sub/b.txt", "P: Dan Anda?", "N: Kami percaya saja. Ya\u2011ya \x0b begitu.")
TEXTS = {FIRST.name: FIRST, SECOND.name: SECOND}
CODES = make_codebook()
WORDS: CodeWords = list_code_words(CODES)
NAMES = tuple(
    (id_, name_code(CODES, id_, "id"))
    for code in CODES.codes
    for id_ in (code.id, *(each.id for each in code.subcodes))
)
LEFT = "2026-01-01T08:00:00+00:00"
CODINGS = (
    code_words(FIRST, "duduk bersama 😀👩‍🌾 setiap bulan.", "CG.DLG"),
    code_words(FIRST, "bersama 😀👩‍🌾 setiap", "CG.TRU", "contrary"),
    code_words(FIRST, "قالوا لنا \u200fنعم\u200f كل يوم.", "CG.DLG.forum"),
    code_words(FIRST, "“kutip”", "OB.COO"),
    code_words(SECOND, "percaya saja.", "CG.TRU"),
)


def make_sheet(kind: Kind = "codings", codings: tuple[Coding, ...] = CODINGS, **changes: object) -> Sheet:
    """The sheet of both interviews; the first coding bears a memo."""
    pages = tuple(
        Page(each, tuple(_show(coding) for coding in codings if coding.transcript == each.name))
        if kind != "grid"
        else Page(each, units=split_sentences(each))
        for each in (FIRST, SECOND)
    )
    rows = tuple(_leave(row.coding) for page in pages for row in page.rows) or tuple(
        Left(page.transcript.name, unit.span) for page in pages for unit in page.units
    )
    texts = tuple((page.transcript.name, page.transcript.text_sha256) for page in pages)
    imprint = Imprint(kind, "Duduk", LEFT, "", "suggestions", "id", "small@1.0", texts, NAMES, rows)
    return Sheet(replace(imprint, **changes), pages, ("Wawancara ini rekaan.",))  # type: ignore[arg-type]


def _show(coding: Coding) -> Row:
    memos = (Memo("ani", LEFT, "dua\nbaris"),) if coding is CODINGS[0] else ()
    return Row(coding, dict(NAMES)[coding.code], "INF-01, Kepala", "“duduk”", "", memos)


def _leave(coding: Coding) -> Left:
    return Left(coding.transcript, coding.span, coding.id, coding.code, coding.polarity, coding.modality, coding.coder)


def find(transcript: Transcript, edit: Edit) -> str:
    """The words that an edit is about."""
    span = edit.span or (edit.row.span if edit.row else None)
    assert span is not None
    return span.of(transcript.text)


def tell(back: Back) -> list[tuple[str, str]]:
    """What was done, as pairs of act and code or, where no code is given, comment."""
    return [(edit.act, edit.code or edit.comment) for edit in back.edits]


def errors(back: Back) -> list[Problem]:
    """The problems that stand in the way."""
    return [problem for problem in back.problems if problem.severity == "error"]
