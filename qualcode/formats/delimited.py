"""Rows of text with a delimiter: comma, semicolon (as Excel writes where the comma is the decimal mark) or tab."""

import csv
from collections import Counter
from io import StringIO
from typing import NamedTuple

from qualcode.errors import UnreadableSource
from qualcode.formats.source import SIZE_LIMIT
from qualcode.messages import mark

DELIMITERS = (",", ";", "\t")


class Row(NamedTuple):
    """The line on which a row begins, and its cells."""

    line: int
    cells: list[str]


class Fault(NamedTuple):
    """The line from which on a table cannot be read, and why."""

    line: int
    what: str


def split_rows(text: str) -> list[list[str]]:
    """The rows under the delimiter that cuts most of them into equally many cells, more than one."""
    if hint := _read_hint(_find_first(text)):
        return parse_rows(text, hint)
    tables = {delimiter: parse_rows(text, delimiter, strict=False) for delimiter in DELIMITERS}
    return parse_rows(text, max(DELIMITERS, key=lambda delimiter: _regularity(tables[delimiter])))


def choose_delimiter(text: str) -> str:
    """The delimiter that the first line shows most often, blank ones passed over."""
    first = _find_first(text)
    return _read_hint(first) or max(DELIMITERS, key=first.count)


def parse_rows(text: str, delimiter: str, *, strict: bool = True) -> list[list[str]]:
    """The rows of cells. A `strict` reading refuses a quotation mark that is not closed, which would swallow all that
    follows."""
    rows, fault = number_rows(text, delimiter, strict=strict, longest=SIZE_LIMIT)  # a cell may hold a whole transcript
    if fault:
        raise UnreadableSource(
            mark("the table is damaged from line {line} on ({error})", line=fault.line, error=fault.what),
            mark("Look for a quotation mark that is not closed, or save it again as CSV in UTF-8"),
        )
    return [row.cells for row in rows]


def number_rows(
    text: str, delimiter: str, *, strict: bool = True, longest: int = 128 * 1024
) -> tuple[list[Row], Fault | None]:
    """The rows with the lines that they begin on, and what is wrong with the next one, if it cannot be read: a cell of
    more than `longest` characters is a fault too. Excel's own hint before all else (`sep=;`) is no row."""
    rows: list[Row] = []
    line = 1
    begun = False
    limit = csv.field_size_limit(longest)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        for cells in reader:
            if begun or [cell.lower() for cell in cells] != ["sep=", ""]:
                rows.append(Row(line, cells))
            begun = begun or any(map(str.strip, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        return rows, Fault(line, str(error))
    finally:
        csv.field_size_limit(limit)
    return rows, None


def _find_first(text: str) -> str:
    """The first line that is not blank."""
    return next(filter(str.strip, text.splitlines()), "")


def _read_hint(line: str) -> str:
    """The delimiter that Excel's own hint names, or ""; a quotation mark is none."""
    return line[4] if line[:4].lower() == "sep=" and len(line) == 5 and line[4] != '"' else ""


def _regularity(rows: list[list[str]]) -> tuple[float, int]:
    widths = Counter(len(row) for row in rows if row)
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (count / max(1, widths.total()) if width > 1 else 0.0), width
