"""Outliers: a minority of one, and whoever speaks of other things than the rest."""

import pytest

from qualcode.verify.outliers import PART, find_minority
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

WORDS = "N: Kami percaya. Kami curiga. Rutin rapat. Koordinasi lemah."
TALKS = {
    case: make_transcript(f"{name}.txt", WORDS, case=case)
    for case, name in (("INF-01", "a"), ("INF-02", "b"), ("INF-03", "c"), ("INF-04", "d"))
}
PLACES = {("CG.TRU", "supporting"): "Kami percaya.", ("CG.TRU", "contrary"): "Kami curiga."}


def trust(case: str, polarity: str = "supporting"):
    return code_words(TALKS[case], PLACES["CG.TRU", polarity], "CG.TRU", polarity)


def minority(*codings) -> str:
    found = find_minority(gather_claim(TALKS.values(), codings))
    return found.id if found else ""


def test_the_one_who_leans_otherwise_than_two_others_is_found() -> None:
    assert minority(trust("INF-01"), trust("INF-02"), trust("INF-03", "contrary")) == "INF-03"
    assert minority(trust("INF-01"), trust("INF-02"), trust("INF-03"), trust("INF-03", "contrary")) == "INF-03"


@pytest.mark.parametrize(
    "codings",
    [
        [trust("INF-01"), trust("INF-02", "contrary")],
        [trust("INF-01"), trust("INF-02"), trust("INF-03")],
        [trust("INF-01"), trust("INF-02"), trust("INF-03", "contrary"), trust("INF-04", "contrary")],
        [trust("INF-01"), trust("INF-02", "contrary"), trust("INF-03", "contrary"), trust("INF-03")],
        [],
    ],
)
def test_a_split_or_a_pair_has_no_minority_of_one(codings) -> None:
    assert minority(*codings) == ""


def test_silence_is_no_minority() -> None:
    assert minority(trust("INF-01"), trust("INF-02")) == ""


def test_who_speaks_of_other_things_comes_first_with_what_is_theirs_alone() -> None:
    odd = code_words(TALKS["INF-04"], "Koordinasi lemah.", "OB.COO")
    verdict = PART.test(gather_claim(TALKS.values(), [trust("INF-01"), trust("INF-02"), trust("INF-03"), odd]))
    assert verdict.computed.rows[0].key == "INF-04"
    cells = read_cells(verdict)
    assert (cells["INF-04", "distance"].lines, cells["INF-04", "own"].lines) == (("1.00",), ("OB.COO",))
    assert cells["INF-04", "own"].coding_ids == (odd.id,)
    assert cells["INF-01", "distance"].lines == ("0.33",)


def test_of_two_informants_none_is_the_exception() -> None:
    two = [TALKS["INF-01"], TALKS["INF-02"]]
    verdict = PART.test(gather_claim(two, [trust("INF-01"), trust("INF-02", "contrary")]))
    assert verdict.brief.kind == "missing"
    assert "fewer than three" in verdict.to_decide[0]
