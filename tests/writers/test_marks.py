"""Silent, not asked, contrary and missing look different in every format, in words and in looks."""

import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from rich.console import Console

from qualcode.model import Cell, CellKind, Heading, Matrix, Report, Section
from qualcode.writers.csv_tables import write_matrix
from qualcode.writers.docx import write as write_docx
from qualcode.writers.markdown import write as write_markdown
from qualcode.writers.terminal import print_matrix
from qualcode.writers.xlsx import write as write_xlsx

KINDS: tuple[CellKind, ...] = ("contrary", "silent", "unasked", "missing", "open", "written")
CSS = Path(__file__).parents[2] / "qualcode" / "page" / "report.css"


@pytest.fixture
def marks(report) -> Report:
    """A report with a cell of each kind; those that need no words have none."""
    quote = report.quotes[0].coding
    cells = {kind: Cell(kind=kind) for kind in KINDS}
    cells["contrary"] = Cell(("−",), (quote.id,), "contrary")
    cells["open"] = Cell(("to be written by a person",), kind="open")
    cells["written"] = Cell(("Sering.", "(siti 2026-01-31)"), kind="written")
    columns = tuple(Heading(kind, kind.upper()) for kind in KINDS)
    matrix = Matrix("marks", "Marks", (Heading("r", "R"),), columns, (tuple(cells.values()),), ())
    return Report("Marks", "en", (), (Section("marks", "Marks", matrix),), report.quotes[:1])


WORDS = ("silent", "not asked", "no interview", "to be written by a person", "Sering.")


def test_the_words_differ_in_the_terminal_markdown_and_csv(marks) -> None:
    matrix = marks.sections[0].body
    text = StringIO()
    print_matrix(matrix, "en", Console(file=text, width=200))
    written = (
        text.getvalue(),
        write_matrix(matrix, "en").decode(),
        next(iter(write_markdown(marks).values())).decode(),
    )
    for words in written:
        assert all(word in words for word in (*WORDS, "−"))


def test_the_shades_differ_in_word_and_excel(marks) -> None:
    from docx import Document
    from docx.oxml.ns import qn
    from openpyxl import load_workbook

    table = Document(BytesIO(next(iter(write_docx(marks).values())))).tables[0]
    row = next(row for row in table.rows if "silent" in [cell.text.strip() for cell in row.cells])
    shades = [cell._tc.find(f".//{qn('w:shd')}").get(qn("w:fill")) for cell in row.cells[1:]]
    assert len(set(shades)) == len(KINDS)
    book = load_workbook(BytesIO(next(iter(write_xlsx(marks).values()))))
    first = next(cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value == "silent")
    row = first.parent[first.row]
    colours = {cell.fill.fgColor.rgb for cell in row[first.column - 2 : first.column - 2 + len(KINDS)]}
    assert len(colours) == len(KINDS)


def test_the_page_has_a_look_for_each() -> None:
    rules = dict(re.findall(r"^td\.(\w+) \{([^}]*)\}", CSS.read_text(encoding="utf-8"), re.M))
    assert len({rules[kind].strip() for kind in KINDS}) == len(KINDS)
