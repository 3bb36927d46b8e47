"""If-then tests: counter-instances first, and silence told from denial."""

import pytest

from qualcode.model.claim import IfThen, Sign
from qualcode.verify.if_then import PART
from qualcode.verify.two_by_two import cross, list_tests
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Rutin rapat.", "P: Lalu?", "N: Masih percaya.", case="INF-01")
STAFF = make_transcript("b.txt", "N: Kami percaya. Tidak pernah rapat.", case="INF-02")
CHAIR = make_transcript("c.txt", "N: Kami rapat. Lalu pulang.", case="INF-03")
OWNER = make_transcript("d.txt", "N: Kami percaya.", case="INF-04")
TALKS = [HEAD, STAFF, CHAIR, OWNER]

CODINGS = [
    code_words(HEAD, "Kami percaya.", "CG.TRU"),
    code_words(HEAD, "Rutin rapat.", "CG.DLG.forum"),
    code_words(HEAD, "Masih percaya.", "CG.TRU"),
    code_words(STAFF, "Kami percaya.", "CG.TRU"),
    code_words(STAFF, "Tidak pernah rapat.", "CG.DLG", "contrary"),
    code_words(CHAIR, "Kami rapat.", "CG.DLG"),
    code_words(OWNER, "Kami percaya.", "CG.TRU"),
]
TRUST, DIALOGUE = Sign("CG.TRU", "CG.TRU"), Sign("CG.DLG", "CG.DLG")


def fields(when: Sign, then: Sign, within: str = "informant") -> list[list[str]]:
    material = gather_claim(TALKS, CODINGS)
    square = cross(IfThen(when, then, within), material)
    return [
        [f"{place.case.id}{f':{place.turn}' if place.turn else ''}" for place in places]
        for places in (square.counter, square.both, square.second, square.neither)
    ]


def test_every_informant_has_one_field_of_the_four() -> None:
    assert fields(TRUST, DIALOGUE) == [["INF-04", "INF-02"], ["INF-01"], ["INF-03"], []]


@pytest.mark.parametrize(
    ("then", "counter"),
    [
        (Sign("not CG.DLG", "CG.DLG", absent=True), ["INF-01"]),
        (Sign("CG.DLG contrary", "CG.DLG", "contrary"), ["INF-04", "INF-01"]),
        (Sign("sector=public", attribute="sector", value="public"), ["INF-04"]),
        (Sign("not sector=public", attribute="sector", value="public", absent=True), ["INF-01", "INF-02"]),
        (Sign("CG.DLG.access", "CG.DLG.access"), ["INF-04", "INF-01", "INF-02"]),
    ],
)
def test_signs_are_codes_polarities_attributes_and_their_absence(then: Sign, counter: list[str]) -> None:
    assert fields(TRUST, then)[0] == counter


def test_within_a_turn_what_stands_in_another_turn_does_not_count() -> None:
    assert fields(TRUST, DIALOGUE, "turn") == [["INF-04:1", "INF-01:3", "INF-02:1"], ["INF-01:1"], ["INF-03:1"], []]


def test_counter_instances_come_first_with_silence_told_from_denial() -> None:
    verdict = PART.test(gather_claim(TALKS, CODINGS, if_then=(IfThen(TRUST, DIALOGUE),)))
    assert [row.key for row in verdict.computed.rows] == ["1-counter", "1-both", "1-second", "1-neither"]
    cells = read_cells(verdict)
    assert cells["1-counter", "who"].lines == ("INF-04 (private; silent on CG.DLG)", "INF-02 (public)")
    assert CODINGS[4].id in cells["1-counter", "who"].coding_ids
    assert cells["1-neither", "who"].lines == ("nobody",)
    assert verdict.brief.lines == ("2 counter-instances",)


def test_a_relation_is_tested_within_informants_and_within_turns() -> None:
    tests = list_tests(gather_claim(TALKS, CODINGS, relation=("CG.TRU", "CG.DLG")))
    assert tests == (IfThen(TRUST, DIALOGUE), IfThen(TRUST, DIALOGUE, "turn"))


def test_without_a_test_it_asks_for_one() -> None:
    verdict = PART.test(gather_claim(TALKS, CODINGS))
    assert (verdict.brief.lines, verdict.brief.kind, verdict.computed.rows) == (("no test written",), "missing", ())
    assert "what else should be seen" in verdict.to_decide[0]
