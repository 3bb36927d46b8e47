"""The Excel grid: a row a unit, a column a code, nothing filled in; for coding by hand without suggestions."""

from qualcode.sheets.book_out import FIRST_ROW, HEAD_ROW, Book, Column, find_height
from qualcode.sheets.contract import Sheet
from qualcode.sheets.passages import show

CODE_KEY = "code:"


def write_grid(sheet: Sheet, codes: tuple[tuple[str, str], ...]) -> bytes:
    """The workbook: + or − where a unit bears a code, x in a column of its own where it was read and bears none."""
    book = Book(sheet)
    t = book.t
    columns = (
        Column("number", t("No."), 5),
        Column("speaker", t("Speaker"), 14),
        Column("passage", t("Unit"), 64),
        Column("none", t("No code"), 8, "marks", open=True),
        *(Column(f"{CODE_KEY}{code}", f"{code}\n{label}", 14, "signs", open=True) for code, label in codes),
        Column("memo", t("Memo"), 30, open=True),
        Column("transcript", t("Transcript"), 18),
        Column("turn", t("Turn"), 6),
    )
    helps = t(
        "+ where a unit supports a code, − where it speaks against it. Where you read a unit and it bears no code at "
        "all, x in the column “{none}”; a code's own column is then left empty."
    ).format(none=t("No code"))
    table = book.add_table(t("Grid"), sheet.imprint.title, helps, columns, freeze=3)
    book.list_choices()
    units = [(page, unit) for page in sheet.pages for unit in page.units]
    for at, (page, unit) in enumerate(units, start=FIRST_ROW):
        turn = page.transcript.turns[unit.turn - 1]
        parts = show(page.transcript.text, unit.span)
        texts = {"speaker": turn.speaker, "transcript": page.transcript.name}
        book.put_row(table, at, columns, texts, {"number": at - HEAD_ROW, "turn": unit.turn}, parts)
        table.set_row(at, find_height([("".join(parts), 64)]))
    book.end_table(table, columns, len(units))
    return book.close()
