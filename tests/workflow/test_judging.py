"""Answers to tactics and judgements on claims, as a person gives them on the command line and finds them again."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.verify.judging import read_status
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.judging import answer_tactic, judge_claim
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.verifying import list_left_open, put_to_tactics, tell_judging

AUTHORED = "claims:\n- id: K1\n  author: siti\n"


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    return opened


def answer(opened: OpenStudy, text: str, coder: str = "siti", when: str = "2026-01-01") -> None:
    answer_tactic(opened, load_study(opened), "K1", "rivals", text, coder, when)


def judge(opened: OpenStudy, status, why: str = "because", coder: str = "siti", when: str = "2026-01-02") -> None:
    judge_claim(opened, load_study(opened), "K1", status, why, coder, when)


def say_left(opened: OpenStudy) -> tuple[str, ...]:
    [verdict] = put_to_tactics(load_study(opened), "en", ("rivals",))
    return list_left_open(verdict, "en")


def accept_all(opened: OpenStudy, polarity: str) -> None:
    desk = open_desk(opened, "siti")
    ids = [c.id for c in desk.codings.values() if c.code == "H.RAIN" and c.polarity == polarity]
    decide(desk, [Choice("accept", id_) for id_ in ids], "2026-01-03", "review")


def test_answers_of_several_people_stand_under_the_tactic_until_they_take_them_back(opened: OpenStudy) -> None:
    assert say_left(opened)[-1] == "Nobody has answered yet."
    answer(opened, "The river, not the rain.")
    answer(opened, "I see none.", "budi", "2026-01-02")
    assert say_left(opened)[-2:] == (
        "Answer of siti, 2026-01-01: The river, not the rain.",
        "Answer of budi, 2026-01-02: I see none.",
    )
    answer(opened, "", "budi")
    assert say_left(opened)[-1].startswith("Answer of siti")
    with pytest.raises(QualcodeError, match="nothing to K1:rivals"):
        answer(opened, " ", "budi")


def test_an_answer_is_marked_when_its_codings_or_the_codebook_change(opened: OpenStudy, study_folder: Path) -> None:
    text = (study_folder / "claims.yaml").read_text(encoding="utf-8")
    rival = "  rivals: [{text: {en: They had a river.}, codes: [H.RAIN]}]\n"
    (study_folder / "claims.yaml").write_text(text + rival, encoding="utf-8")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    answer(opened, "The river.")
    judge(opened, "mixed")
    accept_all(opened, "supporting")
    assert say_left(opened)[-1].endswith("[changed since: the codings]")
    assert tell_judging(load_study(opened), "en")["K1"][0].endswith("[changed since: the codings]")
    answer(opened, "Still the river.", when="2026-01-04")
    assert "changed" not in say_left(opened)[-1]
    codebook = study_folder / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(text.replace("[rain helps or harms]", "[rain harms]"), encoding="utf-8")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    assert say_left(opened)[-1].endswith("[changed since: the code H.RAIN]")


def test_supported_is_refused_until_author_rivals_and_negative_evidence_are_there(study_folder: Path, qualcode) -> None:
    qualcode("code", study_folder)
    arguments = ("claim", "judge", study_folder, "K1", "supported", "--why", "Ana says so.", "--coder", "siti")
    done = qualcode(*arguments)
    assert (done.status, len(done.err.strip().splitlines())) == (1, 2)
    missing = [word for word in ("author", "rivals", "unread: 2", "--code H.RAIN") if word not in done.err]
    assert not missing, done.err
    path = study_folder / "claims.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("claims:\n- id: K1\n", AUTHORED), encoding="utf-8")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    answer(opened, "The river, not the rain.")
    accept_all(opened, "contrary")
    done = qualcode(*arguments)
    assert done.status == 0
    assert "supported (siti, 2" in done.out
    assert "tests run: 1 of 13" in done.out
    listed = qualcode("claim", "list", study_folder).out
    assert "supported (siti, 2" in listed
    assert "not yet judged" not in listed
    assert qualcode("report", study_folder).status == 0
    report = (study_folder / "results" / "report.md").read_text(encoding="utf-8")
    assert "Judged by people: supported 1" in report
    page = (study_folder / "results" / "claims" / "k1.html").read_text(encoding="utf-8")
    assert "Ana says so." in page
    assert "The river, not the rain." in page
    assert qualcode("claim", "judge", study_folder, "K1", "none", "--coder", "siti").status == 0
    assert "accepted codings and suggestions lean both ways" in qualcode("claim", "list", study_folder).out


def test_what_is_no_judgement_is_refused(opened: OpenStudy) -> None:
    for arguments, word in (
        (("mixed", " "), "reasons"),
        (("mixed", "why", "rules"), "machine's coder"),
        (("mixed", "why", "  "), "name"),
        ((None,), "nothing to K1"),
    ):
        with pytest.raises(QualcodeError, match=word):
            judge(opened, *arguments)
    with pytest.raises(QualcodeError, match="no claim K9"):
        judge_claim(opened, load_study(opened), "K9", "mixed", "why", "siti", "2026-01-01")


def test_what_interviews_cannot_answer_is_judged_not_checkable_alone(study_folder: Path) -> None:
    path = study_folder / "claims.yaml"
    text = path.read_text(encoding="utf-8").replace("checkable: yes", "checkable: no\n  needs: {en: rain gauge}")
    path.write_text(text, encoding="utf-8")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    with pytest.raises(QualcodeError, match="cannot answer"):
        judge(opened, "silent")
    judge(opened, "not checkable")
    assert (
        tell_judging(load_study(opened), "en")["K1"][0] == "not checkable from interviews (siti, 2026-01-02): because"
    )


def test_the_command_line_keeps_an_answer_and_logs_it(qualcode, study_folder: Path) -> None:
    qualcode("code", study_folder)
    kept = qualcode("verify", study_folder, "K1", "--tactic", "outliers", "--answer", "Nobody.", "--coder", "siti")
    assert (kept.status, "on the disk" in kept.out) == (0, True)
    assert "Nobody." in qualcode("verify", study_folder, "K1", "--tactic", "outliers").out
    assert '"acts": {"answer": 1}' in (study_folder / "log.jsonl").read_text(encoding="utf-8")
    assert qualcode("verify", study_folder, "K1", "--answer", "x").status == 2


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Mixed", "mixed"),
        ("dibantah", "contradicted"),
        ("not-checkable", "not checkable"),
        ("tidak-dapat-diperiksa", "not checkable"),
        ("tidak ada", None),
    ],
)
def test_a_status_is_typed_in_english_or_in_indonesian(word: str, status: str | None) -> None:
    assert read_status(word) == status


def test_a_word_that_is_no_status_is_refused_with_those_there_are() -> None:
    with pytest.raises(QualcodeError, match="maybe is no status") as refused:
        read_status("maybe")
    assert "not-checkable" in refused.value.how
