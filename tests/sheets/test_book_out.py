"""How the workbooks that leave are made."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from qualcode.errors import QualcodeError
from qualcode.sheets.book_out import HEAD_ROW
from qualcode.sheets.codings_out import write_codings
from qualcode.sheets.contract import Sheet
from qualcode.sheets.grid_out import write_grid
from qualcode.sheets.imprint import unpack
from tests.sheets.sheets import CODINGS, FIRST, NAMES, make_sheet

GRID = make_sheet("grid")
CODES = tuple((code, label) for code, label in NAMES if code.count(".") == 1)


def test_the_same_codings_give_the_same_bytes() -> None:
    assert write_codings(make_sheet()) == write_codings(make_sheet())


@pytest.mark.parametrize(("write", "sheet"), [(write_codings, make_sheet()), (lambda it: write_grid(it, CODES), GRID)])
def test_more_rows_than_excel_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch, write: Callable[[Sheet], bytes], sheet: Sheet
) -> None:
    rows = len(sheet.imprint.rows)
    monkeypatch.setattr("qualcode.sheets.book_out.LAST_ROW", HEAD_ROW + rows)
    assert write(sheet)
    monkeypatch.setattr("qualcode.sheets.book_out.LAST_ROW", HEAD_ROW + rows - 1)
    with pytest.raises(QualcodeError, match=f"Excel holds no {rows} rows") as refused:
        write(sheet)
    assert "--transcript" in refused.value.how


def test_a_workbook_carries_its_imprint_out_of_sight() -> None:
    book = load_workbook(BytesIO(write_codings(make_sheet())))
    hidden = book["qualcode"]
    assert hidden.sheet_state == "veryHidden"
    assert unpack(str(hidden["A1"].value)) == make_sheet().imprint


def test_every_coding_has_a_row_with_its_quote_in_bold_between_words_around_it() -> None:
    table = load_workbook(BytesIO(write_codings(make_sheet())), rich_text=True).worksheets[0]
    assert [table.cell(row, 1).value for row in range(5, 10)] == [1, 2, 3, 4, 5]
    cell = table["B5"].value
    assert [str(part) for part in cell if getattr(getattr(part, "font", None), "b", False)] == [CODINGS[0].quote]
    assert str(cell) == FIRST.text


def test_only_what_a_person_fills_in_is_open() -> None:
    table = load_workbook(BytesIO(write_codings(make_sheet()))).worksheets[0]
    keys = {cell.value: cell.column_letter for cell in table[1]}
    assert table.protection.sheet
    opened = {key for key, letter in keys.items() if not table[f"{letter}5"].protection.locked}
    assert opened == {"decision", "new_code", "new_polarity", "memo", "words"}
    assert table.row_dimensions[1].hidden
    assert table.freeze_panes == "C5"


def test_decision_code_and_polarity_are_chosen_from_lists() -> None:
    book = load_workbook(BytesIO(write_codings(make_sheet())))
    for table in book.worksheets[:2]:
        keys = {cell.column_letter: cell.value for cell in table[1]}
        for rule in table.data_validations.dataValidation:
            offered = book["qualcode"][rule.formula1.removeprefix("=").partition("!")[2].replace("$", "")]
            assert all(cell.value for row in offered for cell in row), keys
    decisions = book.worksheets[0].data_validations.dataValidation[0]
    offered = book["qualcode"][decisions.formula1.partition("!")[2].replace("$", "")]
    assert [cell.value for row in offered for cell in row] == ["terima", "tolak", "kode lain", "tambah kode"]


def test_no_words_become_a_formula_a_link_or_a_number() -> None:
    for data in (write_codings(make_sheet()), write_grid(GRID, CODES)):
        parts = ZipFile(BytesIO(data))
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert all(b"<f>" not in sheet and b"hyperlink" not in sheet for sheet in sheets)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_grid_has_a_row_a_unit_and_a_column_a_code(language: str) -> None:
    table = load_workbook(BytesIO(write_grid(make_sheet("grid", language=language), CODES))).worksheets[0]
    keys = [cell.value for cell in table[1]]
    assert keys[3:8] == ["none", "code:IM.ECO", "code:CG.DLG", "code:CG.TRU", "code:OB.COO"]
    assert table.max_row == 4 + len(GRID.imprint.rows)
    assert all(table.cell(row, column).value is None for row in range(5, 8) for column in range(4, 9))
