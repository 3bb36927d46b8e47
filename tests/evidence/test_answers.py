"""Answers and drawn links as they stand: the last of each person counts, an empty one takes it back."""

from dataclasses import replace

from qualcode.evidence.answers import find_answers, find_drawn, hash_basis
from qualcode.model import Decision
from tests.evidence.test_applying import INTERVIEW, TALK, TRUST
from tests.factories import make_study


def say(who: str, when: str, text: str, on: str = "K1:rivals", label: str = "") -> Decision:
    return Decision("answer", who, when, "command", "suggestions", on=on, comment=text, label=label)


def draw(who: str, when: str, cause: str, effect: str, label: str = "") -> Decision:
    return Decision("link", who, when, "command", "suggestions", on=cause, to_on=effect, comment="why", label=label)


def test_the_last_answer_of_each_person_counts() -> None:
    found = find_answers((say("siti", "1", "yes"), say("budi", "2", "no"), say("siti", "3", "well")), "answer")
    assert [(answer.who, answer.text) for answer in found["K1:rivals"]] == [("budi", "no"), ("siti", "well")]


def test_an_empty_answer_takes_back_only_its_own() -> None:
    found = find_answers((say("siti", "1", "yes"), say("budi", "2", "no"), say("siti", "3", " ")), "answer")
    assert [answer.who for answer in found["K1:rivals"]] == ["budi"]


def test_a_status_without_words_stands() -> None:
    judged = replace(say("siti", "1", "", "K1", "mixed"), act="judge")
    assert find_answers((judged,), "judge")["K1"][0].label == "mixed"
    assert find_answers((judged,), "answer") == {}


def test_links_are_known_by_the_present_ids_of_their_codings() -> None:
    def find(*decisions: Decision) -> list[tuple[str, str, str]]:
        study = replace(make_study((INTERVIEW,), (TALK,)), decisions=decisions, former_ids={"old": "new"})
        return [(link.who, link.cause, link.effect) for link in find_drawn(study)]

    assert find(draw("siti", "1", "old", TALK.id)) == [("siti", "new", TALK.id)]
    taken_away = (draw("siti", "1", "old", "b"), draw("siti", "2", "new", "b", "none"))
    assert find(*taken_away) == []
    assert find(*taken_away, draw("budi", "1", "new", "b")) == [("budi", "new", "b")]


def test_a_basis_changes_with_what_people_decide_and_not_with_the_order() -> None:
    one, other = TALK, TRUST
    assert hash_basis((one, other)) == hash_basis((other, one))
    assert hash_basis((one, other)) != hash_basis((one,))
    assert hash_basis((one,)) != hash_basis((replace(one, status="accepted"),))
