"""The Excel sheet of an audit: a row a coding, drawn by lot, with a verdict and a remark to fill in."""

from collections.abc import Mapping
from typing import Any

from qualcode.messages import Translate
from qualcode.sheets.book_out import FIRST_ROW, HEAD_ROW, Book, Column, find_height
from qualcode.sheets.codings_out import describe_status
from qualcode.sheets.contract import Page, Row, Sheet
from qualcode.sheets.passages import show
from qualcode.sheets.words import name_polarities


def write_audit(sheet: Sheet, uses: Mapping[str, str]) -> bytes:
    """The workbook: its yellow columns are the auditor's. `uses` says by coding id which claims a coding bears on."""
    book = Book(sheet)
    columns = _list_columns(book.t)
    helps = book.t(
        "Do the words bear the code, and speak for or against it as shown? Fill in the yellow columns alone."
    )
    table = book.add_table(book.t("Audit"), sheet.imprint.title, helps, columns, freeze=2)
    book.list_choices()
    rows = [(page, row) for page in sheet.pages for row in page.rows]
    for number, (page, row) in enumerate(rows, start=1):
        _write_row(book, table, number, page, row, uses.get(row.coding.id, ""), columns)
    last = max(FIRST_ROW, HEAD_ROW + len(rows))
    table.autofilter(HEAD_ROW, 0, last, len(columns) - 1)
    book.offer(table, columns, last)
    return book.close()


def _list_columns(t: Translate) -> tuple[Column, ...]:
    return (
        Column("number", t("No."), 5),
        Column("passage", t("Quote"), 64),
        Column("code", t("Code"), 26),
        Column("polarity", t("Polarity"), 14),
        Column("verdict", t("Verdict"), 18, "verdicts", open=True),
        Column("remark", t("Remark"), 40, open=True),
        Column("claims", t("Bears on claims"), 18),
        Column("case", t("Informant"), 20),
        Column("speaker", t("Speaker"), 14),
        Column("transcript", t("Transcript"), 18),
        Column("turn", t("Turn"), 6),
        Column("status", t("Status"), 18),
        Column("why", t("Why"), 30),
    )


def _write_row(
    book: Book, table: Any, number: int, page: Page, row: Row, claims: str, columns: tuple[Column, ...]
) -> None:
    coding = row.coding
    at = HEAD_ROW + number
    parts = show(page.transcript.text, coding.span)
    texts = {
        "code": f"{coding.code} {row.label}",
        "polarity": name_polarities(book.t)[coding.polarity],
        "claims": claims,
        "case": row.case,
        "speaker": coding.speaker,
        "transcript": coding.transcript,
        "status": describe_status(row, book.t),
        "why": row.why,
    }
    for place, column in enumerate(columns):
        if column.key == "passage":
            book.put_passage(table, at, place, parts)
        elif column.key in ("number", "turn"):
            table.write_number(at, place, number if column.key == "number" else coding.turn, book.number)
        else:
            book.put(table, at, place, texts.get(column.key, ""), open=column.open)
    table.set_row(at, find_height([("".join(parts), 64), *((texts.get(c.key, ""), c.width) for c in columns)]))
