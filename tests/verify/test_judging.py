"""How a claim stands: a person's word, and what is missing before "supported" may be said."""

from dataclasses import replace

import pytest

from qualcode.model import Decision, Rival, Words
from qualcode.registry import find_parts
from qualcode.verify.answering import find_basis
from qualcode.verify.judging import (
    count_judged,
    describe_judging,
    find_judged_basis,
    find_judging,
    list_lacking,
    tell_judged,
)
from qualcode.verify.material import gather
from tests.factories import code_words, make_claim, make_study, make_transcript

HEAD = make_transcript("a.txt", "N: Kami percaya. Kami curiga. Mereka tidak jujur.", case="INF-01")
TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
DOUBT = code_words(HEAD, "Kami curiga.", "CG.TRU", "contrary")
LIES = code_words(HEAD, "Mereka tidak jujur.", "CG.TRU", "contrary")
READ = replace(DOUBT, status="accepted", decided_by=("siti",))


def say(act, on: str, text: str = "", label: str = "", who: str = "siti", basis: str = "", when: str = "2026-01-31"):
    return Decision(act, who, when, "command", "suggestions", on=on, comment=text, label=label, basis=basis)


def make_material(codings, *decisions, **claim):
    study = replace(make_study([HEAD], codings, claims=(make_claim(**claim),)), decisions=decisions)
    return gather(study, str, "en")[0]


ON_RIVALS = say("answer", "C1:rivals", "They need each other, yes; but they lend without pay.")


@pytest.mark.parametrize(
    ("codings", "decisions", "author", "lacking"),
    [
        ([TRUST], (), "", ["no human author", "rivals"]),
        ([TRUST], (), "rules", ["no human author", "rivals"]),
        ([TRUST], (ON_RIVALS,), "", ["no human author"]),
        ([TRUST, DOUBT, LIES], (), "siti", ["rivals", "unread: 2"]),
        ([TRUST, READ, LIES], (ON_RIVALS,), "siti", ["unread: 1"]),
        ([TRUST, READ], (ON_RIVALS,), "siti", []),
        ([TRUST, replace(DOUBT, status="rejected")], (ON_RIVALS,), "siti", []),
        ([TRUST], (ON_RIVALS, say("answer", "C1:rivals")), "siti", ["rivals"]),
        ([TRUST], (say("answer", "C1:outliers", "x"), say("answer", "C2:rivals", "x")), "siti", ["rivals"]),
    ],
)
def test_what_is_missing_before_a_claim_may_be_called_supported(codings, decisions, author, lacking) -> None:
    found = [what for what, _ in list_lacking(make_material(codings, *decisions, author=author), "study")]
    assert len(found) == len(lacking)
    assert all(word in what for word, what in zip(lacking, found, strict=True))


def test_two_codings_on_the_same_words_are_one_unread_passage() -> None:
    twin = replace(code_words(HEAD, "Kami curiga.", "CG.DLG", "contrary"))
    codes = (("CG.TRU", "supporting"), ("CG.DLG", "supporting"))
    assert find_judging(make_material([DOUBT, twin], codes=codes)).unread == 1


def test_tests_run_are_those_that_somebody_answered_each_once() -> None:
    decisions = (ON_RIVALS, say("answer", "C1:rivals", "no", who="budi"), say("answer", "C1:outliers", "nobody"))
    judging = find_judging(make_material([TRUST], *decisions))
    assert (judging.answered, judging.tactics) == (2, 13)
    assert describe_judging(judging, str) == ("not yet judged", "tests run: 2 of 13")


def test_every_persons_judgement_is_told_and_what_has_changed_since() -> None:
    before = make_material([TRUST, DOUBT])
    basis = find_judged_basis(before)
    siti = say("judge", "C1", "Both sides.", "mixed", basis=basis)
    budi = say("judge", "C1", "Only doubt.", "contradicted", who="budi", basis=basis, when="2026-02-01")
    lines = describe_judging(find_judging(make_material([TRUST, DOUBT], siti, budi)), str)
    assert lines[:2] == ("mixed (siti, 2026-01-31): Both sides.", "contradicted (budi, 2026-02-01): Only doubt.")
    assert lines[2:] == ("tests run: 0 of 13", "contrary passages unread: 1")
    after = make_material([TRUST, READ], siti)
    assert describe_judging(find_judging(after), str)[0].endswith("[changed since: the codings]")


def test_claims_are_counted_by_what_people_judged_them_to_be() -> None:
    decisions = (
        say("judge", "C1", "yes", "supported"),
        say("judge", "C1", "no", "mixed", who="budi"),
        say("judge", "C2", "yes", "supported"),
        say("judge", "C2"),
    )
    claims = (make_claim("C1"), make_claim("C2"), make_claim("C3"))
    study = replace(make_study([HEAD], [TRUST], claims=claims), decisions=decisions)
    counted = count_judged(study, str)
    assert counted.startswith("Claims: 3. Judged by people: supported 1, mixed 1. Not yet judged: 2.")
    assert counted.endswith("People judge differently on: 1.")
    assert set(tell_judged(study, str, "en")) == {"C1"}


def test_an_answer_about_other_rivals_than_those_of_now_weighs_none() -> None:
    aid, fear = (Rival(Words(en=text), ("OB.RES",)) for text in ("It was the aid.", "It was fear."))
    then = make_material([TRUST], author="siti", rivals=(aid,))
    tactic = find_parts("verify")["rivals"].load()
    given = replace(ON_RIVALS, basis=find_basis(tactic.test(then), then))
    assert not list_lacking(make_material([TRUST], given, author="siti", rivals=(aid,)), "study")
    found = list_lacking(make_material([TRUST], given, author="siti", rivals=(aid, fear)), "study")
    assert ["rivals as they are now" in what for what, _ in found] == [True]
