"""Questions about claims go out to Excel with what was computed, and answers come back."""

from pathlib import Path

import openpyxl
import pytest

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_answers
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.judging import answer_tactic
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.sheets.claims import send_claims
from qualcode.workflow.sheets.reading import plan_sheet, record_plan
from qualcode.workflow.verifying import put_to_tactics

WHEN = "2026-01-02T00:00:00+00:00"


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    return opened


def read_rows(path: Path) -> dict[str, dict[str, str]]:
    table = openpyxl.load_workbook(path).worksheets[0]
    keys = [cell.value for cell in table[1]]
    rows = (dict(zip(keys, (cell.value or "" for cell in row), strict=True)) for row in table.iter_rows(min_row=5))
    return {row["cell"]: row for row in rows if row["cell"]}


def write(path: Path, on: str, text: str) -> None:
    book = openpyxl.load_workbook(path)
    table = book.worksheets[0]
    keys = {cell.value: cell.column for cell in table[1]}
    for row in table.iter_rows(min_row=5):
        if row[keys["cell"] - 1].value == on:
            row[keys["yours"] - 1].value = text
    book.save(path)


def list_answers(opened: OpenStudy) -> list[tuple[str, str, str]]:
    verdicts = put_to_tactics(load_study(opened), "en")
    return [(verdict.tactic, each.who, each.text) for verdict in verdicts for each in verdict.answers]


def test_every_tactic_has_a_row_with_its_questions_and_what_was_computed(opened: OpenStudy, tmp_path: Path) -> None:
    send_claims(opened, tmp_path / "out.xlsx", WHEN, "siti")
    rows = read_rows(tmp_path / "out.xlsx")
    assert len(rows) == 14
    assert "mixed" in rows["K1"]["evidence"]
    assert "Which account fits" in rows["K1:rivals"]["evidence"] or "add at least one" in rows["K1:rivals"]["evidence"]
    assert "The rain came late." in rows["K1:negative-evidence"]["evidence"]


def test_answers_come_back_once_with_the_ground_on_which_they_left(opened: OpenStudy, tmp_path: Path) -> None:
    answer_tactic(opened, load_study(opened), "K1", "rivals", "A river.", "budi", "2026-01-01")
    path = tmp_path / "out.xlsx"
    send_claims(opened, path, WHEN, "siti")
    assert read_rows(path)["K1:rivals"]["others"] == "budi, 2026-01-01: A river."
    write(path, "K1:rivals", "<b>Only</b> rain")
    assert record_plan(plan_sheet(opened, path, WHEN), WHEN) == 1
    assert list_answers(opened) == [("rivals", "budi", "A river."), ("rivals", "siti", "<b>Only</b> rain")]
    plan = plan_sheet(opened, path, WHEN)
    assert (plan.parts, plan.known) == ((), 1)


def test_other_formats_and_files_that_are_there_are_refused(opened: OpenStudy, tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="no sheet of Excel"):
        send_claims(opened, tmp_path / "out.docx", WHEN)
    (tmp_path / "out.xlsx").write_bytes(b"work")
    with pytest.raises(QualcodeError, match="is there already"):
        send_claims(opened, tmp_path / "out.xlsx", WHEN)


def test_a_judgement_comes_back_with_its_reasons_and_once(opened: OpenStudy, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    send_claims(opened, path, WHEN, "siti")
    write(path, "K1", "Mixed: one says it came, one that it was late")
    assert record_plan(plan_sheet(opened, path, WHEN), WHEN) == 1
    [judged] = find_answers(load_study(opened).decisions, "judge")["K1"]
    assert (judged.who, judged.label, judged.text) == ("siti", "mixed", "one says it came, one that it was late")
    plan = plan_sheet(opened, path, WHEN)
    assert (plan.parts, plan.known) == ((), 1)
    send_claims(opened, tmp_path / "again.xlsx", WHEN, "siti")
    assert read_rows(tmp_path / "again.xlsx")["K1"]["yours"] == "mixed: one says it came, one that it was late"
    write(tmp_path / "again.xlsx", "K1", "")
    record_plan(plan_sheet(opened, tmp_path / "again.xlsx", WHEN), "2026-01-03T00:00:00+00:00")
    assert not find_answers(load_study(opened).decisions, "judge").get("K1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("perhaps: it may", "perhaps is no status of a claim"),
        ("mixed", "A judgement needs its reasons"),
        ("supported: it fits", "K1 cannot be judged supported yet"),
    ],
)
def test_a_judgement_that_cannot_be_given_is_named_with_its_cell_and_answers_are_kept(
    opened: OpenStudy, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "out.xlsx"
    send_claims(opened, path, WHEN, "siti")
    write(path, "K1", text)
    write(path, "K1:rivals", "A river.")
    plan = plan_sheet(opened, path, WHEN)
    [problem] = plan.problems
    assert problem.where.startswith("out.xlsx: ")
    assert said in problem.what
    assert record_plan(plan, WHEN) == 1, "what --partly leaves in"
    assert not find_answers(load_study(opened).decisions, "judge")


def test_what_a_sheet_answers_of_rivals_counts_for_its_judgement(opened: OpenStudy, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    send_claims(opened, path, WHEN, "siti")
    write(path, "K1", "supported: it fits")
    lacking = "nobody has said what became of its rivals"
    assert lacking in plan_sheet(opened, path, WHEN).problems[0].what
    write(path, "K1:rivals", "A river.")
    assert lacking not in plan_sheet(opened, path, WHEN).problems[0].what
