"""Plain text and Markdown: the decoded file itself, so that offsets fit the file; tables in them by their columns."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.formats.delimited import DELIMITERS, parse_rows
from qualcode.formats.encoding import decode
from qualcode.formats.markdown import holds_table, read_markdown
from qualcode.formats.results import refuse_result_text
from qualcode.formats.source import load
from qualcode.readers.columns import infer_talk, read_header
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document
from qualcode.readers.faces import find_voices
from qualcode.readers.kept_tables import refuse_coded_words
from qualcode.readers.sheet import draft_rows, number_drafts

_ALIKE = 0.8  # of the lines have as many cells
_LEAST = 4  # rows of a table without a header


def read(path: Path) -> tuple[Draft, ...]:
    """One interview; the notes name the encoding where it is not UTF-8. Binary content is refused, and so is a report
    that qualcode wrote.

    A table (cells between tabs, commas or semicolons under a header, or a table of Markdown) is read by its columns,
    and Markdown whose questions alone are in bold or italics by these: then passages are given, not the text.
    """
    decoded = decode(load(path))
    refuse_result_text(decoded.text)
    refuse_coded_words(decoded.text.splitlines())
    drafts = _read_table(decoded.text) or _read_markdown(decoded.text, path.suffix.casefold() != ".txt")
    if drafts:
        return number_drafts([replace(draft, notes=(*decoded.notes, *draft.notes)) for draft in drafts])
    return (Draft(text=decoded.text, notes=decoded.notes),)


def _read_table(text: str) -> tuple[Draft, ...]:
    first = text.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")
    for delimiter in DELIMITERS:
        if delimiter in first:
            header = read_header([cell.strip(' "') for cell in first.split(delimiter)])
            if header and len(header.used) > 1:
                rows = _split(text, delimiter)
                return draft_rows(rows) if _are_alike(rows) else ()
    rows = _split(text, "\t") if first.count("\t") > 1 else []
    columns = infer_talk(rows) if len(rows) >= _LEAST and _are_alike(rows) else None
    more = columns is not None and len(rows[0]) > len(columns.used)
    behind = columns is not None and (columns.speaker or 0) > (columns.words or 0)
    return draft_rows(rows) if more or behind else ()  # else lines begin with a time, a label, or both


def _split(text: str, delimiter: str) -> list[list[str]]:
    """The rows; between tabs a quotation mark is one that somebody typed."""
    if delimiter == "\t":
        return [line.rstrip("\r").split("\t") for line in text.split("\n") if line.strip()]
    return parse_rows(text, delimiter, strict=False)


def _are_alike(rows: Sequence[Sequence[str]]) -> bool:
    return sum(len(row) == len(rows[0]) for row in rows) >= _ALIKE * len(rows)


def _read_markdown(text: str, is_markdown: bool) -> tuple[Draft, ...]:
    lines = text.split("\n") if "|" in text else []
    tables = any(holds_table(lines, number) for number in range(len(lines)))
    if not tables and not (is_markdown and any(sign in text for sign in "*_#")):
        return ()
    document = read_markdown(text.replace("\r\n", "\n"))
    return draft_document(document) if tables or find_voices(document.blocks) else ()


PART = Reader(name="text", extensions=(".txt", ".md", ".markdown"), read=read)
