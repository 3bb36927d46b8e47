"""A row a coding in a sheet of Excel: the words and what is known of them, beside the columns that people fill in."""

from collections.abc import Callable, Mapping
from typing import Any

from qualcode.codebook.fact_words import name_facts
from qualcode.messages import Translate
from qualcode.sheets.book_out import HEAD_ROW, Book, Column, find_height
from qualcode.sheets.contract import Page, Row, Sheet
from qualcode.sheets.passages import show
from qualcode.sheets.words import name_polarities


def list_origin(t: Translate) -> tuple[Column, ...]:
    """The columns that say where a coding comes from."""
    return (
        Column("case", t("Informant"), 20),
        Column("speaker", t("Speaker"), 14),
        Column("transcript", t("Transcript"), 18),
        Column("turn", t("Turn"), 6),
        Column("status", t("Status"), 18),
        Column("why", t("Why"), 30),
    )


def write_rows(
    book: Book, table: Any, sheet: Sheet, columns: tuple[Column, ...], tell: Callable[[Row], Mapping[str, str]]
) -> None:
    """All codings of the sheet under `columns`, with filters and choices; `tell` gives what is not known of every
    coding, by the columns' keys."""
    rows = [(page, row) for page in sheet.pages for row in page.rows]
    for number, (page, row) in enumerate(rows, start=1):
        _write_row(book, table, number, page, row, columns, tell(row))
    book.end_table(table, columns, len(rows))


def _write_row(
    book: Book, table: Any, number: int, page: Page, row: Row, columns: tuple[Column, ...], told: Mapping[str, str]
) -> None:
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
        **told,
    }
    book.put_row(table, at, columns, texts, {"number": number, "turn": coding.turn}, parts)
    shown = [("".join(parts), 64), *((texts.get(column.key, ""), column.width) for column in columns)]
    table.set_row(at, find_height(shown))


def describe_status(row: Row, t: Translate) -> str:
    """Who made or decided on a coding, and when."""
    coding = row.coding
    who = ", ".join(coding.decided_by) or coding.coder
    disputed = t("disputed by {names}").format(names=", ".join(coding.disputed_by)) if coding.disputed_by else ""
    return " · ".join(filter(None, (name_facts(t)[coding.status], who, row.when[:10], disputed)))
