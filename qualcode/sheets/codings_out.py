"""The Excel sheet of codings: a row a coding, with columns to decide in, and a second table for new codings."""

from qualcode.messages import Translate
from qualcode.sheets.book_out import FIRST_ROW, Book, Column
from qualcode.sheets.coding_rows import list_origin, write_rows
from qualcode.sheets.contract import Row, Sheet

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
    write_rows(book, table, sheet, columns, lambda row: {"memos": _join_memos(row)})
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
        *list_origin(t),
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


def _join_memos(row: Row) -> str:
    return "\n".join(f"{memo.who}, {memo.when[:10]}: {memo.text}" for memo in row.memos)
