"""What people write into the sheet of a display."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qualcode.sheets.book_in import read_book
from qualcode.sheets.book_out import FIRST_ROW, KEYS_ROW
from qualcode.sheets.cells_in import CellsBack, read_cells
from qualcode.sheets.cells_out import write_cells
from qualcode.sheets.contract import CellLine, LeftCell
from tests.sheets.hands import delete_column, edit_book, fill, save_in_libreoffice
from tests.sheets.sheets import make_sheet

CELLS = (LeftCell("d:a:x", "b1"), LeftCell("d:a:y", "b2", "lama\ndua"), LeftCell("d:b:x", "b3"))
LINES = (
    CellLine("a", "x", "+ “=1+1 <b>” (N) [0123]"),
    CellLine("a", "y", "− “dua”", "Ramai.\n(budi 2026-01-01)"),
    CellLine("b", "x", "+ “tiga”"),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    from dataclasses import replace

    sheet = make_sheet("cells", rows=(), cells=CELLS)
    path = tmp_path / "cells.xlsx"
    path.write_bytes(write_cells(replace(sheet, pages=(), cells=LINES)))
    return path


def back(path: Path, mine: dict[str, str] | None = None) -> CellsBack:
    return read_cells(read_book(path), {"d:a:y": "lama\ndua"} if mine is None else mine)


def test_a_sheet_that_nobody_wrote_in_brings_nothing(book: Path) -> None:
    found = back(book)
    assert (found.words, found.problems, found.unchanged) == ((), (), 3)


def test_new_words_come_with_the_basis_they_left_with_and_emptied_ones_take_back(book: Path) -> None:
    fill(book, {1: {"yours": "Sering.\nTidak selalu."}, 2: {"yours": " "}})
    found = back(book)
    assert [(each.cell.id, each.cell.basis, each.text) for each in found.words] == [
        ("d:a:x", "b1", "Sering.\nTidak selalu."),
        ("d:a:y", "b2", ""),
    ]
    assert found.problems == ()


def test_what_is_typed_stays_as_it_was_typed(book: Path) -> None:
    """A spreadsheet program takes 1/2 for a day, unless the cell is one for text."""
    table = load_workbook(book).worksheets[0]
    keys = {cell.value: cell.column for cell in table[KEYS_ROW + 1]}
    formats = {key: table.cell(FIRST_ROW + 1, keys[key]).number_format for key in ("yours", "number")}
    assert formats == {"yours": "@", "number": "General"}
    fill(book, {1: {"yours": datetime(2019, 3, 1)}})  # a cell's day has no zone
    assert [each.text for each in back(book).words] == ["2019-03-01"]


def test_what_was_recorded_before_is_known_and_what_was_written_meanwhile_is_told(book: Path) -> None:
    fill(book, {1: {"yours": "Sering."}, 2: {"yours": "baru"}})
    found = back(book, {"d:a:x": "Sering.", "d:a:y": "lain lagi"})
    assert [each.text for each in found.words] == ["baru"]
    assert found.known == 1
    (problem,) = found.problems
    assert problem.severity == "warning"
    assert "d:a:y" in problem.what


def test_what_was_recorded_once_is_not_recorded_again_whatever_was_written_since(book: Path) -> None:
    fill(book, {1: {"yours": "Sering."}})
    recorded = {("d:a:x", "Sering.", "b1")}
    found = read_cells(read_book(book), {"d:a:x": "lain lagi", "d:a:y": "lama\ndua"}, recorded)
    assert (found.words, found.known) == ((), 1)


def test_a_mark_says_that_the_words_hold_on_the_codings_as_they_are_now(book: Path) -> None:
    fill(book, {2: {"still": "x"}, 3: {"still": "x"}})
    mine = {"d:a:y": "lama\ndua"}
    (words,) = read_cells(read_book(book), mine, {("d:a:y", "lama\ndua", "old")}).words
    assert (words.cell.id, words.cell.basis, words.text) == ("d:a:y", "b2", "lama\ndua")
    assert read_cells(read_book(book), mine, {("d:a:y", "lama\ndua", "b2")}).known == 1


def test_rows_are_known_by_their_numbers_wherever_they_stand(book: Path) -> None:
    def shuffle(workbook) -> None:
        table = workbook.worksheets[0]
        table.cell(5, 1, "3")
        table.cell(7, 1, "1")
        table.cell(5, 6, "tiga")
        table.cell(6, 1, "9")
        table.cell(6, 6, "hilang")

    found = back(edit_book(book, shuffle))
    assert [(each.cell.id, each.text) for each in found.words] == [("d:b:x", "tiga")]
    assert "no cell with this number" in found.problems[0].what


def test_a_formula_and_a_cell_that_is_there_twice_are_refused(book: Path) -> None:
    fill(book, {1: {"yours": "=1+1"}, 2: {"yours": "dua"}, 3: {"number": "2", "yours": "tiga"}})
    found = back(book)
    assert found.words == ()
    assert {"a formula stands here"} < {problem.what for problem in found.problems}


def test_libreoffice_keeps_it(book: Path) -> None:
    fill(book, {1: {"yours": "Sering.\nBaris dua"}})
    assert back(save_in_libreoffice(book, "ods", "xlsx")) == back(book)


def test_a_deleted_column_for_words_empties_no_cell(book: Path) -> None:
    found = back(delete_column(book, "yours"))
    assert found.words == ()
    assert [problem.severity for problem in found.problems] == ["error"]
