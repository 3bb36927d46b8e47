"""`qualcode run` on a study and on a bare folder."""

import csv
import json
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.conftest import CODEBOOK, Done, snapshot

Command = Callable[..., Done]


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_a_study_comes_out_coded(qualcode: Command, study_folder: Path) -> None:
    done = qualcode("run", study_folder)
    assert done.status == 0, done.err
    rows = rows_of(study_folder / "results" / "codings.csv")
    found = {(row["case"], row["code"], row["polarity"]) for row in rows}
    assert ("C1", "H.RAIN", "supporting") in found
    assert ("C1", "H.RAIN", "contrary") in found
    assert ("C1", "H.HELP", "supporting") in found
    assert ("C2", "H.RAIN", "contrary") in found
    assert "report.html" in done.out


def test_every_quote_is_the_text_at_its_offsets(run_folder: Path) -> None:
    for row in rows_of(run_folder / "results" / "codings.csv"):
        text = (run_folder / "transcripts" / row["transcript"]).read_text(encoding="utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
        starts, ends, cues = row["cue_start"].split("|"), row["cue_end"].split("|"), row["cue"].split("|")
        for start, end, cue in zip(starts, ends, cues, strict=True):
            assert text[int(start) : int(end)] == cue


def test_interviewers_are_never_coded(run_folder: Path) -> None:
    assert {row["speaker"] for row in rows_of(run_folder / "results" / "codings.csv")} <= {"Ana", "Budi"}


def test_a_second_run_gives_the_same_bytes(qualcode: Command, study_folder: Path) -> None:
    qualcode("run", study_folder)
    first = snapshot(study_folder)
    qualcode("run", study_folder)
    second = snapshot(study_folder)
    for file in (first, second):
        file.pop("log.jsonl")
        file.pop("results/manifest.json")
    assert first == second


def test_another_place_gives_the_same_results(qualcode: Command, study_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "harvest study"
    shutil.copytree(study_folder, other)
    qualcode("run", study_folder)
    qualcode("run", other)
    here, there = snapshot(study_folder / "results"), snapshot(other / "results")
    here.pop("manifest.json")
    there.pop("manifest.json")
    assert here == there
    assert not any(
        str(tmp_path).encode() in data for name, data in here.items() if name.endswith((".csv", ".md", ".html"))
    )


def test_sources_are_left_as_they_were(qualcode: Command, study_folder: Path) -> None:
    before = snapshot(study_folder / "transcripts")
    qualcode("run", study_folder)
    assert snapshot(study_folder / "transcripts") == before


def test_a_bare_folder_is_never_written_to(
    qualcode: Command, study_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = study_folder / "transcripts"
    book = tmp_path / "book.yaml"
    book.write_text(CODEBOOK, encoding="utf-8")
    before = snapshot(bare)
    monkeypatch.chdir(tmp_path)
    done = qualcode("run", bare, "--codebook", book)
    assert done.status == 0, done.err
    assert snapshot(bare) == before
    rows = rows_of(tmp_path / "transcripts_qualcode" / "results" / "codings.csv")
    assert {row["case"] for row in rows} == {"ana", "budi"}


def test_out_takes_every_write(qualcode: Command, study_folder: Path, tmp_path: Path) -> None:
    before = snapshot(study_folder)
    assert qualcode("run", study_folder, "--out", tmp_path / "o").status == 0
    assert snapshot(study_folder) == before
    assert (tmp_path / "o" / "results" / "report.html").is_file()


def test_indonesian_results(qualcode: Command, study_folder: Path) -> None:
    qualcode("run", study_folder, "--lang", "id")
    assert '<html lang="id"' in (study_folder / "results" / "report.html").read_text(encoding="utf-8")


def test_one_bad_file_does_not_stop_the_others(qualcode: Command, study_folder: Path) -> None:
    (study_folder / "transcripts" / "zip.docx").write_bytes(b"PK\x03\x04 torn")
    (study_folder / "transcripts" / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (study_folder / "transcripts" / "~$ana.docx").write_bytes(b"lock")
    (study_folder / "transcripts" / ".DS_Store").write_bytes(b"x")
    done = qualcode("run", study_folder)
    assert done.status == 0
    assert "zip.docx" in done.err
    assert "old.doc" in done.err
    assert "~$ana" not in done.err
    assert "DS_Store" not in done.err
    assert "Traceback" not in done.err


def test_the_log_holds_no_quote(qualcode: Command, study_folder: Path) -> None:
    qualcode("run", study_folder)
    line = json.loads((study_folder / "log.jsonl").read_text(encoding="utf-8"))
    assert line["arguments"][0] == "run"
    assert line["transcripts"].keys() == {"ana.txt", "budi.txt"}
    assert "rain came" not in json.dumps(line)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("run", "nowhere"), "no folder"),
        (("run", "talks"), "codebook"),
        (("run", "talks", "--codebook", "nosuch"), "nosuch"),
        (("run", "talks", "--codebook", "blitar"), "no transcript"),
        (("run", ".", "--codebook", "blitar", "--out", "x"), "--out"),
        (("run", ".", "--codebook", "blitar", "--cases", "none.csv"), "none.csv"),
    ],
)
def test_a_mistake_gets_two_plain_lines(
    qualcode: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks").mkdir()
    done = qualcode(*arguments)
    assert done.status == 1
    assert len(done.err.strip().splitlines()) == 2
    assert word in done.err


def test_errors_in_the_codebook_are_all_shown_and_nothing_is_written(qualcode: Command, study_folder: Path) -> None:
    book = study_folder / "codebook.yaml"
    book.write_text(CODEBOOK.replace("short:", "shrt:"), encoding="utf-8")
    before = snapshot(study_folder)
    done = qualcode("run", study_folder)
    assert done.status == 1
    assert done.err.count("shrt") == 2
    assert snapshot(study_folder) == before


def test_what_is_said_of_many_files_is_said_once(qualcode: Command, study_folder: Path) -> None:
    for name in ("one", "two", "three"):
        (study_folder / "transcripts" / f"{name}.txt").write_bytes(b"")
    done = qualcode("run", study_folder)
    assert done.err.count("empty") == 1
    assert "and 2 more" in done.err


def test_a_settings_file_that_cannot_be_read_is_named(qualcode: Command, study_folder: Path) -> None:
    (study_folder / "study.yaml").write_bytes(b"\xff\xfe")
    (study_folder / "codebook.yaml").unlink()
    done = qualcode("run", study_folder)
    assert done.status == 1
    assert done.err.startswith("study.yaml")


def test_what_the_notices_say_is_not_said_again_in_other_words_and_lines_are_short(
    qualcode: Command, study_folder: Path
) -> None:
    with (study_folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write("synthetic: true\n")
    for command in (("run", study_folder), ("display", study_folder, "role-ordered"), ("verify", study_folder, "K1")):
        out = qualcode(*command, "--lang", "en").out
        said = " ".join(out.split())
        assert said.count("Synthetic interviews: made up") == 1
        assert said.count("nobody has accepted or rejected any of these codings yet") == 1
        assert "The interviews are synthetic" not in said
        assert "Only a machine has coded" not in said
        notices = out[out.index("! Synthetic") :].splitlines()[:4]
        assert all(len(line) <= 80 for line in notices)


def test_a_report_says_that_it_holds_the_interviews_and_one_without_them_does_not(
    qualcode: Command, study_folder: Path
) -> None:
    report = study_folder / "results" / "report.html"
    for command, whole in ((("run",), True), (("report", "--without-interviews"), False)):
        out = qualcode(command[0], study_folder, *command[1:], "--lang", "en").out
        assert ("holds every interview in full" in out) is whole
        assert ("Before you pass this file on" in report.read_text(encoding="utf-8")) is whole
