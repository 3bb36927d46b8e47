"""A published study set against the sample, and against interviews of one's own."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcode.shipped import find_shipped
from tests.conftest import Done, snapshot

SAMPLE = find_shipped("transcripts_sample")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reproduced in English."""
    import subprocess
    import sys

    folder = tmp_path_factory.mktemp("reproduced")
    command = [sys.executable, "-m", "qualcode", "reproduce", "blitar", "--lang", "en", "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (folder / "printed.txt").write_text(done.stdout, encoding="utf-8")
    return folder / "results"


def read_table(results: Path, name: str) -> list[dict[str, str]]:
    with (results / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_format_says_that_this_shows_the_procedure_and_not_the_truth(results: Path) -> None:
    said = "This shows the procedure, not the truth of the paper: the interviews are synthetic."
    for name in ("report.html", "report.md", "tables/entry_rules.csv"):
        assert said in (results / name).read_text(encoding="utf-8")
    header = Document(str(results / "report.docx")).sections[0].header.paragraphs[0].text
    assert said in header
    book = load_workbook(results / "tables.xlsx", read_only=True)
    for sheet in book:
        assert any("synthetic" in str(value) for row in sheet.iter_rows(values_only=True) for value in row if value)
    assert said in (results.parent / "printed.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["summary", "paper", "tensions", "evidence", "elsewhere"])
def test_tables_that_leave_the_report_alone_say_so_too(results: Path, name: str) -> None:
    assert "synthetic interviews" in (results / "tables" / f"{name}.csv").read_text(encoding="utf-8")


def test_the_papers_figures_are_none_of_the_interviews(results: Path) -> None:
    rows = {row["key"]: row for row in read_table(results, "elsewhere")}
    assert rows["E03"]["Figures in the paper"] == "50%-70%: not from interviews"
    assert rows["S04"]["Figures in the paper"] == "55% -> 85%: not from interviews"
    assert len(rows) == 66
    paper = {row["key"]: row for row in read_table(results, "paper")}
    assert "50%-70%: not from interviews" in paper["Z07"]["Could interviews say it at all?"]
    assert paper["S04"]["These synthetic interviews"] == "not checkable from interviews"


def test_nothing_is_called_verified(results: Path) -> None:
    assert "verified" not in (results / "tables" / "paper.csv").read_text(encoding="utf-8").lower()
    leans = {row["These synthetic interviews"] for row in read_table(results, "paper")}
    assert all("not yet judged" in lean or lean == "not checkable from interviews" for lean in leans)


def test_the_sheet_is_indonesian_and_quotes_nobody(results: Path) -> None:
    with ZipFile(results / "exercise.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "Langkah 1" in text
    assert "sintetis" in text
    for row in read_table(results.parent / "results", "paper"):
        for quote in row["For the claim"].split("“")[1:]:
            assert quote.split("”")[0][:40] not in text


def test_interviews_of_ones_own_are_only_read(qualcode: Callable[..., Done], tmp_path: Path) -> None:
    talk = tmp_path / "talk"
    talk.mkdir()
    shutil.copy(SAMPLE / "transcripts" / "staf_dinas.txt", talk)
    before = snapshot(talk)
    done = qualcode("reproduce", "blitar", "--study", talk, "--out", tmp_path / "out", "--lang", "id")
    assert done.status == 0
    assert snapshot(talk) == before
    assert (tmp_path / "out" / "results" / "exercise.docx").is_file()


def test_interviews_that_do_not_say_that_they_are_made_up_are_not_called_so(
    qualcode: Callable[..., Done], tmp_path: Path
) -> None:
    talk = tmp_path / "talk"
    talk.mkdir()
    (talk / "a.txt").write_text("P: Apakah ada rapat?\n\nN: Ada rapat rutin tiap bulan.\n", encoding="utf-8")
    done = qualcode("reproduce", "blitar", "--study", talk, "--out", tmp_path / "out", "--lang", "en")
    assert done.status == 0
    assert "synthetic" not in done.out
    assert "--without-interviews" not in done.out  # the folder is no study, of which `qualcode report` writes another
    assert "These interviews" in (tmp_path / "out" / "results" / "tables" / "paper.csv").read_text(encoding="utf-8")


def test_a_codebook_that_lacks_the_codes_is_refused_before_anything_is_coded(
    qualcode: Callable[..., Done], study_folder: Path, tmp_path: Path
) -> None:
    done = qualcode("reproduce", "blitar", "--study", study_folder, "--out", tmp_path / "out")
    assert done.status == 1
    assert "worded in codes of the codebook blitar; this study has harvest" in done.err
    assert not (tmp_path / "out").exists()


def test_bad_usage_and_unknown_names(qualcode: Callable[..., Done], tmp_path: Path) -> None:
    assert qualcode("reproduce").status == 2
    assert qualcode("reproduce", "blitar", "--check", tmp_path).status == 2
    done = qualcode("reproduce", "batik")
    assert done.status == 1
    assert done.err.splitlines() == ["There is no published study batik", "Published studies are: blitar"]
