"""`audit check`: whatever was changed in a study's folder behind the records is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done

Run = Callable[..., Done]


@pytest.fixture
def judged(run_folder: Path, qualcode: Run) -> Path:
    """The study after it was run and dewi judged one claim."""
    qualcode("claim", "judge", run_folder, "K1", "mixed", "--why", "Both.", "--coder", "dewi")
    return run_folder


def find_file(study: Path) -> Path:
    return study / "decisions" / "dewi" / "_study.jsonl"


def check(study: Path, qualcode: Run) -> tuple[int, str]:
    """The exit status, and what is said of each thing that is odd."""
    done = qualcode("audit", "check", study, "--lang", "en")
    return done.status, "\n".join(line for line in done.out.splitlines() if line.startswith("warning"))


def test_records_that_are_whole_are_told_so_and_the_end_is_shown(judged: Path, qualcode: Run) -> None:
    done = qualcode("audit", "check", judged, "--lang", "en")
    end = json.loads(find_file(judged).read_text(encoding="utf-8").splitlines()[-1])["hash"]
    assert done.status == 0
    assert end in "".join(done.out.split())
    found = qualcode("audit", "check", judged, "--end", end[:12], "--lang", "en")
    assert f"{end[:12]}: decision " in found.out
    assert "by dewi" in found.out
    assert qualcode("audit", "check", judged, "--end", "ab12").status == 1


def test_a_last_line_taken_away_is_missed_by_the_log_and_by_whom_wrote_the_end_down(
    judged: Path, qualcode: Run
) -> None:
    lines = find_file(judged).read_text(encoding="utf-8").splitlines(keepends=True)
    end = json.loads(lines[-1])["hash"]
    find_file(judged).write_text("".join(lines[:-1]), encoding="utf-8", newline="\n")
    done = qualcode("audit", "check", judged, "--lang", "en")
    assert done.status == 1
    assert f"the end {end[:12]} that the log of " in done.out
    assert f"No decision here has the hash {end[:12]}" in qualcode("audit", "check", judged, "--end", end[:12]).err


def test_a_file_that_is_gone_is_missed(judged: Path, qualcode: Run) -> None:
    find_file(judged).unlink()
    done = qualcode("audit", "check", judged, "--lang", "en")
    assert done.status == 1
    assert "decisions/dewi/_study.jsonl: the end " in done.out


def test_a_changed_line_and_a_changed_transcript_are_named(judged: Path, qualcode: Run) -> None:
    text = find_file(judged).read_text(encoding="utf-8")
    find_file(judged).write_text(text.replace("Both.", "None.", 1), encoding="utf-8", newline="\n")
    with (judged / "transcripts" / "ana.txt").open("a", encoding="utf-8") as file:
        file.write("\n")
    done = qualcode("audit", "check", judged, "--lang", "en")
    assert done.status == 1
    assert "it was changed after it was written" in done.out
    assert "ana.txt: the file is not the one that was coded" in done.out


def test_a_study_that_was_made_and_left_alone_is_as_recorded(judged: Path, qualcode: Run) -> None:
    done = qualcode("audit", "check", judged, "--lang", "en", "--csv")
    assert done.status == 0
    assert "Codings,2,2,nothing,nothing" in done.out
    assert "Transcripts,2,2,nothing,nothing" in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("results/codings.csv", "results/codings.csv: it is not as qualcode wrote it"),
        ("results/report.html", "results/report.html: it is not as qualcode wrote it"),
        ("codings/ana.txt.jsonl", "codings/ana.txt.jsonl: it is not as qualcode wrote it"),
        ("transcripts/budi.txt", "budi.txt: the file is not the one that was coded"),
        ("codebook.yaml", "codebook.yaml: it was changed after the results were made from it"),
        ("claims.yaml", "claims.yaml: it was changed after the results were made from it"),
    ],
)
def test_a_file_that_was_changed_is_named_with_what_mends_it(judged: Path, qualcode: Run, name: str, said: str) -> None:
    path = judged / name
    path.write_bytes(path.read_bytes() + b"\n")
    status, told = check(judged, qualcode)
    assert (status, told.count("warning")) == (1, 1)
    assert said in told
    assert f'qualcode run "{judged}"' in told


def test_a_codebook_whose_codes_changed_since_is_told_and_does_not_stop_the_check(judged: Path, qualcode: Run) -> None:
    path = judged / "codebook.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("H.RAIN", "H.SUN"), encoding="utf-8")
    assert "codebook.yaml: it was changed" in check(judged, qualcode)[1]
    assert qualcode("audit", "trail", judged, "--lang", "en").status == 0


def test_a_result_that_is_gone_is_named(judged: Path, qualcode: Run) -> None:
    (judged / "results" / "codings.csv").unlink()
    assert "results/codings.csv: it is gone" in check(judged, qualcode)[1]


def test_a_result_changed_before_another_command_is_named_still(judged: Path, qualcode: Run, tmp_path: Path) -> None:
    path = judged / "results" / "codings.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    qualcode("export", "csv", judged, "--to", tmp_path / "other.csv")
    assert "results/codings.csv: it is not as qualcode wrote it" in check(judged, qualcode)[1]


def test_codings_that_went_into_a_report_by_hand_are_named(judged: Path, qualcode: Run) -> None:
    path = judged / "codings" / "ana.txt.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("supporting", "contrary", 1), encoding="utf-8")
    qualcode("report", judged, "--lang", "en")
    assert "log.jsonl:3: codings were changed by hand before this command: ana.txt.jsonl" in check(judged, qualcode)[1]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_line_of_the_log_taken_away_is_missed(judged: Path, qualcode: Run, number: int) -> None:
    qualcode("report", judged, "--lang", "en")
    log = judged / "log.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
    assert "taken away" in check(judged, qualcode)[1]


def test_a_log_that_is_gone_is_missed(judged: Path, qualcode: Run) -> None:
    (judged / "log.jsonl").unlink()
    status, told = check(judged, qualcode)
    assert status == 1
    assert "no log tells of them" in told


def test_a_study_without_records_says_so_and_a_trail_of_it_is_empty(study_folder: Path, qualcode: Run) -> None:
    done = qualcode("audit", "check", study_folder, "--lang", "en")
    assert done.status == 0
    assert "There is no record to check yet" in done.out
    assert qualcode("audit", "trail", study_folder).status == 0


def test_codes_renamed_by_command_leave_the_records_whole(judged: Path, qualcode: Run) -> None:
    assert qualcode("codebook", "rename", judged, "H.RAIN", "H.WET", "--why", "x").status == 0
    assert "codings/" not in check(judged, qualcode)[1]


def test_an_edit_while_a_report_is_written_makes_it_old(
    judged: Path, qualcode: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qualcode.workflow import reporting

    write = reporting.write_results

    def write_and_edit(*given: object, **named: object) -> object:
        written = write(*given, **named)  # type: ignore[arg-type]
        (judged / "claims.yaml").write_text("claims: []\n", encoding="utf-8")
        return written

    monkeypatch.setattr(reporting, "write_results", write_and_edit)
    qualcode("report", judged, "--lang", "en")
    assert "claims.yaml: it was changed" in check(judged, qualcode)[1]
