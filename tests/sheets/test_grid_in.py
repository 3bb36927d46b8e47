"""What people fill into the grid."""

from pathlib import Path

import pytest

from qualcode.sheets.book_in import read_book
from qualcode.sheets.contract import Back
from qualcode.sheets.grid_in import read_grid
from qualcode.sheets.grid_out import write_grid
from tests.sheets.hands import delete_column, fill, save_in_libreoffice
from tests.sheets.sheets import FIRST, NAMES, TEXTS, WORDS, errors, find, make_sheet


@pytest.fixture
def grid(tmp_path: Path) -> Path:
    path = tmp_path / "grid.xlsx"
    sheet = make_sheet("grid")
    path.write_bytes(write_grid(sheet, tuple((code, label) for code, label in NAMES if code.count(".") == 1)))
    return path


def back(path: Path) -> Back:
    return read_grid(read_book(path), TEXTS, WORDS)


def test_every_filled_cell_is_a_coding_and_x_says_that_there_is_none(grid: Path) -> None:
    fill(grid, {1: {"code:CG.DLG": "+", "code:CG.TRU": "−", "memo": "ragu"}, 2: {"none": "x"}, 3: {"code:OB.COO": "v"}})
    found = back(grid)
    assert [(edit.act, edit.code, edit.polarity, edit.comment) for edit in found.edits] == [
        ("code", "CG.DLG", "supporting", "ragu"),
        ("code", "CG.TRU", "contrary", ""),
        ("nothing", "", None, ""),
        ("code", "OB.COO", "supporting", ""),
    ]
    assert find(FIRST, found.edits[0]) == "Kami duduk bersama 😀👩‍🌾 setiap bulan."
    assert (found.problems, found.unchanged) == ((), 3)


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        ({"code:CG.DLG": "mungkin"}, "F5"),
        ({"code:CG.DLG": "X"}, "F5"),
        ({"code:CG.DLG": "+", "none": "x"}, "D5"),
        ({"memo": "sendiri"}, "I5"),
        ({"code:CG.DLG": "+", "passage": "lain"}, "C5"),
        ({"number": "77", "code:CG.DLG": "+"}, "A5"),
        ({"number": "2", "code:CG.DLG": "+", "code:CG.TRU": "+"}, "A6"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(grid: Path, cells: dict[str, str], cell: str) -> None:
    found = back(fill(grid, {1: cells, 2: {"none": "x"}}))
    assert f"Kisi!{cell}" in [problem.where for problem in errors(found)]


def test_libreoffice_keeps_it_all(grid: Path) -> None:
    fill(grid, {1: {"code:CG.DLG": "+", "code:CG.TRU": "−"}, 6: {"none": "x"}})
    assert back(save_in_libreoffice(grid, "ods", "xlsx")) == back(grid)


def test_deleted_columns_of_codes_are_told(grid: Path) -> None:
    fill(grid, {1: {"code:CG.DLG": "+"}, 2: {"code:CG.TRU": "+"}})
    found = back(delete_column(delete_column(grid, "code:CG.TRU"), "none"))
    assert [edit.code for edit in found.edits] == ["CG.DLG"]
    [problem] = found.problems
    assert (problem.severity, str(problem).count("CG.TRU")) == ("warning", 1)
