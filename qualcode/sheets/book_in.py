"""An Excel sheet that came back: its imprint and its tables, every cell with the place by which people know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from qualcode.errors import UnreadableSource
from qualcode.formats.archive import EXCEL, Archive
from qualcode.formats.source import load
from qualcode.formats.xml_tree import refuse_doctype, without_collecting
from qualcode.messages import join, mark
from qualcode.model import Problem, Severity, list_errors
from qualcode.sheets.book_out import FIRST_ROW, HEAD_ROW, HIDDEN, KEYS_ROW
from qualcode.sheets.contract import Imprint
from qualcode.sheets.imprint import unpack


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: what stands in its cells by the column's key, and where (`Codings!E12`).

    `is_broken` says that a cell of it cannot be read, which is among the problems already.
    """

    number: int
    table: str
    cells: dict[str, str]
    letters: dict[str, str]
    is_broken: bool = False

    def get(self, key: str) -> str:
        """What stands in a column, without blanks around it."""
        return self.cells.get(key, "").strip()

    @property
    def left_as(self) -> int:
        """The number with which the row left, from 1; 0 where none stands in it."""
        number = self.get("number")
        return int(number) if number.isdecimal() else 0

    def where(self, key: str) -> str:
        """The place of a column's cell in this row."""
        return f"{self.table}!{self.letters.get(key, 'A')}{self.number}"


@dataclass(frozen=True, slots=True)
class BookBack:
    """A workbook that came back; `problems` are those of its build, such as merged cells and formulas."""

    imprint: Imprint
    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Reading:
    rows: list[TableRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_book(path: Path) -> BookBack:
    """Read a workbook that left by `write_codings` or `write_grid`; another file is refused with what it is."""
    data = load(path)
    archive = Archive(data, EXCEL)
    archive.require("xl/workbook.xml")
    for head in archive.heads(".xml"):
        refuse_doctype(head)
    from openpyxl import load_workbook

    try:
        with without_collecting():
            book = load_workbook(BytesIO(data))
    except Exception as error:  # openpyxl lets through whatever its many parsers raise on a damaged file
        raise UnreadableSource(
            mark("the table is damaged ({name})", name=type(error).__name__),
            mark("Open it in Excel or LibreOffice and save it again"),
        ) from error
    hidden = book[HIDDEN] if HIDDEN in book.sheetnames else None
    packed = "".join(str(cell.value or "") for cell in hidden["A"]) if hidden is not None else ""
    imprint = unpack(packed)
    reading = _Reading()
    for table in book.worksheets:
        if table.title != HIDDEN:
            _read_table(table, reading)
    return BookBack(imprint, tuple(reading.rows), tuple(reading.problems))


def tell_gone_columns(
    book: BookBack, heads: Mapping[str, str], how: str, severity: Severity = "warning"
) -> tuple[Problem, ...]:
    """The columns for people that were deleted from the table of what left; `heads` names each by its key."""
    tables = {row.table: row.letters for row in book.rows if "number" in row.letters}
    return tuple(
        Problem(
            name, mark("columns are gone, and nothing is read of them: {named}", named=join(", ", gone)), how, severity
        )
        for name, letters in tables.items()
        if (gone := [head for key, head in heads.items() if key not in letters])
    )


def _read_table(table: Any, reading: _Reading) -> None:
    keys = {cell.column_letter: str(cell.value) for cell in table[KEYS_ROW + 1] if cell.value}
    if not {"number", "words"} & set(keys.values()):
        what = mark("the hidden first row, by which columns are known, is gone; nothing of this table is read")
        how = mark("Copy what you decided into a copy of the sheet as it left")
        severity: Severity = "error" if table.max_row > HEAD_ROW else "warning"  # a sheet for notes is no harm
        reading.problems.append(Problem(table.title, what, how, severity))
        return
    broken: set[int] = set()
    for merged in table.merged_cells.ranges:
        if merged.max_row > HEAD_ROW + 1:
            broken |= set(range(merged.min_row, merged.max_row + 1))
            how = mark("Unmerge them, and fill in each row by itself")
            reading.problems.append(Problem(f"{table.title}!{merged.coord}", mark("cells are merged"), how))
    letters = {key: letter for letter, key in keys.items()}
    for number, cells in enumerate(table.iter_rows(min_row=FIRST_ROW + 1), start=FIRST_ROW + 1):
        before = len(reading.problems)
        found = dict(_read_cell(table.title, cell, keys, reading) for cell in cells if cell.value is not None)
        found.pop("", None)
        if any(text.strip() for text in found.values()):
            is_broken = number in broken or bool(list_errors(reading.problems[before:]))
            reading.rows.append(TableRow(number, table.title, found, letters, is_broken))


def _read_cell(title: str, cell: Any, keys: dict[str, str], reading: _Reading) -> tuple[str, str]:
    """The key of a cell's column ("" where nothing of it is read), and its text."""
    key = keys.get(cell.column_letter, "")
    place = f"{title}!{cell.coordinate}"
    text = _show(cell.value)
    if key and cell.data_type == "f":
        reading.problems.append(
            Problem(place, mark("a formula stands here"), mark("Copy it and paste its value in its place"))
        )
        return "", ""
    if not key and text.strip():
        how = mark("Put it into the column for memos, if it is to be kept")
        reading.problems.append(Problem(place, mark("this stands outside the columns and is not read"), how, "warning"))
    return key, text


def _show(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")
