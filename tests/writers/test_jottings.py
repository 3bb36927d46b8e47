"""Jottings stand beside their quotes in every format, as text and nothing else."""

from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from rich.console import Console

from qualcode.writers.docx import write as write_docx
from qualcode.writers.html import write as write_html
from qualcode.writers.markdown import write as write_markdown
from qualcode.writers.terminal import print_quotes
from qualcode.writers.xlsx import write as write_xlsx

NOTED = "siti 2026-01-31: “=1+1 <script>alert(1)</script>”"


@pytest.fixture
def noted(report):
    first, *others = report.quotes
    return replace(report, quotes=(replace(first, jottings=(NOTED,)), *others))


def test_the_terminal_shows_it_under_the_quote(noted) -> None:
    text = StringIO()
    print_quotes(noted.quotes, "en", Console(file=text, width=200))
    assert text.getvalue().count(f"Jotting, {NOTED}") == 1


def test_markdown_and_html_escape_it(noted) -> None:
    markdown = next(iter(write_markdown(noted).values())).decode()
    assert "Jotting, siti" in markdown
    assert "<script>alert(1)" not in markdown
    page = write_html(noted)["report.html"].decode()
    assert "Jotting, siti" in page
    assert "<script>alert(1)" not in page


def test_word_and_excel_hold_it_as_text(noted) -> None:
    from docx import Document
    from openpyxl import load_workbook

    document = Document(BytesIO(next(iter(write_docx(noted).values()))))
    assert f"Jotting, {NOTED}" in [paragraph.text for paragraph in document.paragraphs]
    book = load_workbook(BytesIO(next(iter(write_xlsx(noted).values()))))
    found = [cell for table in book for row in table.iter_rows() for cell in row if cell.value == NOTED]
    assert [cell.data_type for cell in found] == ["s"]
