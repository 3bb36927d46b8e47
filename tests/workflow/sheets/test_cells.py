"""Cells of a display out to a sheet and back: what people write is shown under their names, and marked when stale."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.typed import find_written
from qualcode.model import Matrix
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.cells import check_cells
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.displaying import build_display
from qualcode.workflow.linking import draw_link
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.sheets.cells import send_cells
from qualcode.workflow.sheets.reading import plan_sheet, record_plan
from qualcode.workflow.showing import find_shown
from tests.conftest import Done
from tests.sheets.hands import fill

LEFT, BACK = "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"
SUMMARY = DisplayOptions(content="summary")


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


@pytest.fixture
def book(opened: OpenStudy, tmp_path: Path) -> Path:
    path = tmp_path / "cells.xlsx"
    send_cells(opened, path, LEFT, "role-ordered", SUMMARY, "siti")
    return path


def take_in(opened: OpenStudy, path: Path, coder: str = "") -> int:
    plan = plan_sheet(opened, path, BACK, coder)
    assert plan.errors == ()
    return record_plan(plan, BACK)


def show(opened: OpenStudy) -> Matrix:
    return build_display(load_study(opened), "role-ordered", SUMMARY)


def list_lines(matrix: Matrix) -> list[str]:
    return [line for row in matrix.cells for cell in row for line in cell.lines]


def test_every_open_cell_leaves_with_its_quotes_and_ids(opened: OpenStudy, book: Path) -> None:
    from openpyxl import load_workbook

    rows = list(load_workbook(book).worksheets[0].iter_rows(min_row=5, values_only=True))
    matrix = show(opened)
    assert len(rows) == sum(cell.kind == "open" for row in matrix.cells for cell in row)
    laid = "\n".join(str(row[3]) for row in rows)
    for coding in load_study(opened).codings:
        assert coding.id in laid
        assert coding.quote in laid


def test_links_that_people_drew_are_laid_out_with_their_reasons(opened: OpenStudy, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    codings = load_study(opened).codings
    rain, help_ = (next(c.id for c in codings if c.code == code) for code in ("H.RAIN", "H.HELP"))
    draw_link(opened, "siti", rain, help_, LEFT, "the roof")
    path = tmp_path / "network.xlsx"
    send_cells(opened, path, LEFT, "causal-network", SUMMARY, "siti")
    laid = [str(row[3]) for row in load_workbook(path).worksheets[0].iter_rows(min_row=5, values_only=True)]
    assert laid
    assert all(f"{rain} ⇒ {help_}, drawn by siti: “the roof”" in evidence for evidence in laid)


def test_words_come_back_once_with_author_day_and_basis(opened: OpenStudy, book: Path) -> None:
    fill(book, {2: {"yours": "Late rain.\nNo rain in May."}})
    assert take_in(opened, book) == 1
    assert take_in(opened, book) == 0
    lines = list_lines(show(opened))
    assert lines[lines.index("Late rain.") :][:3] == ["Late rain.", "No rain in May.", "(siti 2026-01-02)"]
    fill(book, {2: {"yours": "Too late."}})
    assert take_in(opened, book, "budi") == 1
    assert {"(siti 2026-01-02)", "(budi 2026-01-02)"} < set(list_lines(show(opened)))
    identifier = "role-ordered:C1:H.RAIN"
    assert any("Too late." in line for line in find_shown(opened, load_study(opened), identifier).lines)


def test_words_written_on_other_codings_are_marked_also_when_the_sheet_comes_back_late(
    opened: OpenStudy, book: Path
) -> None:
    fill(book, {2: {"yours": "Late rain."}})
    coding = next(c for c in load_study(opened).codings if c.code == "H.RAIN" and c.case == "C1")
    decide(open_desk(opened, "ana"), [Choice("accept", coding.id)], BACK, "review")
    take_in(opened, book)
    assert "(siti 2026-01-02, evidence changed since)" in list_lines(show(opened))


def test_words_go_along_with_a_code_that_is_renamed(
    opened: OpenStudy, book: Path, study_folder: Path, qualcode: Callable[..., Done]
) -> None:
    fill(book, {2: {"yours": "Late rain."}})
    take_in(opened, book)
    assert qualcode("codebook", "rename", study_folder, "H.RAIN", "H.WET", "--why", "Drought too.").status == 0
    again = open_study(study_folder, Wishes(), study_folder)
    code_study(again)
    assert "Late rain." in list_lines(show(again))
    assert check_cells(load_study(again), "en") == ()


def test_words_stay_with_informants_whom_no_cases_csv_names(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    (study_folder / "cases.csv").unlink()
    codebook = study_folder / "codebook.yaml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("kind: other", "kind: impact"), encoding="utf-8")
    talk = study_folder / "transcripts" / "ana.txt"
    talk.write_text(talk.read_text(encoding="utf-8") + "\nMira: The rain came on time.\n", encoding="utf-8")
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    case = "ana:Ana"
    assert case in {coding.case for coding in load_study(opened).codings}
    for name in ("role-ordered", "contrast"):
        path = study_folder / f"{name}.xlsx"
        send_cells(opened, path, LEFT, name, SUMMARY, "siti")
        fill(path, {number: {"yours": f"Words on {name} {number}."} for number in (1, 2)})
        take_in(opened, path)
    assert check_cells(load_study(opened), "en") == ()
    written = set(find_written(load_study(opened)))
    assert "contrast:H.RAIN:ana:Ana" in written
    assert "Words on" in "".join(find_shown(opened, load_study(opened), "contrast:H.RAIN:ana:Ana").lines)
    assert qualcode("codebook", "rename", study_folder, "H.RAIN", "H.WET", "--why", "Drought too.").status == 0
    again = open_study(study_folder, Wishes(), study_folder)
    code_study(again)
    assert "contrast:H.WET:ana:Ana" in find_written(load_study(again))
    assert check_cells(load_study(again), "en") == ()


def test_words_whose_cell_is_gone_are_told(opened: OpenStudy, book: Path, study_folder: Path) -> None:
    fill(book, {2: {"yours": "Late rain."}})
    take_in(opened, book)
    assert check_cells(load_study(opened), "en") == ()
    cases = study_folder / "cases.csv"
    cases.write_text(cases.read_text(encoding="utf-8").replace("C1,", "C9,"), encoding="utf-8")
    again = open_study(study_folder, Wishes(), study_folder)
    code_study(again)
    (problem,) = check_cells(load_study(again), "en")
    assert problem.where == "role-ordered:C1:H.RAIN"
    assert "siti" in problem.what


def test_answers_to_other_things_than_displays_are_none_of_a_display(opened: OpenStudy) -> None:
    record_answers(opened, "siti", "fill", [Said("coreq:1:authors", "Siti held them.")], BACK)
    assert check_cells(load_study(opened), "en") == ()


def test_what_is_no_sheet_for_cells_is_refused(opened: OpenStudy, book: Path, tmp_path: Path) -> None:
    for path, name, word in (
        (book, "role-ordered", "there already"),
        (tmp_path / "a.docx", "role-ordered", "no sheet of Excel"),
        (tmp_path / "a.xlsx", "content-analytic", "no cell"),
        (tmp_path / "a.xlsx", "nosuch", "no display nosuch"),
    ):
        with pytest.raises(QualcodeError, match=word):
            send_cells(opened, path, LEFT, name, SUMMARY)


def test_words_of_nobody_wait_for_a_name(opened: OpenStudy, tmp_path: Path) -> None:
    path = tmp_path / "anybody.xlsx"
    send_cells(opened, path, LEFT, "role-ordered", SUMMARY)
    fill(path, {1: {"yours": "Late rain."}})
    plan = plan_sheet(opened, path, BACK)
    assert "whose words" in plan.errors[0].what
    assert take_in(opened, path, "budi") == 1


def test_words_in_a_display_that_was_ordered_when_they_were_typed_have_their_home(
    opened: OpenStudy, tmp_path: Path
) -> None:
    path = tmp_path / "contrast.xlsx"
    with pytest.raises(QualcodeError, match="no family"):
        send_cells(opened, path, LEFT, "contrast", SUMMARY, "siti")
    send_cells(opened, path, LEFT, "contrast", DisplayOptions(content="summary", sort="role"), "siti")
    fill(path, {1: {"yours": "The farmer waits for rain."}})
    take_in(opened, path)
    study = load_study(opened)
    (on,) = find_written(study)
    assert on.startswith("contrast:")
    assert check_cells(study, "en") == ()
    assert "The farmer waits" in "".join(find_shown(opened, study, on).lines)
