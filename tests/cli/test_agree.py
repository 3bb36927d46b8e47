"""`qualcode agree` as a user meets it."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import Done, snapshot

Command = Callable[..., Done]
PEOPLE = (
    "transcript,quote,code,polarity\nana.txt,The rain came late.,H.RAIN,+\nana.txt,My sister laughed at me.,H.HELP,-\n"
)


@pytest.fixture
def people(qualcode: Command, study_folder: Path, tmp_path: Path) -> Path:
    assert qualcode("code", study_folder).status == 0
    path = tmp_path / "cici.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_it_prints_and_writes_nothing(qualcode: Command, study_folder: Path, people: Path) -> None:
    before = snapshot(study_folder)
    done = qualcode("agree", study_folder, "--with", people)
    assert done.status == 0
    assert "Agreement of rules with cici" in done.out
    assert "Agreement is not accuracy" in done.out
    assert "Entry rules" in done.out
    assert snapshot(study_folder) == before


def test_passages_are_shown_in_context(qualcode: Command, study_folder: Path, people: Path) -> None:
    done = qualcode("agree", study_folder, "--with", people, "--show", "misses", "--code", "H.HELP")
    printed = " ".join(done.out.split())
    assert "Misses: the others gave the code, rules did not. Units: 1" in printed
    assert "My sister laughed at me." in printed
    assert "coder cici" in printed


def test_csv_is_for_another_program(qualcode: Command, study_folder: Path, people: Path) -> None:
    done = qualcode("agree", study_folder, "--with", people, "--csv")
    rows = list(csv.reader(StringIO(done.out)))
    assert [row[0] for row in rows] == ["key", "H.RAIN", "H.HELP", "all"]


def test_results_come_in_indonesian(qualcode: Command, study_folder: Path, people: Path) -> None:
    done = qualcode("agree", study_folder, "--with", people, "--lang", "id")
    assert "Kesepakatan rules dengan cici" in done.out


def test_the_report_goes_into_the_results(qualcode: Command, study_folder: Path, people: Path) -> None:
    done = qualcode("agree", study_folder, "--with", people, "--report")
    assert done.status == 0
    assert (study_folder / "results" / "agreement" / "report.html").is_file()
    assert "agreement" in done.out.splitlines()[-1]
    assert '"--report"' in (study_folder / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert "agreement/report.html (made" in qualcode("status", study_folder, "--lang", "en").out


def test_all_that_does_not_fit_is_told_at_once(qualcode: Command, study_folder: Path, people: Path) -> None:
    people.write_text("transcript,quote,code\nbo.txt,x,H.RAIN\nana.txt,No such words,H.RAIN\n", encoding="utf-8")
    done = qualcode("agree", study_folder, "--with", people)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[0].startswith("cici.csv:2: there is no transcript `bo.txt` in the study.")
    assert done.err.splitlines()[1].startswith("cici.csv:3: the quote “No such words” does not stand in ana.txt.")
    assert done.err.splitlines()[2:] == [
        "cici.csv does not fit the study",
        "Mend what is listed above and run it again.",
    ]


def test_a_study_that_was_never_coded_says_so(qualcode: Command, study_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "cici.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    assert "has not been coded yet" in qualcode("agree", study_folder, "--with", path).err
