"""Drawn links among the codings that count, and those that count nowhere."""

from dataclasses import replace

import pytest

from qualcode.evidence.drawn import find_idle, link_drawn
from qualcode.model import Coding, Decision, Study
from tests.display.linked_talk import OFFICE, SHOP, linked_study
from tests.factories import code_words

TRUST = code_words(OFFICE, "Kami saling percaya.", "CG.TRU")
MARKET = code_words(SHOP, "Sepi soale hujan.", "IM.ECO", "contrary")


def draw(study: Study, cause: Coding, effect: Coding, who: str = "siti", why: str = "") -> Study:
    decision = Decision("link", who, "2026-01-31", "command", "suggestions", on=cause.id, to_on=effect.id, comment=why)
    return replace(study, decisions=(*study.decisions, decision))


def test_a_link_joins_two_codings_that_count_also_of_two_informants() -> None:
    study = draw(linked_study(), TRUST, MARKET, why="tanpa percaya")
    (link,) = link_drawn(study, study.codings)
    assert (link.first, link.second, link.kind) == (TRUST, MARKET, "drawn")
    assert (link.who, link.why) == ("siti", "tanpa percaya")
    assert {link.first.case, link.second.case} == {"INF-01", "INF-02"}
    assert link_drawn(study, [TRUST]) == ()
    assert list(find_idle(study)) == []


def change(study: Study, coding: Coding, **values: object) -> Study:
    codings = tuple(replace(each, **values) if each == coding else each for each in study.codings)
    return replace(study, codings=codings)


@pytest.mark.parametrize(
    ("values", "why"),
    [({"status": "rejected"}, "rejected"), ({"code": "XX.OLD"}, "unknown"), ({"code": "IM.ECO"}, "same code")],
    ids=str,
)
def test_a_link_that_counts_nowhere_says_why(values: dict, why: str) -> None:
    study = change(draw(linked_study(), TRUST, MARKET), TRUST, **values)
    assert [reason for _, _, reason in find_idle(study)] == [why]


def test_a_coding_that_is_gone_or_gave_way_takes_its_links_out() -> None:
    study = draw(linked_study(), TRUST, MARKET)
    gone = replace(study, codings=tuple(coding for coding in study.codings if coding != TRUST))
    assert [(id_, reason) for _, id_, reason in find_idle(gone)] == [(TRUST.id, "gone")]
    assert link_drawn(gone, gone.codings) == ()
    by_hand = code_words(OFFICE, "saling percaya", "CG.TRU", status="manual", coder="ana")
    gave_way = replace(study, codings=(*study.codings, by_hand))
    assert [(id_, reason) for _, id_, reason in find_idle(gave_way)] == [(TRUST.id, "superseded")]
