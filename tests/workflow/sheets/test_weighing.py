"""What a sheet says is weighed against what is on the disk: nothing twice, and no memo lost."""

from pathlib import Path
from typing import Any

import pytest

from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.sheets.reading import Plan, plan_sheet, record_plan
from qualcode.workflow.sheets.sending import send_out
from tests.sheets.hands import edit_book, fill

LEFT, BACK, LATER = "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00", "2026-01-03T00:00:00+00:00"
NEW = {"transcript": "ana.txt", "words": "We had no rain in May", "new_code": "H.HELP"}


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


@pytest.fixture
def book(opened: OpenStudy, tmp_path: Path) -> Path:
    return send_out(opened, tmp_path / "codings.xlsx", LEFT)[0]


@pytest.fixture
def grid(opened: OpenStudy, tmp_path: Path) -> Path:
    return send_out(opened, tmp_path / "grid.xlsx", LEFT, grid=True)[0]


def take_in(opened: OpenStudy, sheet: Path, when: str = BACK) -> Plan:
    plan = plan_sheet(opened, sheet, when, "siti")
    assert plan.errors == ()
    record_plan(plan, when)
    return plan


def list_written(opened: OpenStudy) -> list[tuple[str, str]]:
    return [(decision.act, decision.comment) for decision in load_study(opened).decisions]


def test_a_memo_added_to_a_unit_read_without_a_code_is_recorded_once(opened: OpenStudy, grid: Path) -> None:
    take_in(opened, fill(grid, {2: {"none": "x"}}))
    fill(grid, {2: {"none": "x", "memo": "small talk"}})
    assert take_in(opened, grid, LATER).parts[0].counts == {"nothing": 1, "memo": 1}
    again = take_in(opened, grid, LATER)
    assert (again.known, again.parts[0].choices) == (1, ())
    assert list_written(opened) == [("nothing", ""), ("nothing", "small talk")]


def test_a_memo_added_to_a_coding_changed_since_goes_with_what_it_became(opened: OpenStudy, book: Path) -> None:
    take_in(opened, fill(book, {1: NEW}, table=1))
    own = next(coding for coding in load_study(opened).codings if coding.status == "manual")
    decide(open_desk(opened, "siti"), [Choice("recode", own.id, code="H.RAIN")], BACK, "review")
    fill(book, {1: NEW | {"memo": "since"}}, table=1)
    assert take_in(opened, book, LATER).parts[0].counts == {"memo": 1}
    assert take_in(opened, book, LATER).known == 1


def test_a_memo_on_a_coding_taken_back_since_is_named(opened: OpenStudy, book: Path) -> None:
    take_in(opened, fill(book, {1: NEW}, table=1))
    decide(open_desk(opened, "siti"), [Choice("undo")], LATER, "review")
    assert plan_sheet(opened, book, LATER, "siti").known == 1
    plan = plan_sheet(opened, fill(book, {1: NEW | {"memo": "since"}}, table=1), LATER, "siti")
    assert "no longer there" in plan.errors[0].what
    assert plan.known == 0


def test_the_memos_of_a_new_coding_that_stands_twice_are_both_kept(opened: OpenStudy, book: Path) -> None:
    rows = {1: NEW | {"memo": "one"}, 2: NEW | {"memo": "two"}, 3: NEW | {"memo": "two"}}
    plan = take_in(opened, fill(book, rows, table=1))
    assert ([choice.comment for choice in plan.parts[0].choices], plan.known) == (["one", "two"], 1)
    assert take_in(opened, book, LATER).known == 3


@pytest.mark.parametrize(
    "cells",
    [
        {"code:H.RAIN": "+", "none": "x"},
        {"code:H.RAIN": "+", "code:H.HELP": "perhaps"},
        {"code:H.RAIN": "+", "code:H.HELP": "=1+1"},
        {"number": "2", "code:H.RAIN": "+"},
    ],
)
def test_a_unit_with_anything_wrong_is_left_out_whole(opened: OpenStudy, grid: Path, cells: dict[str, str]) -> None:
    plan = plan_sheet(opened, fill(grid, {1: cells, 2: {"none": "x"}, 3: {"none": "x"}}), BACK, "siti")
    assert len(plan.errors) == 1
    assert plan.parts[0].counts == {"nothing": 1 if "number" in cells else 2}


@pytest.mark.parametrize("cells", [{"decision": "accept"}, {"decision": "accept", "memo": "=1+1"}])
def test_a_row_with_anything_wrong_is_left_out_whole(opened: OpenStudy, book: Path, cells: dict[str, str]) -> None:
    is_twin = "memo" not in cells
    if is_twin:
        edit_book(book, lambda workbook: _double(workbook.worksheets[0], 5, 6))
    plan = plan_sheet(
        opened, fill(book, {1: cells, 2: {"decision": "reject"}, 3: {"decision": "reject"}}), BACK, "siti"
    )
    assert len(plan.errors) == 1
    assert plan.parts[0].counts == {"reject": 1 if is_twin else 2}


def _double(table: Any, row: int, to: int) -> None:
    for cell in list(table[row]):
        table.cell(to, cell.column, cell.value)
