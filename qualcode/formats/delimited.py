"""Rows of text with a delimiter: comma, semicolon (as Excel writes where the comma is the decimal mark) or tab."""

import csv
from collections import Counter
from io import StringIO

from qualcode.errors import UnreadableSource
from qualcode.formats.source import SIZE_LIMIT
from qualcode.messages import mark

DELIMITERS = (",", ";", "\t")


def split_rows(text: str) -> list[list[str]]:
    """The rows under the delimiter that cuts most of them into equally many cells, more than one."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint
        return parse_rows(rest, first[4])
    tables = {delimiter: parse_rows(text, delimiter, strict=False) for delimiter in DELIMITERS}
    return parse_rows(text, max(DELIMITERS, key=lambda delimiter: _regularity(tables[delimiter])))


def parse_rows(text: str, delimiter: str, *, strict: bool = True) -> list[list[str]]:
    """The rows of cells. A `strict` reading refuses a quotation mark that is not closed, which would swallow all that
    follows."""
    rows: list[list[str]] = []
    line = 1
    limit = csv.field_size_limit(SIZE_LIMIT)  # a cell may hold a whole transcript; csv's own limit is 128 kB
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        for row in reader:
            rows.append(row)
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableSource(
            mark("the table is damaged from line {line} on ({error})", line=line, error=error),
            mark("Look for a quotation mark that is not closed, or save it again as CSV in UTF-8"),
        ) from None
    finally:
        csv.field_size_limit(limit)
    return rows


def _regularity(rows: list[list[str]]) -> tuple[float, int]:
    widths = Counter(len(row) for row in rows if row)
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (count / max(1, widths.total()) if width > 1 else 0.0), width
