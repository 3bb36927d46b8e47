"""Answers and links that people give: on the disk, in the study, and no coding is touched by them."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_answers, find_drawn, hash_basis
from qualcode.workflow.answering import Said, record_answers, record_link
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


def test_an_answer_is_in_the_study_and_moves_no_coding(opened: OpenStudy) -> None:
    before = load_study(opened)
    basis = hash_basis(before.codings)
    record_answers(opened, " siti ", "answer", [Said("K1:rivals", "Bantuan saja cukup.", basis=basis)], "2026-01-01")
    after = load_study(opened)
    (answer,) = find_answers(after.decisions, "answer")["K1:rivals"]
    assert (answer.who, answer.text, answer.basis) == ("siti", "Bantuan saja cukup.", basis)
    assert after.codings == before.codings


def test_a_person_cannot_take_back_an_answer_as_if_it_were_a_coding(opened: OpenStudy) -> None:
    record_answers(opened, "siti", "fill", [Said("case-ordered:INF-01:CG.DLG", "Sering.")], "2026-01-01")
    desk = open_desk(opened, "siti")
    with pytest.raises(QualcodeError):
        decide(desk, [Choice("undo")], "2026-01-02", "review")


@pytest.mark.parametrize("name", ["rules", " ", ""])
def test_whoever_answers_or_draws_is_a_person(opened: OpenStudy, name: str) -> None:
    one, other = load_study(opened).codings[:2]
    with pytest.raises(QualcodeError, match="coder"):
        record_link(opened, name, one.id, other.id, "2026-01-01")
    with pytest.raises(QualcodeError, match="coder"):
        record_answers(opened, name, "answer", [Said("K1:rivals", "So.")], "2026-01-01")


def test_a_link_follows_its_codings_when_they_change(opened: OpenStudy) -> None:
    one, other = load_study(opened).codings[:2]
    record_link(opened, "siti", one.id, other.id, "2026-01-01", "karena itu")
    decide(open_desk(opened, "siti"), [Choice("recode", one.id, code=other.code)], "2026-01-02", "review")
    study = load_study(opened)
    (link,) = find_drawn(study)
    assert link.cause != one.id
    assert {link.cause, link.effect} <= {coding.id for coding in study.codings if coding.status != "rejected"}
    record_link(opened, "siti", link.cause, link.effect, "2026-01-03", drawn=False)
    study = load_study(opened)
    assert find_drawn(study) == ()


def test_an_answer_needs_a_name(opened: OpenStudy) -> None:
    with pytest.raises(QualcodeError, match="needs a name"):
        record_answers(opened, "  ", "answer", [Said("K1:rivals", "ya")], "2026-01-01")
