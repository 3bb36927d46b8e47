"""Looking a study over: the guide's questions in the interviews."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.workflow.checking import check_study
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import Wishes, open_study
from tests.conftest import Done, snapshot

GUIDE = """\
languages: [en]
questions:
  - {id: Q1, text: How was the year?, codes: []}
  - {id: Q2, text: Did the rain come in time for the harvest?, codes: [H.RAIN]}
  - {id: Q3, text: Do neighbours help one another?, codes: [H.HELP]}
  - {id: Q4, text: Who buys the maize?, codes: [H.HELP]}
"""


@pytest.fixture
def guided(study_folder: Path) -> Path:
    (study_folder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    return study_folder


def test_each_question_says_where_it_was_asked_and_which_never_was(guided: Path) -> None:
    before = snapshot(guided)
    checked = check_study(open_study(guided, Wishes(), guided))
    found = {question.id: (question.asked_in, question.codes_asked_in) for question in checked.questions}
    assert found == {
        "Q1": (("budi.txt",), ()),
        "Q2": (("ana.txt",), ("ana.txt",)),
        "Q3": (("ana.txt",), ("ana.txt",)),
        "Q4": ((), ("ana.txt",)),
    }
    never, first = checked.questions[3].as_texts(), checked.questions[0].as_texts()
    assert never == ("Q4", "Who buys the maize?", "H.HELP", "never (of 2)", "1 of 2", "-")
    assert first == ("Q1", "How was the year?", "-", "1 of 2", "-", "budi.txt")
    assert snapshot(guided) == before


def test_check_counts_what_coding_takes(guided: Path) -> None:
    opened = open_study(guided, Wishes(), guided)
    code_study(opened)
    asked = {sheet.transcript: sheet.asked for sheet in load_study(opened).accounts}
    assert asked == {"ana.txt": ("H.HELP", "H.RAIN"), "budi.txt": ()}


def test_the_table_is_printed_and_comes_as_json(qualcode: Callable[..., Done], guided: Path) -> None:
    assert "never (of 2)" in qualcode("check", guided).out
    questions = json.loads(qualcode("check", guided, "--json").out)["questions"]
    assert [question["asked_in"] for question in questions] == [["budi.txt"], ["ana.txt"], ["ana.txt"], []]


def test_a_study_without_a_guide_has_no_such_table(qualcode: Callable[..., Done], study_folder: Path) -> None:
    assert "of the guide" not in qualcode("check", study_folder).out


def test_mistakes_of_the_guide_are_among_the_study_s(qualcode: Callable[..., Done], guided: Path) -> None:
    (guided / "guide.yaml").write_text(GUIDE.replace("H.RAIN", "H.RAINS"), encoding="utf-8")
    done = qualcode("check", guided)
    assert done.status == 1
    assert "guide.yaml:4: the codebook has no code `H.RAINS`. Did you mean `H.RAIN`?" in done.out


def test_a_bare_folder_takes_a_guide_from_anywhere(
    qualcode: Callable[..., Done], study_folder: Path, tmp_path: Path
) -> None:
    guide = tmp_path / "questions.yaml"
    guide.write_text(GUIDE, encoding="utf-8")
    bare = study_folder / "transcripts"
    codebook = ("--codebook", study_folder / "codebook.yaml")
    assert "never (of 2)" in qualcode("check", bare, *codebook, "--guide", guide).out
    done = qualcode("run", bare, *codebook, "--guide", guide, "--out", tmp_path / "out")
    assert done.status == 0, done.err
    manifest = json.loads((tmp_path / "out" / "results" / "manifest.json").read_text(encoding="utf-8"))
    assert "questions.yaml" in manifest["inputs"]
    codings = (tmp_path / "out" / "results" / "codings.csv").read_text(encoding="utf-8")
    assert "prompted,rules,guide/Q" in codings
    missing = qualcode("check", bare, *codebook, "--guide", tmp_path / "none.yaml")
    assert (missing.status, "There is no file" in missing.err) == (1, True)


SURVEY = "No,What did you ask yourself about the weather?,Who helped you in all these months?\n" + "".join(
    f"{n},All of us wondered whether the rain would come in time to save field {n}. Who could tell?,Our neighbours.\n"
    for n in range(1, 301)
)


def test_a_survey_is_told_in_one_line_and_nobody_asks_in_it(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    (study_folder / "transcripts" / "survey.csv").write_text(SURVEY, encoding="utf-8")
    (study_folder / "cases.csv").unlink()
    done = qualcode("check", study_folder)
    assert done.out.count("survey.csv") == 2, done.out
    assert "survey.csv#1 (and 299 more): a survey, one respondent a row" in done.out
    assert "302 interviews in 3 files read, 0 errors, 0 warnings." in done.out
    assert "not sure" not in done.out
    everything = qualcode("check", study_folder, "--all").out
    assert everything.count("survey.csv#") == 600
    assert len(json.loads(qualcode("check", study_folder, "--json").out)["rows"]) == 302


def test_every_answer_of_a_survey_is_coded_even_one_that_ends_in_a_question(study_folder: Path) -> None:
    (study_folder / "transcripts" / "survey.csv").write_text(SURVEY, encoding="utf-8")
    (study_folder / "study.yaml").write_text(
        "title: Harvest\nlanguages: [en]\ncodebook: codebook.yaml\ninterviewers: [Interviewer]\n", encoding="utf-8"
    )
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    study = load_study(opened)
    coded = {coding.transcript for coding in study.codings if coding.code == "H.RAIN"}
    assert sum(name.startswith("survey.csv#") for name in coded) == 300


def test_a_study_without_transcripts_is_warned_of(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    assert "there is no transcript yet" not in qualcode("check", study_folder).out
    for path in (study_folder / "transcripts").iterdir():
        path.unlink()
    done = qualcode("check", study_folder)
    assert done.status == 0
    assert "warning: transcripts: there is no transcript yet. Put transcripts" in done.out
    assert "0 transcripts read, 0 errors, " in done.out


def test_a_folder_in_which_nothing_can_be_read_is_an_error_in_two_parts(
    study_folder: Path, qualcode: Callable[..., Done]
) -> None:
    for path in (study_folder / "transcripts").iterdir():
        path.write_bytes(b"")
    done = qualcode("check", study_folder)
    assert done.status == 1
    assert "error: transcripts: there is no transcript in it that can be read. Put transcripts" in done.out


def test_another_interview_inside_a_file_is_told(study_folder: Path) -> None:
    head = "Interview 2\nDate: 3 May\n\n"
    text = "".join(f"{head}P: How are you?\n\nN: Well.\n\nP: And the rain?\n\nN: It was late.\n\n" for _ in range(2))
    (study_folder / "transcripts" / "two.txt").write_text(text, encoding="utf-8")
    checked = check_study(open_study(study_folder, Wishes(), study_folder))
    (told,) = [problem for problem in checked.problems if problem.where == "two.txt" and "another" in problem.what]
    assert (told.severity, str(told.what)) == ("warning", "another interview seems to begin inside it, at Interview 2")


def test_many_words_of_nobody_are_told(study_folder: Path) -> None:
    talk = "P: How are you?\n\nN: Well enough.\n\nP: And the rain?\n\nN: It was late.\n\n"
    notes = "FIELD NOTES\n\n" + "We sat in the shade. " * 30
    for name, text in (("long.txt", talk + notes), ("short.txt", talk + notes[:100])):
        (study_folder / "transcripts" / name).write_text(text, encoding="utf-8")
    checked = check_study(open_study(study_folder, Wishes(), study_folder))
    (told,) = [problem for problem in checked.problems if "nobody's speech" in problem.what]
    assert (told.where, told.severity) == ("long.txt", "warning")
    assert told.what.startswith("152 words")
    assert told.what.endswith("such as: FIELD NOTES")


def test_a_turn_in_which_speakers_were_perhaps_not_recognised_is_told_with_how_to_mend_it(study_folder: Path) -> None:
    sentence = "The rain came late and the maize was poor. "  # nine words
    for name, times in (("long.txt", 300), ("short.txt", 100)):
        text = f"Q: How was the year?\n\nA: {sentence * times}\n"
        (study_folder / "transcripts" / name).write_text(text, encoding="utf-8")
    checked = check_study(open_study(study_folder, Wishes(), study_folder))
    (told,) = (problem for problem in checked.problems if problem.what.startswith("turn "))
    assert (told.where, told.severity) == ("long.txt", "warning")
    assert told.what == "turn 2 is 2700 of 2704 words long: perhaps its speakers were not recognised"
    assert "on a line of its own" in told.how


def test_a_file_in_which_nobody_speaks_is_told(study_folder: Path) -> None:
    (study_folder / "transcripts" / "notes.txt").write_text("# Interview\n\n(recording lost)\n", encoding="utf-8")
    checked = check_study(open_study(study_folder, Wishes(), study_folder))
    (row,) = [row for row in checked.rows if row.name == "notes.txt"]
    assert (row.turns, row.certainty, row.why) == (0, "unsure", "nobody speaks in it")
