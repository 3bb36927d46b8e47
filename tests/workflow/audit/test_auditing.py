"""An audit from a study to a sheet and back: nothing is changed, nothing lost, nothing shown to whoever is blind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qualcode.sheets.book_in import read_book
from tests.conftest import Done
from tests.sheets.hands import FIRST, edit_book, fill

Run = Callable[..., Done]


@pytest.fixture
def coded(run_folder: Path) -> Path:
    return run_folder


@pytest.fixture
def judged(coded: Path, qualcode: Run, tmp_path: Path) -> Path:
    """The study after dewi judged every coding: the first not borne out, the second unclear, the others borne out."""
    sheet = tmp_path / "audit.xlsx"
    assert qualcode("audit", "sample", coded, "--to", sheet, "--auditor", "dewi").status == 0
    rows = len(read_book(sheet).imprint.rows)
    fill(sheet, {n: {"verdict": "borne out"} for n in range(3, rows + 1)})
    fill(sheet, {1: {"verdict": "not borne out", "remark": "only small talk"}, 2: {"verdict": "unclear"}})
    assert qualcode("audit", "in", coded, sheet).status == 0
    return coded


def find_file(study: Path) -> Path:
    return study / "decisions" / "dewi" / "_study.jsonl"


def read_draft(study: Path, qualcode: Run) -> str:
    """A draft in one line, however the terminal broke it."""
    return " ".join(qualcode("standards", study, "srqr", "--lang", "en").out.split())


def test_a_sample_is_the_same_for_the_same_seed_and_names_its_parts(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    sheets = [tmp_path / f"{n}.xlsx" for n in range(3)]
    for sheet, seed in zip(sheets, ("5", "5", "6"), strict=True):
        done = qualcode("audit", "sample", coded, "--to", sheet, "--size", "2", "--seed", seed)
    assert "H.RAIN: 1 of " in done.out
    assert "2 drawn with seed 6" in done.out
    first, again, other = ([row.id for row in read_book(sheet).imprint.rows] for sheet in sheets)
    assert first == again
    assert len(first) == len(other) == 2


def test_a_sheet_that_is_there_is_not_replaced_and_another_format_refused(
    coded: Path, qualcode: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "audit.xlsx"
    sheet.write_bytes(b"mine")
    assert qualcode("audit", "sample", coded, "--to", sheet).status == 1
    assert sheet.read_bytes() == b"mine"
    assert qualcode("audit", "sample", coded, "--to", tmp_path / "audit.docx").status == 1


def test_verdicts_stand_beside_the_codings_and_change_none(judged: Path, qualcode: Run) -> None:
    before = (judged / "results" / "codings.csv").read_bytes()
    qualcode("report", judged, "--lang", "en")
    assert (judged / "results" / "codings.csv").read_bytes() == before
    out = qualcode("audit", "result", judged, "--lang", "en", "--csv").out
    assert "dewi: only small talk" in out
    assert "Nobody has judged" not in out


def test_a_verdict_opens_onto_its_coding_and_stands_in_the_drafts(judged: Path, qualcode: Run) -> None:
    shown = qualcode("show", judged, "audit:all:not-supported", "--lang", "en").out
    assert "suggested" in shown
    draft = read_draft(judged, qualcode)
    assert "Audit of a sample by dewi: codings " in draft
    assert "not borne out 1, unclear 1" in draft


def test_reading_a_sheet_again_records_nothing_twice(judged: Path, qualcode: Run, tmp_path: Path) -> None:
    lines = find_file(judged).read_bytes()
    done = qualcode("audit", "in", judged, tmp_path / "audit.xlsx")
    assert done.out.startswith("0 verdicts")
    assert find_file(judged).read_bytes() == lines


def test_a_second_thought_counts_in_place_of_the_first(judged: Path, qualcode: Run, tmp_path: Path) -> None:
    fill(tmp_path / "audit.xlsx", {1: {"verdict": "borne out"}})
    assert qualcode("audit", "in", judged, tmp_path / "audit.xlsx").out.startswith("1 verdicts")
    assert "not borne out 0, unclear 1" in read_draft(judged, qualcode)


def test_a_sheet_with_a_mistake_records_nothing(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "audit.xlsx"
    qualcode("audit", "sample", coded, "--to", sheet)
    fill(sheet, {1: {"verdict": "perhaps"}, 2: {"verdict": "borne out"}})
    done = qualcode("audit", "in", coded, sheet, "--auditor", "dewi")
    assert done.status == 1
    assert "audit.xlsx: Audit!E5: `perhaps` is no verdict" in done.err
    assert not (coded / "decisions").exists()


def test_whose_verdicts_they_are_must_be_known(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "audit.xlsx"
    qualcode("audit", "sample", coded, "--to", sheet)
    assert "Add --auditor" in qualcode("audit", "in", coded, sheet).err


def test_the_two_doors_send_each_others_sheets_on(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    qualcode("audit", "sample", coded, "--to", tmp_path / "a.xlsx")
    qualcode("sheet", "out", coded, "--to", tmp_path / "s.xlsx")
    assert "`qualcode audit in`" in qualcode("sheet", "in", coded, tmp_path / "a.xlsx", "--coder", "x").err
    assert "`qualcode sheet in`" in qualcode("audit", "in", coded, tmp_path / "s.xlsx", "--auditor", "x").err


def test_a_sheet_of_another_study_is_refused(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "audit.xlsx"
    qualcode("audit", "sample", coded, "--to", sheet, "--auditor", "dewi")
    for path in (coded / "transcripts").iterdir():
        path.write_text(path.read_text(encoding="utf-8") + "\nAna: And more.\n", encoding="utf-8")
        path.rename(path.with_name(f"other_{path.name}"))
    qualcode("run", coded, "--lang", "en")
    done = qualcode("audit", "in", coded, sheet)
    assert (done.status, "another study" in done.err) == (1, True)


def test_a_blind_sheet_shows_no_coding_and_comes_back_as_blind_coding(
    coded: Path, qualcode: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "blind.xlsx"
    done = qualcode("audit", "sample", coded, "--to", sheet, "--blind", "--size", "4", "--auditor", "dewi")
    assert "H.RAIN" not in done.out
    book = read_book(sheet)
    assert len(book.imprint.rows) == 4
    assert not any(row.id or row.code for row in book.imprint.rows)
    everything = [str(cell.value) for table in load_workbook(sheet) for row in table for cell in row if cell.value]
    assert not any("rules" in text or "suggested" in text for text in everything)
    edit_book(sheet, lambda back: [back.worksheets[0].cell(row, 4, "x") for row in range(FIRST, FIRST + 4)])
    assert "no code 4" in qualcode("sheet", "in", coded, sheet, "--yes").out
    assert "Agreement of rules with dewi" in qualcode("agree", coded, "--lang", "en").out


def test_what_an_auditor_coded_blind_counts_in_agreement_and_in_no_result(
    coded: Path, qualcode: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "blind.xlsx"
    qualcode("audit", "sample", coded, "--to", sheet, "--blind", "--size", "4", "--auditor", "dewi")
    edit_book(sheet, lambda back: [back.worksheets[0].cell(row, 5, "+") for row in range(FIRST, FIRST + 4)])
    before = (coded / "results" / "codings.csv").read_bytes()
    assert "dewi: code 4" in qualcode("sheet", "in", coded, sheet, "--yes").out
    assert "recorded before 4" in qualcode("sheet", "in", coded, sheet, "--yes").out
    assert "up to date" in qualcode("status", coded, "--lang", "en").out.split("Results")[1]
    qualcode("report", coded, "--lang", "en")
    assert (coded / "results" / "codings.csv").read_bytes() == before
    assert "dewi" in qualcode("agree", coded, "--lang", "en").out
    assert "sheet of an auditor, blind" in qualcode("audit", "trail", coded, "--lang", "en", "--csv").out


def test_half_of_a_blind_sheet_bears_no_code(coded: Path, qualcode: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "blind.xlsx"
    qualcode("audit", "sample", coded, "--to", sheet, "--blind", "--size", "4")
    lines = (coded / "results" / "codings.csv").read_text(encoding="utf-8").splitlines()[1:]
    spans = [(line.split(",")[1], int(line.split(",")[5])) for line in lines]
    drawn = [(row.transcript, row.span.start) for row in read_book(sheet).imprint.rows]
    assert sum(each in spans for each in drawn) == 2


def test_the_trail_tells_commands_and_sittings(judged: Path, qualcode: Run) -> None:
    out = qualcode("audit", "trail", judged, "--lang", "en", "--csv").out
    assert "qualcode run" in out
    assert "qualcode audit sample" in out
    assert "fill " in out
    assert "the study" in out


def test_claims_and_memos_that_were_taken_up_stand_in_the_trail(study_folder: Path, qualcode: Run) -> None:
    qualcode("claim", "new", study_folder, "K2", "--en", "Neighbours help.", "--code", "H.HELP", "--coder", "siti")
    qualcode("claim", "edit", study_folder, "K2", "--en", "Neighbours helped.", "--why", "past", "--coder", "budi")
    qualcode("memo", "new", study_folder, "Rain", "--coder", "citra")
    trail = qualcode("audit", "trail", study_folder, "--lang", "en", "--csv").out.splitlines()
    said = [line for line in trail if "qualcode" in line]
    assert [line.split(",")[2] for line in said] == ["siti", "budi", "citra"]
    for command, line in zip(("claim new", "claim edit", "memo new"), said, strict=True):
        assert f"qualcode {command} " in line
