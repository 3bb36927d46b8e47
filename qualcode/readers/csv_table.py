"""CSV and TSV: comma, semicolon (as Excel writes where the comma is the decimal mark) or tab."""

from dataclasses import replace
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.delimited import split_rows
from qualcode.formats.encoding import decode
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.sheet import draft_rows, number_drafts


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a table; columns are found by their headers in English or Indonesian.

    A table without a column of words is refused.
    """
    decoded = decode(load(path))
    drafts = draft_rows(split_rows(decoded.text))
    if not drafts:
        raise UnreadableSource(
            mark("no column of words was found in it"),
            mark("Give the columns the headers `speaker` and `text` (or Penutur, Ucapan)"),
        )
    return number_drafts([replace(draft, notes=(*decoded.notes, *draft.notes)) for draft in drafts])


PART = Reader(name="csv", extensions=(".csv", ".tsv"), read=read)
