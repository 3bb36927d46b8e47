"""People inside the study: what each of them coded blind, on the passages that they read."""

from dataclasses import replace
from typing import Any

import pytest

from qualcode.agreement.decided import gather_people
from qualcode.errors import QualcodeError
from qualcode.model import Decision, Passage, Study, make_coding_id
from tests.factories import code_words, make_study, make_transcript

INTERVIEW = make_transcript("a.txt", "P: Bagaimana?", "N: Kami duduk bareng. Kami saling percaya.", case="INF-01")
TALK = code_words(INTERVIEW, "Kami duduk bareng.", "CG.DLG")
TRUST = code_words(INTERVIEW, "Kami saling percaya.", "CG.TRU")


def decision(who: str, act: str, on: Any, seen: str = "blind") -> Decision:
    passage = Passage(on.span, on.quote, "", "", 2, "N", "INF-01", INTERVIEW.text_sha256)
    id_ = make_coding_id("a.txt", on.span, on.code, "supporting", "actual", who)
    made = Decision("code", who, "2026-01-01", "review", "blind", "a.txt", id_, who, passage, on.code)
    return replace(made, act=act, seen=seen, hash=f"{who}{act}")  # type: ignore[arg-type]


def study(*decisions: Decision) -> Study:
    return replace(make_study([INTERVIEW], [TALK, TRUST]), decisions=decisions)


def test_each_person_holds_what_that_person_coded_blind() -> None:
    people = gather_people(
        study(decision("siti", "code", TALK), decision("budi", "nothing", TRUST), decision("budi", "code", TALK))
    )
    assert [(coding.coder, coding.code) for coding in people.codings] == [("budi", "CG.DLG"), ("siti", "CG.DLG")]
    assert people.read == dict.fromkeys(("budi", "siti"), frozenset({"a.txt"}))
    assert set(people.passages["budi", "a.txt"]) == {TALK.span, TRUST.span}
    assert people.passages["siti", "a.txt"] == (TALK.span,)
    assert (people.suggestions, people.rejected, people.accepted) == (0, 0, 0)


def test_who_saw_the_suggestions_is_no_independent_reader() -> None:
    with pytest.raises(QualcodeError, match="blind"):
        gather_people(study(decision("siti", "code", TALK, "suggestions")))


@pytest.mark.parametrize("seen", ["blind", "suggestions"])
def test_what_is_taken_back_in_sight_of_suggestions_stays_as_it_was_coded_and_is_told(seen: str) -> None:
    kept, coded = decision("siti", "code", TRUST), replace(decision("siti", "code", TALK), hash="first")
    undo = Decision("undo", "siti", "2026-01-02", "review", seen, "a.txt", on=coded.hash)  # type: ignore[arg-type]
    recode = replace(undo, act="recode", seen="suggestions", who="budi", on=kept.on)  # on another person's coding
    people = gather_people(study(kept, coded, undo, recode))
    blind = seen == "blind"
    assert [coding.code for coding in people.codings] == (["CG.TRU"] if blind else ["CG.DLG", "CG.TRU"])
    assert people.changed == (0 if blind else 1)


def test_who_took_everything_back_has_read_nothing() -> None:
    coded = decision("siti", "code", TALK)
    undo = Decision("undo", "siti", "2026-01-02", "review", "blind", "a.txt", on=coded.hash)
    with pytest.raises(QualcodeError, match="blind"):
        gather_people(study(coded, undo))
