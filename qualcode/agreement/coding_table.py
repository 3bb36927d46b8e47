"""A table of codings: a CSV file whose rows say which words bear which code."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from qualcode.errors import QualcodeError, UnreadableSource
from qualcode.formats.encoding import decode

COLUMNS = ("transcript", "code")


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One row of the file: the line it begins on and its fields by column, trimmed."""

    line: int
    fields: dict[str, str]


def read_rows(path: Path) -> tuple[CodingRow, ...]:
    """The rows of a CSV file with its first line as column names; comma, semicolon and tab separate.

    It must have the columns `transcript` and `code`, and `start` and `end` or `quote`; another file is refused.
    """
    if not path.is_file():
        raise QualcodeError(f"There is no file {path}", "Name a CSV file with the columns transcript,start,end,code")
    try:
        text = decode(path.read_bytes()).text
    except UnreadableSource as error:
        raise QualcodeError(f"{path.name} cannot be read: {error.what}", "Save it as CSV") from error
    header = text.splitlines()[0]
    reader = csv.reader(StringIO(text), delimiter=max(",;\t", key=header.count))
    names = [name.strip().casefold() for name in next(reader)]
    if not set(COLUMNS) <= set(names) or not ({"start", "end"} <= set(names) or "quote" in names):
        raise QualcodeError(
            f"{path.name} is no table of codings: its first line is {header[:80]}",
            "The first line names the columns: transcript,start,end,code (or transcript,quote,code)",
        )
    rows = []
    line = reader.line_num + 1
    for row in reader:
        if any(map(str.strip, row)):
            rows.append(CodingRow(line, dict(zip(names, map(str.strip, row), strict=False))))
        line = reader.line_num + 1
    return tuple(rows)
