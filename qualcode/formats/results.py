"""What qualcode itself wrote, such as a report: known again where it lies among transcripts, which it is not."""

import re
from collections.abc import Sequence

from qualcode.errors import OwnResult
from qualcode.formats.archive import Archive

RESULTS = "qualcode results"  # the category in the properties of a document or a workbook of results
_PROPERTIES = "docProps/core.xml"
CELLS = ("cell_id", "row", "column", "kind", "text", "coding_ids")  # the columns of a table of cells
RULES = ("table", "label", "value")
_ROW_HEADS = ("Row", "Baris")
_PAGE = ('<a class="skip" href="#content">', '<script type="application/json" id="data">')
_QUOTE = re.compile(r'^<a id="coding-[0-9a-f]{16}"></a>', re.MULTILINE)


def refuse_results(archive: Archive) -> None:
    """Refuse a document or a workbook that says in its properties that it holds results."""
    if _PROPERTIES in archive.names() and f">{RESULTS}<".encode() in archive.read(_PROPERTIES):
        raise OwnResult


def refuse_result_table(rows: Sequence[Sequence[str]]) -> None:
    """Refuse a table of results by its header: a display, its cells, entry rules, or codings."""
    header = tuple(rows[0]) if rows else ()
    of_display = header[:1] == ("key",) and header[1:2] in [(head,) for head in _ROW_HEADS]
    if of_display or header in (CELLS, RULES) or header[:2] == ("coding_id", "transcript"):
        raise OwnResult


def refuse_result_text(text: str) -> None:
    """Refuse the report as Markdown, by the anchors of its quotes."""
    if _QUOTE.search(text):
        raise OwnResult


def refuse_result_page(text: str) -> None:
    """Refuse a report or a claim as a web page, by how its body begins and where its data lie."""
    if all(part in text for part in _PAGE):
        raise OwnResult
