"""CSV and TSV: comma, semicolon (as Excel writes where the comma is the decimal mark) or tab."""

import csv
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode
from qualcode.formats.source import SIZE_LIMIT, load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.sheet import draft_rows, number_drafts

_DELIMITERS = (",", ";", "\t")


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a table; columns are found by their headers in English or Indonesian.

    A table without a column of words is refused.
    """
    decoded = decode(load(path))
    drafts = draft_rows(_split(decoded.text))
    if not drafts:
        raise UnreadableSource(
            mark("no column of words was found in it"),
            mark("Give the columns the headers `speaker` and `text` (or Penutur, Ucapan)"),
        )
    return number_drafts([replace(draft, notes=(*decoded.notes, *draft.notes)) for draft in drafts])


def _split(text: str) -> list[list[str]]:
    """The rows under the delimiter that cuts most of them into equally many cells, more than one."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own hint
        return _parse(rest, first[4])
    tables = {delimiter: _parse(text, delimiter, strict=False) for delimiter in _DELIMITERS}
    return _parse(text, max(_DELIMITERS, key=lambda delimiter: _regularity(tables[delimiter])))


def _regularity(rows: list[list[str]]) -> tuple[float, int]:
    widths = Counter(len(row) for row in rows if row)
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (count / max(1, widths.total()) if width > 1 else 0.0), width


def _parse(text: str, delimiter: str, *, strict: bool = True) -> list[list[str]]:
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


PART = Reader(name="csv", extensions=(".csv", ".tsv"), read=read)
