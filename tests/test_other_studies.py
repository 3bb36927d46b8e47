"""Studies of quite another kind: a clinic in English, a school in Indonesian, each with a codebook of its own.

Nothing in qualcode may know a code, a family, a party or a kind of obstacle by name.
"""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.model import Study
from qualcode.registry import find_parts
from qualcode.verify.material import gather
from qualcode.workflow.coding import load_study
from qualcode.workflow.displaying import build_display, fit_content
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from tests.conftest import Done

STUDIES = Path(__file__).parent / "studies"
CODES = {
    "clinic": ["BAR.WAIT", "BAR.COST", "ENC.TOLD", "ENC.KIND", "AFT.WELL"],
    "kelas": ["AJAR.TANYA", "AJAR.SENDIRI", "GANGGU.SINYAL", "GANGGU.RUMAH"],
}


@pytest.fixture
def run(qualcode: Callable[..., Done], tmp_path: Path) -> Callable[[str], Path]:
    """Run one of the studies whole; gives its folder."""

    def do(name: str) -> Path:
        folder = tmp_path / name
        shutil.copytree(STUDIES / name, folder)
        done = qualcode("run", folder)
        assert done.status == 0, done.err
        return folder

    return do


def load(folder: Path) -> tuple[OpenStudy, Study]:
    opened = open_study(folder, Wishes(), folder)
    assert [problem for problem in opened.problems if problem.severity == "error"] == []
    return opened, load_study(opened)


def find_codings(study: Study) -> set[tuple[str, str, str]]:
    """Case, code and polarity of what counts; sub-codes as the code they count for."""
    found = set()
    for coding in study.codings:
        code = study.codebook.find(coding.code)
        assert code is not None
        if coding.modality == "actual":
            found.add((coding.case, code.id, coding.polarity))
    return found


@pytest.mark.parametrize("name", CODES)
def test_every_display_has_the_codes_of_the_codebook_and_no_others(run: Callable[[str], Path], name: str) -> None:
    _, study = load(run(name))
    assert study.codings
    refusals = {}
    for display, entry in find_parts("display").items():
        try:
            matrix = build_display(study, display, fit_content(display, DisplayOptions()))
        except QualcodeError as refused:  # what the display is about is not in this study
            refusals[display] = refused.what
            continue
        keys = {heading.key for heading in (*matrix.rows, *matrix.columns)}
        assert keys >= set(CODES[name]) or not entry.keywords.get("in_report"), display
        assert not {key for key in keys if re.fullmatch(r"(CG|OB|IM)\..*", key)}
    assert all("The codebook has no" in what for what in refusals.values())
    assert not [display for display in refusals if find_parts("display")[display].keywords.get("in_report")]


@pytest.mark.parametrize("name", CODES)
def test_no_word_of_another_study_is_in_the_results(run: Callable[[str], Path], name: str) -> None:
    folder = run(name)
    for path in (folder / "results").rglob("*"):
        if path.suffix in (".csv", ".md", ".html"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\b(CG|OB|IM)\.[A-Z]{3}|batik|blitar|ansell", text, re.IGNORECASE), path.name
    with (folder / "results" / "codings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = (folder / "transcripts" / row["transcript"]).read_text(encoding="utf-8")
            assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_the_clinic_is_coded_by_its_own_cues_obstacles_and_parties(run: Callable[[str], Path]) -> None:
    _, study = load(run("clinic"))
    found = find_codings(study)
    assert found >= {
        ("P1", "BAR.WAIT", "supporting"),
        ("P1", "BAR.COST", "contrary"),  # free of charge: this barrier is denied
        ("P1", "BAR.COST", "supporting"),  # the taxi
        ("P1", "ENC.TOLD", "supporting"),
        ("P1", "ENC.KIND", "supporting"),  # weak, and a nurse is named
        ("P1", "AFT.WELL", "supporting"),
        ("P2", "ENC.TOLD", "contrary"),
        ("P2", "ENC.KIND", "contrary"),
        ("P2", "BAR.COST", "supporting"),
        ("P2", "AFT.WELL", "contrary"),
    }
    assert ("P2", "BAR.COST", "contrary") not in found  # only if it were free
    quotes = {coding.quote for coding in study.codings}
    assert "I have been a patient there for years." not in {
        coding.quote for coding in study.codings if coding.code == "ENC.KIND"
    }
    assert not any("What did it cost" in quote for quote in quotes)


def test_the_clinics_claims_are_weighed_in_its_own_scopes(run: Callable[[str], Path]) -> None:
    _, study = load(run("clinic"))
    afford, told = gather(study, str, "en")
    assert afford.side == "both"
    assert {coding.case for coding in afford.supporting} == {"P1"}
    assert {coding.case for coding in afford.contrary} == {"P1", "P2"}
    assert (told.side, {coding.case for coding in told.supporting}) == ("for", {"P1"})


def test_the_clinics_mode_is_its_own(run: Callable[[str], Path]) -> None:
    folder = run("clinic")
    said = "purse: BAR.WAIT.unpaid counts as BAR.COST"
    assert said in (folder / "results" / "report.md").read_text(encoding="utf-8")
    assert said in (folder / "results" / "report.html").read_text(encoding="utf-8")


def test_the_school_is_coded_in_indonesian(run: Callable[[str], Path]) -> None:
    folder = run("kelas")
    _, study = load(folder)
    codes = {(code, polarity) for _, code, polarity in find_codings(study)}
    assert codes >= {
        ("GANGGU.SINYAL", "supporting"),
        ("GANGGU.SINYAL", "contrary"),
        ("GANGGU.RUMAH", "supporting"),
        ("AJAR.TANYA", "supporting"),
        ("AJAR.TANYA", "contrary"),
        ("AJAR.SENDIRI", "supporting"),
    }
    assert "sintetis" in (folder / "results" / "report.md").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("name", CODES)
def test_a_second_run_writes_the_same_results(
    run: Callable[[str], Path], qualcode: Callable[..., Done], name: str
) -> None:
    folder = run(name)
    before = {path: path.read_bytes() for path in (folder / "results").rglob("*.*") if path.name != "manifest.json"}
    assert qualcode("run", folder).status == 0
    assert before == {path: path.read_bytes() for path in before}
