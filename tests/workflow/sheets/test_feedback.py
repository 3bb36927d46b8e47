"""Sheets for informants: one each, in the language of the interview; what they answer is read back and logged."""

import json
from pathlib import Path

import pytest
from docx import Document

from qualcode.workflow.coding import load_study
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.verifying import list_left_open, put_to_tactics


@pytest.fixture
def sheets(qualcode, study_folder: Path) -> Path:
    assert qualcode("code", study_folder).status == 0
    done = qualcode("verify", study_folder, "--feedback")
    assert (done.status, "2 sheets" in done.out) == (0, True)
    return study_folder / "results" / "feedback"


def fill_in(path: Path, boxes: str, words: str = "") -> None:
    document = Document(str(path))
    ticks, own = (row.cells[1].paragraphs[0] for row in document.tables[0].rows)
    for element in list(ticks._p):
        ticks._p.remove(element)
    ticks.add_run(boxes)
    own.add_run(words)
    document.save(str(path))


def find_verdict(folder: Path):
    study = load_study(open_study(folder, Wishes(language="en"), folder))
    return put_to_tactics(study, "en", ("feedback",))[0]


def test_a_sheet_an_informant_with_that_informants_words(sheets: Path) -> None:
    assert sorted(path.name for path in sheets.iterdir()) == ["c1.docx", "c2.docx"]
    ana, budi = ("\n".join(p.text for p in Document(str(sheets / name)).paragraphs) for name in ("c1.docx", "c2.docx"))
    assert "The rain came late." in ana
    assert "A drought, really" in budi
    assert "drought" not in ana
    assert "Rain came in time." in budi


def test_answers_are_read_back_once_and_stand_with_the_claim(sheets: Path, study_folder: Path, qualcode) -> None:
    fill_in(sheets / "c1.docx", "☐ yes  ☒ in part  ☐ no", "In the hills it did. <b>&</b>")
    done = qualcode("sheet", "in", study_folder, sheets / "c1.docx", "--coder", "siti", "--yes")
    assert (done.status, "1 decisions are on the disk" in done.out) == (0, True)
    again = qualcode("sheet", "in", study_folder, sheets, "--coder", "siti", "--yes")
    assert "There is nothing to record." in again.out
    verdict = find_verdict(study_folder)
    assert verdict.brief.lines == ("1 of 2 answered",)
    assert (
        verdict.computed.cells[0][-1].lines[0].startswith("in part: “In the hills it did. <b>&</b>” (put down by siti,")
    )
    assert verdict.computed.cells[1][-1].lines == ("nothing read back yet",)
    assert verdict.to_decide[0] == "C1 (private) was asked whether it is so, and says: in part."
    assert list_left_open(verdict, "en")[-1] == "Nobody has answered yet."  # the informant did, the researcher did not
    last = json.loads((study_folder / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["coder"], last["acts"]) == ("siti", {"answer": 1})


def test_an_answer_to_words_that_were_coded_otherwise_since_is_marked(
    sheets: Path, study_folder: Path, qualcode
) -> None:
    fill_in(sheets / "c1.docx", "☒ yes")
    codebook = study_folder / "codebook.yaml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("drought", "no rain"), encoding="utf-8")
    qualcode("code", study_folder)
    assert qualcode("sheet", "in", study_folder, sheets / "c1.docx", "--coder", "siti", "--yes").status == 0
    assert "changed since: the code" in find_verdict(study_folder).computed.cells[0][-1].lines[0]


def test_an_answer_needs_somebody_who_puts_it_down(sheets: Path, study_folder: Path, qualcode) -> None:
    fill_in(sheets / "c1.docx", "☒ yes")
    done = qualcode("sheet", "in", study_folder, sheets / "c1.docx", "--yes")
    assert done.status == 1
    assert "--coder" in done.err
    assert qualcode("sheet", "in", study_folder, sheets / "c1.docx", "--coder", "siti", "--yes").status == 0


def test_a_sheet_of_another_study_is_refused(sheets: Path, study_folder: Path, qualcode, tmp_path: Path) -> None:
    fill_in(sheets / "c1.docx", "☒ yes")
    other = tmp_path / "other"
    study_folder.rename(other)
    for path in (other / "transcripts").iterdir():
        path.rename(path.with_name(f"other_{path.name}"))
        text = path.with_name(f"other_{path.name}").read_text(encoding="utf-8")
        path.with_name(f"other_{path.name}").write_text(text + "\nBye.\n", encoding="utf-8")
    (other / "cases.csv").unlink()
    qualcode("code", other)
    done = qualcode("sheet", "in", other, other / "results" / "feedback" / "c1.docx", "--coder", "siti", "--yes")
    assert (done.status, "another study" in done.err) == (1, True)
