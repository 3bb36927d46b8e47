"""A table of codings: a CSV file whose rows say which words bear which code."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import QualcodeError, UnreadableSource
from qualcode.formats.delimited import choose_delimiter, number_rows
from qualcode.formats.encoding import decode
from qualcode.messages import mark

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
        raise QualcodeError(
            mark("There is no file {path}", path=path),
            mark("Name a CSV file with the columns transcript,start,end,code"),
        )
    try:
        text = decode(path.read_bytes()).text
    except UnreadableSource as error:
        raise QualcodeError(
            mark("{name} cannot be read: {what}", name=path.name, what=error.what), mark("Save it as CSV")
        ) from error
    numbered, fault = number_rows(text, choose_delimiter(text))
    if fault:
        raise QualcodeError(
            mark(
                "{where}: the file cannot be read from this row on: {error}",
                where=f"{path.name}:{fault.line}",
                error=fault.what,
            ),
            mark("Look for a quotation mark that is not closed; one inside a field in quotes is written twice"),
        )
    rows = [row for row in numbered if any(map(str.strip, row.cells))]
    names = [name.strip().casefold() for name in rows[0].cells] if rows else []
    if not set(COLUMNS) <= set(names) or not ({"start", "end"} <= set(names) or "quote" in names):
        raise QualcodeError(
            mark(
                "{name} is no table of codings: its first line is {header}",
                name=path.name,
                header=", ".join(names)[:80],
            ),
            mark("The first line names the columns: transcript,start,end,code (or transcript,quote,code)"),
        )
    return tuple(CodingRow(row.line, dict(zip(names, map(str.strip, row.cells), strict=False))) for row in rows[1:])
