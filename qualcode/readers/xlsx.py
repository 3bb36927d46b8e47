"""Excel tables: every visible sheet that has a column of words; values as they are shown, formulas by their result."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from qualcode.errors import UnreadableSource
from qualcode.formats.archive import EXCEL, Archive
from qualcode.formats.results import refuse_results
from qualcode.formats.source import load
from qualcode.formats.xml_tree import refuse_doctype
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.sheet import draft_rows, number_drafts


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a workbook, sheet by sheet, with the sheet's name in the notes where there are several. Sheets
    of codes, and of anything else beside talk, are left out.

    A workbook without a column of words is refused.
    """
    data = load(path)
    archive = Archive(data, EXCEL)
    refuse_results(archive)
    archive.require("xl/workbook.xml")
    for head in archive.heads(".xml"):
        refuse_doctype(head)
    sheets = _read_sheets(data)
    found, left, refused = _draft_sheets(sheets)
    if not found and refused:
        raise refused[0]
    if not found:
        raise UnreadableSource(
            mark("no sheet with a column of words was found in it"),
            mark("Give the columns the headers `speaker` and `text` (or Penutur, Ucapan)"),
        )
    several = len(sheets) > 1
    return number_drafts(
        [
            replace(draft, notes=(*((mark("sheet: {name}", name=name),) if several else ()), *left, *draft.notes))
            for name, draft in found
        ]
    )


def _draft_sheets(
    sheets: Sequence[tuple[str, list[list[str]]]],
) -> tuple[list[tuple[str, Draft]], tuple[str, ...], list[UnreadableSource]]:
    """The interviews with their sheets' names, notes on sheets that were left out, and why sheets were refused. Beside
    a sheet in which people talk others hold what was written down about them."""
    found: list[tuple[str, Draft]] = []
    refused: list[UnreadableSource] = []
    left: list[str] = []
    for name, rows in sheets:
        try:
            found += ((name, draft) for draft in draft_rows(rows))
        except UnreadableSource as error:
            refused.append(error)
            left.append(name)
    if not all(draft.answers_only for _, draft in found):
        left += dict.fromkeys(name for name, draft in found if draft.answers_only)
        found = [(name, draft) for name, draft in found if not draft.answers_only]
    notes = (mark("sheets left out: {names}", names=", ".join(left)),) if left else ()
    return found, notes, refused


def _read_sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook

    sheets = []
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
                rows = [[_show(value) for value in row] for row in sheet.iter_rows(values_only=True)]
                sheets.append((sheet.title, rows))
        book.close()
    except Exception as error:  # openpyxl lets through whatever its many parsers raise on a damaged file
        raise UnreadableSource(
            mark("the table is damaged ({name})", name=type(error).__name__),
            mark("Open it in Excel or LibreOffice and save it again"),
        ) from error
    return sheets


def _show(value: Any) -> str:
    """A cell's value as text: times as 0:03:43, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


PART = Reader(name="xlsx", extensions=(".xlsx",), read=read)
