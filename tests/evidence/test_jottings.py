"""What people noted on codings stands beside their quotes."""

from dataclasses import replace

from qualcode.evidence.applying import Memo, apply_decisions
from qualcode.evidence.jottings import find_jottings, write_jotting
from qualcode.model import Decision, Study
from tests.evidence.test_applying import INTERVIEW, MACHINE, TALK, TRUST, Hand
from tests.factories import make_study


def decide(*decisions: Decision) -> Study:
    decided = apply_decisions(MACHINE, decisions)
    study = make_study((INTERVIEW,), decided.codings)
    return replace(study, decisions=decisions, former_ids=decided.names, roots=decided.roots)


def test_jottings_of_several_people_stand_by_their_coding_the_oldest_first() -> None:
    siti, budi = Hand("siti"), Hand("budi")
    study = decide(siti("comment", TALK, comment="why?"), budi("accept", TALK, comment="sure"), siti("accept", TRUST))
    assert [memo.text for memo in find_jottings(study)[TALK.id]] == ["why?", "sure"]
    assert set(find_jottings(study)) == {TALK.id}


def test_a_jotting_goes_along_with_a_coding_that_is_edited() -> None:
    siti = Hand("siti")
    study = decide(siti("comment", TALK, comment="why?"), siti("recode", TALK, to_code="CG.TRU", comment="trust"))
    edited = next(coding for coding in study.codings if coding.status == "edited")
    assert [memo.text for memo in find_jottings(study)[edited.id]] == ["why?", "trust"]


def test_what_was_taken_back_or_is_on_no_coding_stands_nowhere() -> None:
    siti = Hand("siti")
    noted = siti("comment", TALK, comment="why?")
    answer = Decision("fill", "siti", "2026-01-01", "sheet", "suggestions", on="effects:a:b", comment="words")
    assert find_jottings(decide(noted, siti("undo", on=noted.hash), answer)) == {}


def test_a_jotting_names_who_and_when() -> None:
    assert write_jotting(Memo("siti", "2026-01-31T08:00:00", "why?\nreally")) == "siti 2026-01-31: “why?\nreally”"
