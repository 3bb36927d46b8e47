"""The Excel sheet of an audit: a row a coding, drawn by lot, with a verdict and a remark to fill in."""

from collections.abc import Mapping

from qualcode.messages import Translate
from qualcode.sheets.book_out import Book, Column
from qualcode.sheets.coding_rows import list_origin, write_rows
from qualcode.sheets.contract import Sheet


def write_audit(sheet: Sheet, uses: Mapping[str, str]) -> bytes:
    """The workbook: its yellow columns are the auditor's. `uses` says by coding id which claims a coding bears on."""
    book = Book(sheet)
    columns = _list_columns(book.t)
    helps = book.t(
        "Do the words bear the code, and speak for or against it as shown? Fill in the yellow columns alone."
    )
    table = book.add_table(book.t("Audit"), sheet.imprint.title, helps, columns, freeze=2)
    book.list_choices()
    write_rows(book, table, sheet, columns, lambda row: {"claims": uses.get(row.coding.id, "")})
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
        *list_origin(t),
    )
