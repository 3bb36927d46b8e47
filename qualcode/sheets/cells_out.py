"""The Excel sheet of a display, or of claims: a row a cell that people write in, with its evidence laid ready."""

from qualcode.messages import Translate
from qualcode.sheets.book_out import FIRST_ROW, HEAD_ROW, Book, Column, find_height
from qualcode.sheets.contract import Sheet

_EVIDENCE, _WORDS = 70, 50  # characters wide


def write_cells(sheet: Sheet) -> bytes:
    """The workbook; what the coder wrote before stands in the column to be filled in."""
    book = Book(sheet)
    t, of_claims = book.t, sheet.imprint.kind == "answers"
    columns = (
        Column("number", t("No."), 5),
        Column("row", t("Claim") if of_claims else t("Row"), 26),
        Column("column", t("Tactic") if of_claims else t("Column"), 22),
        Column("evidence", t("Questions, and what was computed") if of_claims else t("Evidence"), _EVIDENCE),
        Column("others", t("Written by others"), 26),
        Column("yours", t("In your words"), _WORDS, open=True),
        Column("still", t("Still right (x)"), 8, "marks", open=True),
        Column("cell", t("Cell"), 26),
    )
    named = t("Claims") if of_claims else t("Cells")
    table = book.add_table(named, sheet.imprint.title, _explain(t, of_claims=of_claims), columns, freeze=3)
    book.list_choices()
    for at, (line, left) in enumerate(zip(sheet.cells, sheet.imprint.cells, strict=True), start=FIRST_ROW):
        texts = {
            "row": line.row,
            "column": line.column,
            "evidence": line.evidence,
            "others": line.others,
            "yours": left.text,
            "cell": left.id,
        }
        book.put_row(table, at, columns, texts, {"number": at - HEAD_ROW})
        table.set_row(at, find_height([(line.evidence, _EVIDENCE), (left.text, _WORDS), (line.row, 26)]))
    book.end_table(table, columns, len(sheet.cells))
    return book.close()


def _explain(t: Translate, *, of_claims: bool) -> str:
    if of_claims:
        return t(
            "Write your answers into the yellow column; an emptied cell takes yours back; x says that it still holds."
        )
    return t(
        "Write into the yellow column what the evidence comes to; an emptied cell takes your words back; x says that "
        "they hold although the evidence changed."
    )
