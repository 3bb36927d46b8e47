"""The Excel sheet of codings: a row a coding, with columns to decide in, and a second table for new codings."""

from typing import Any

from qualcode.messages import Translate
from qualcode.sheets.book_out import FIRST_ROW, HEAD_ROW, Book, Column, find_height
from qualcode.sheets.contract import Page, Row, Sheet
from qualcode.sheets.passages import show
from qualcode.sheets.words import name_polarities

_NEW_ROWS = 300  # rows prepared for new codings; more may be written below them


def write_codings(sheet: Sheet) -> bytes:
    """The workbook: rows sorted as the codings come, the columns that a person fills in yellow."""
    book = Book(sheet)
    t = book.t
    columns = _list_columns(t)
    helps = t("Fill in the yellow columns alone; what stays empty is not decided. Filter as you like.")
    table = book.add_table(t("Codings"), sheet.imprint.title, helps, columns, freeze=2)
    new_columns = _list_new_columns(t)
    helps = t("One row a new coding: the words as they stand in the transcript, and a code.")
    new = book.add_table(t("New codings"), sheet.imprint.title, helps, new_columns, freeze=0)
    book.list_choices()
    rows = [(page, row) for page in sheet.pages for row in page.rows]
    for number, (page, row) in enumerate(rows, start=1):
        _write_row(book, table, number, page, row, columns)
    table.autofilter(HEAD_ROW, 0, max(FIRST_ROW, HEAD_ROW + len(rows)), len(columns) - 1)
    book.offer(table, columns, max(FIRST_ROW, HEAD_ROW + len(rows)))
    book.offer(new, new_columns, FIRST_ROW + _NEW_ROWS)
    return book.close()


def _list_columns(t: Translate) -> tuple[Column, ...]:
    return (
        Column("number", t("No."), 5),
        Column("passage", t("Quote"), 64),
        Column("code", t("Code"), 22),
        Column("polarity", t("Polarity"), 14),
        Column("decision", t("Decision"), 15, "words", open=True),
        Column("new_code", t("Other code"), 26, "codes", open=True),
        Column("new_polarity", t("Other polarity"), 16, "polarities", open=True),
        Column("memo", t("Memo"), 30, open=True),
        Column("words", t("Other words (moves the coding)"), 28, open=True),
        Column("case", t("Informant"), 20),
        Column("speaker", t("Speaker"), 14),
        Column("transcript", t("Transcript"), 18),
        Column("turn", t("Turn"), 6),
        Column("status", t("Status"), 18),
        Column("why", t("Why"), 30),
        Column("memos", t("Memos so far"), 30),
    )


def _list_new_columns(t: Translate) -> tuple[Column, ...]:
    return (
        Column("transcript", t("Transcript"), 24, "transcripts", open=True),
        Column("words", t("Words"), 70, open=True),
        Column("new_code", t("Code"), 30, "codes", open=True),
        Column("new_polarity", t("Polarity"), 16, "polarities", open=True),
        Column("memo", t("Memo"), 40, open=True),
    )


def _write_row(book: Book, table: Any, number: int, page: Page, row: Row, columns: tuple[Column, ...]) -> None:
    coding = row.coding
    at = HEAD_ROW + number
    parts = show(page.transcript.text, coding.span)
    texts = {
        "code": f"{coding.code} {row.label}",
        "polarity": name_polarities(book.t)[coding.polarity],
        "case": row.case,
        "speaker": coding.speaker,
        "transcript": coding.transcript,
        "status": describe_status(row, book.t),
        "why": row.why,
        "memos": "\n".join(f"{memo.who}, {memo.when[:10]}: {memo.text}" for memo in row.memos),
    }
    for place, column in enumerate(columns):
        if column.key == "passage":
            book.put_passage(table, at, place, parts)
        elif column.key in ("number", "turn"):
            table.write_number(at, place, number if column.key == "number" else coding.turn, book.number)
        else:
            book.put(table, at, place, texts.get(column.key, ""), open=column.open)
    shown = [("".join(parts), 64), *((texts.get(column.key, ""), column.width) for column in columns)]
    table.set_row(at, find_height(shown))


def describe_status(row: Row, t: Translate) -> str:
    """Who made or decided on a coding, and when."""
    coding = row.coding
    words = {
        "suggested": t("suggested"),
        "accepted": t("accepted"),
        "edited": t("edited"),
        "manual": t("manual"),
        "rejected": t("rejected"),
    }
    who = ", ".join(coding.decided_by) or coding.coder
    disputed = t("disputed by {names}").format(names=", ".join(coding.disputed_by)) if coding.disputed_by else ""
    return " · ".join(filter(None, (words[coding.status], who, row.when[:10], disputed)))
