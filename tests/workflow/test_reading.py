"""Reading a study's transcripts one at a time, and settling who speaks."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.evidence.days import find_day
from qualcode.messages import LANGUAGES
from qualcode.model import Problem
from qualcode.store.cases import read_cases
from qualcode.workflow import reading
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.contexts import find_text
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reading import Interview, read_interview, read_interviews
from qualcode.workflow.reporting import write_results
from qualcode.workflow.starting import start_study
from tests.conftest import FIRST, Done


def opened(folder: Path, **wishes) -> OpenStudy:
    return open_study(folder, Wishes(**wishes), folder.parent)


def read(study: OpenStudy) -> tuple[dict[str, Interview], list[Problem]]:
    found = list(read_interviews(study))
    interviews = [item for item in found if isinstance(item, Interview)]
    problems = [item for item in found if isinstance(item, Problem)]
    return {item.transcript.name: item for item in interviews}, problems


def test_cases_are_found_by_their_rows(study_folder: Path) -> None:
    interviews, problems = read(opened(study_folder))
    assert problems == []
    cases = {turn.case for turn in interviews["ana.txt"].transcript.turns if turn.role == "respondent"}
    assert cases == {"C1"}


def test_a_row_may_leave_out_the_extension(study_folder: Path) -> None:
    (study_folder / "cases.csv").write_text("case,transcript\nC1,ANA\nC2,budi\n", encoding="utf-8")
    interviews, problems = read(opened(study_folder))
    assert problems == []
    assert {turn.case for turn in interviews["ana.txt"].transcript.turns} == {"", "C1"}


def test_rows_and_transcripts_that_do_not_meet_are_told(study_folder: Path) -> None:
    (study_folder / "cases.csv").write_text("case,transcript\nC1,ana.txt\nC9,gone.docx\n", encoding="utf-8")
    interviews, problems = read(opened(study_folder))
    assert sorted(problem.where for problem in problems) == ["budi.txt", "cases.csv"]
    assert all(problem.severity == "warning" for problem in problems)
    assert {turn.case for turn in interviews["budi.txt"].transcript.turns} == {"", "budi"}


def test_one_interview_in_several_files_is_one_case(study_folder: Path) -> None:
    folder = study_folder / "transcripts"
    text = (folder / "ana.txt").read_text(encoding="utf-8")
    (folder / "P1_part1.txt").write_text(text.replace("late", "early"), encoding="utf-8")
    (folder / "P1_part2.txt").write_text(text.replace("late", "never"), encoding="utf-8")
    interviews, _ = read(opened(folder, codebook=str(study_folder / "codebook.yaml"), out=study_folder / "o"))
    for part in ("P1_part1.txt", "P1_part2.txt"):
        assert {turn.case for turn in interviews[part].transcript.turns} == {"", "P1"}


def test_the_same_words_twice_are_told(study_folder: Path) -> None:
    folder = study_folder / "transcripts"
    (folder / "copy.txt").write_bytes((folder / "ana.txt").read_bytes())
    _, problems = read(opened(folder, codebook=str(study_folder / "codebook.yaml"), out=study_folder / "o"))
    assert [problem.where for problem in problems] == ["copy.txt"]
    assert "ana.txt" in problems[0].what


def test_a_speaker_who_is_no_case_is_asked_about_by_name(study_folder: Path) -> None:
    talk = "Ana: It was dry.\nBudi: Very dry.\nAna: All of May.\nBudi: And June.\n"
    (study_folder / "transcripts" / "ana.txt").write_text(talk, encoding="utf-8")
    (study_folder / "cases.csv").write_text("case,transcript,speaker\nC1,ana.txt,Ana\n", encoding="utf-8")
    _, problems = read(opened(study_folder))
    [problem] = [problem for problem in problems if "not sure" in problem.what]
    assert "If Budi is who asks, write `interviewers: [Budi]` in study.yaml" in problem.how


def test_a_guess_is_warned_of(study_folder: Path) -> None:
    folder = study_folder / "transcripts"
    (folder / "budi.txt").write_text("We planted early this year.\n\nThen the river rose.\n", encoding="utf-8")
    _, problems = read(opened(folder, codebook=str(study_folder / "codebook.yaml"), out=study_folder / "o"))
    [problem] = [problem for problem in problems if "not sure who the interviewer is" in problem.what]
    assert problem.how == "Write who speaks before each turn, as in `Q: ...` and `A: ...`"


def test_the_interviewer_may_be_named(study_folder: Path) -> None:
    folder = study_folder / "transcripts"
    interviews, _ = read(
        opened(folder, codebook=str(study_folder / "codebook.yaml"), out=study_folder / "o", interviewers=("Ana",))
    )
    finding = interviews["ana.txt"].finding
    assert finding.interviewers == ("Ana",)
    assert finding.certainty == "given"


@pytest.mark.parametrize("name", ["Wawancara #1.txt", "Pak Dhe\u0301.txt", "#.txt"])
def test_a_file_may_have_a_number_sign_or_decomposed_letters_in_its_name(
    study_folder: Path, qualcode: Callable[..., Done], name: str
) -> None:
    transcripts = study_folder / "transcripts"
    (transcripts / "ana.txt").rename(transcripts / name)
    cases = study_folder / "cases.csv"
    cases.write_text(cases.read_text("utf-8").replace("ana.txt", name.removesuffix(".txt")), "utf-8")
    done = qualcode("run", study_folder)
    assert done.status == 0, done.err
    assert "There is no transcript" not in done.err
    assert "C1" in (study_folder / "results" / "codings.csv").read_text("utf-8")
    assert "out of date" not in qualcode("status", study_folder).out
    assert "is gone" not in qualcode("audit", "check", study_folder).err
    again = qualcode("reproduce", "--check", study_folder)
    assert again.status == 0, again.out
    assert find_text(study_folder, name.removesuffix(".txt")) == FIRST


def test_results_of_qualcode_are_told_in_one_line_and_read_as_nothing(study_folder: Path) -> None:

    study = opened(study_folder)
    code_study(study)
    for language in ("en", "id"):
        names = write_results(study, load_study(study), DisplayOptions(language=language))
        for number, name in enumerate(names):
            if name.endswith((".csv", ".xlsx", ".docx", ".md")):
                file = study.place.results / name
                copy(file, study.place.transcripts / f"{language}{number}-{file.name}")
    interviews, told = read(study)
    assert [*interviews] == ["ana.txt", "budi.txt"]
    assert len(told) == 1
    assert "passed over" in told[0].what
    assert " more)" in told[0].where


def test_a_row_whose_transcript_is_there_is_not_called_lost_when_nobody_answers(study_folder: Path, qualcode) -> None:
    folder = study_folder / "transcripts"
    (folder / "budi.txt").write_text("Interviewer: Nobody came today. I wait.\n", encoding="utf-8")
    told = [qualcode("code", study_folder).err for _ in range(2)]  # the second reads nothing again
    assert told[0] == told[1]
    assert "there is no transcript" not in told[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_columns_that_a_new_study_is_given_are_known_in_either_language(tmp_path: Path, language: str) -> None:
    start_study(tmp_path / "s", "empty", language)
    path = tmp_path / "s" / "cases.csv"
    path.write_text(path.read_text() + "A,a.txt,Ani,Ketua,Balai,public,kota,,2026-01-31\n")
    [case], problems = read_cases(path)
    assert problems == ()
    assert (case.id, case.speaker, case.role, case.sector, case.transcripts) == (
        "A",
        "Ani",
        "Ketua",
        "public",
        ("a.txt",),
    )
    assert find_day(case) == "2026-01-31"


def test_a_coded_transcript_is_not_read_again_until_its_source_is_another(
    study_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = opened(study_folder)
    before = read_interview(study, "ana.txt")
    code_study(study)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_source", None)  # whoever calls it fails
        assert read_interview(study, "ana.txt") == before
    source = study_folder / "transcripts" / "ana.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("May", "June"), encoding="utf-8")
    edited = read_interview(study, "ana.txt")
    assert edited
    assert "June" in edited.text
