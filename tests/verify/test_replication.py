"""Leaving an informant out makes exactly the claims fall that rest on that informant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.verify.material import gather
from qualcode.verify.replication import PART, find_carriers
from tests.factories import CASES, code_words, make_claim, make_study, make_transcript
from tests.verify.gathered import gather_claim, read_cells

WORDS = ("Kami percaya.", "Mereka jujur.", "Kami curiga.", "Rapatnya rutin.")
TALKS = {
    case: make_transcript(f"{name}.txt", "N: " + " ".join(WORDS), "P: Lalu?", "N: Nanti lagi.", "P: Ya.", case=case)
    for case, name in (("INF-01", "a"), ("INF-02", "b"), ("INF-03", "c"))
}


def trust(case: str, polarity: str = "supporting"):
    return code_words(TALKS[case], "Kami curiga." if polarity == "contrary" else "Kami percaya.", "CG.TRU", polarity)


def ids(cases) -> list[str]:
    return [case.id for case in cases]


def test_exactly_the_planted_claims_fall() -> None:
    codings = [
        trust("INF-01"),
        trust("INF-02"),
        code_words(TALKS["INF-03"], "Rapatnya rutin.", "CG.DLG"),
        code_words(TALKS["INF-01"], "Mereka jujur.", "OB.COO"),
        code_words(TALKS["INF-03"], "Mereka jujur.", "OB.COO", "contrary"),
    ]
    claims = tuple(
        make_claim(name, codes=((code, "supporting"),))
        for name, code in (("many", "CG.TRU"), ("one", "CG.DLG"), ("split", "OB.COO"), ("none", "IM.ECO"))
    )
    materials = gather(make_study(TALKS.values(), codings, claims=claims), str, "en")
    fallen = {material.claim.id: ids(find_carriers(material)) for material in materials}
    assert fallen == {"many": [], "one": ["INF-03"], "split": ["INF-01", "INF-03"], "none": []}
    briefs = [PART.test(material).brief.lines[0] for material in materials]
    assert briefs == ["same lean", "otherwise without INF-03", "otherwise without INF-01, INF-03", "silent"]


def test_many_passages_of_one_informant_do_not_replicate_each_other() -> None:
    several = [code_words(TALKS["INF-02"], words, "CG.TRU") for words in WORDS]
    assert ids(find_carriers(gather_claim(TALKS.values(), several))) == ["INF-02"]


def test_the_halves_of_the_interviews_part_by_turns() -> None:
    late = code_words(TALKS["INF-01"], "Nanti lagi.", "CG.TRU")
    cells = read_cells(PART.test(gather_claim(TALKS.values(), [trust("INF-01"), late])))
    assert cells["interviews-1", "for"].coding_ids == (trust("INF-01").id,)
    assert cells["interviews-2", "for"].coding_ids == (late.id,)


def test_a_half_that_leans_otherwise_says_so() -> None:
    verdict = PART.test(gather_claim(TALKS.values(), [trust("INF-01"), trust("INF-03", "contrary")]))
    details = {row.key: row.detail for row in verdict.computed.rows}
    assert details["informants-1"] == details["informants-2"] == "leans otherwise than all evidence"
    assert details["interviews-1"] == ""


@pytest.mark.parametrize("order", [CASES, tuple(reversed(CASES))])
def test_who_carries_a_claim_does_not_hang_on_the_order_of_the_cases(order) -> None:
    material = gather_claim(TALKS.values(), [trust("INF-01"), trust("INF-02", "contrary")], order)
    assert set(ids(find_carriers(material))) == {"INF-01", "INF-02"}


@given(st.lists(st.sampled_from(["INF-01", "INF-02", "INF-03"]), unique=True))
def test_a_one_sided_claim_falls_only_where_one_informant_speaks(speakers: list[str]) -> None:
    material = gather_claim(TALKS.values(), [trust(case) for case in speakers])
    assert ids(find_carriers(material)) == (speakers if len(speakers) == 1 else [])
