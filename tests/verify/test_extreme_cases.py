"""Extreme cases: the ends of a claim, whoever talks most."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.verify.extreme_cases import PART, order_by_balance
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

WORDS = ("Kami percaya.", "Mereka jujur.", "Selalu terbuka.", "Kami curiga.")
TALKS = {
    case: make_transcript(f"{name}.txt", "N: " + " ".join(WORDS), case=case)
    for case, name in (("INF-01", "a"), ("INF-02", "b"), ("INF-03", "c"))
}


def trust(case: str, words: str, polarity: str = "supporting"):
    return code_words(TALKS[case], words, "CG.TRU", polarity)


DOUBT = trust("INF-03", "Kami curiga.", "contrary")
MIXED = [trust("INF-02", "Kami percaya."), trust("INF-02", "Kami curiga.", "contrary")]
GLAD = trust("INF-01", "Kami percaya.")
TALKATIVE = [trust("INF-02", "Kami percaya."), trust("INF-02", "Mereka jujur."), trust("INF-02", "Selalu terbuka.")]


def ids(codings) -> list[str]:
    return [case.id for case, _ in order_by_balance(gather_claim(TALKS.values(), codings))]


def test_informants_stand_from_most_against_to_most_for() -> None:
    assert ids([GLAD, *MIXED, DOUBT]) == ["INF-03", "INF-02", "INF-01"]
    verdict = PART.test(gather_claim(TALKS.values(), [GLAD, *MIXED, DOUBT]))
    assert verdict.brief.lines == ("INF-03 and INF-01",)
    assert set(verdict.brief.coding_ids) == {DOUBT.id, GLAD.id}
    details = [row.detail for row in verdict.computed.rows]
    assert details == ["-1.00, the end against", "+0.00", "+1.00, the end for"]


def test_the_talkative_are_not_the_extreme_for_that() -> None:
    mostly_glad = [*TALKATIVE, trust("INF-02", "Kami curiga.", "contrary")]
    assert ids([*mostly_glad, GLAD, DOUBT])[-1] == "INF-01"


def test_where_all_are_alike_there_are_no_ends() -> None:
    verdict = PART.test(gather_claim(TALKS.values(), [GLAD, trust("INF-02", "Kami percaya.")]))
    assert verdict.brief.lines == ("no ends",)
    assert "who would stand at the other end" in verdict.to_decide[0]


def test_the_silent_are_named_and_stand_at_no_end() -> None:
    verdict = PART.test(gather_claim(TALKS.values(), [GLAD, DOUBT]))
    assert [row.key for row in verdict.computed.rows] == ["INF-03", "INF-01"]
    assert verdict.computed.entry_rules[1].value == "INF-02"


def test_both_ends_are_quoted_and_described() -> None:
    cells = read_cells(PART.test(gather_claim(TALKS.values(), [GLAD, DOUBT])))
    assert cells["INF-03", "against-quotes"].coding_ids == (DOUBT.id,)
    assert cells["INF-03", "for-quotes"].lines == ("searched, none found",)
    assert cells["INF-01", "known"].lines == ("role: Kepala bidang", "organisation: Dinas", "jurisdiction: kabupaten")


@given(st.sets(st.sampled_from([GLAD, DOUBT, *MIXED, *TALKATIVE])))
def test_a_balance_is_between_minus_one_and_one(codings) -> None:
    assert all(-1 <= balance <= 1 for _, balance in order_by_balance(gather_claim(TALKS.values(), codings)))
