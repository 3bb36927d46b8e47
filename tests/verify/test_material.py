"""For, against, both, silent: what bears on a claim, and who says nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Words
from qualcode.verify.drawing import describe_search
from qualcode.verify.material import Material, gather
from tests.factories import code_words, in_mode, make_claim, make_study, make_transcript

HEAD = make_transcript("a.txt", "N: Kami percaya. Mereka jujur. Koordinasi lemah.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami curiga. Semoga nanti percaya.", case="INF-03")
TALKS = (HEAD, CHAIR)

TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")
HOPE = code_words(CHAIR, "Semoga nanti percaya.", "CG.TRU", modality="wish")
WEAK = code_words(HEAD, "Koordinasi lemah.", "OB.COO")


def weigh(*codings, **claim):
    return gather_one(make_study(TALKS, codings, claims=(make_claim(**claim),)))


def gather_one(study) -> Material:
    [material] = gather(study, str, "en")
    return material


def cases(codings) -> set[str]:
    return {coding.case for coding in codings}


def missing(material: Material) -> list[str]:
    return [case.id for case in material.missing]


def test_the_planted_contrary_coding_is_found() -> None:
    found = weigh(TRUST, DOUBT, WEAK)
    assert (found.side, found.supporting, found.contrary) == ("both", (TRUST,), (DOUBT,))


def test_one_side_and_none() -> None:
    assert weigh(TRUST).side == "for"
    assert weigh(DOUBT).side == "against"
    assert weigh(WEAK).side == "silent"


def test_expecting_the_contrary_turns_the_sides() -> None:
    turned = {"codes": (("CG.TRU", "contrary"),)}
    assert weigh(TRUST, DOUBT, **turned).supporting == (DOUBT,)
    assert weigh(WEAK, codes=(("OB.COO", "contrary"),)).side == "against"


def test_a_sub_codes_coding_bears_on_a_claim_about_the_code_but_not_the_other_way() -> None:
    forum = code_words(HEAD, "Mereka jujur.", "CG.DLG.forum")
    whole = code_words(HEAD, "Mereka jujur.", "CG.DLG")
    assert weigh(forum, codes=(("CG.DLG", "supporting"),)).supporting == (forum,)
    assert weigh(whole, codes=(("CG.DLG.forum", "supporting"),)).side == "silent"
    finest = (("CG.DLG", "supporting"), ("CG.DLG.forum", "contrary"))
    assert weigh(forum, codes=finest).contrary == (forum,)


def test_wishes_are_on_neither_side() -> None:
    found = weigh(HOPE)
    assert (found.side, found.set_aside) == ("silent", (HOPE,))
    assert describe_search(found).endswith("set aside: 1")


def test_rejected_codings_do_not_count() -> None:
    assert weigh(replace(TRUST, status="rejected")).side == "silent"


def test_scope_limits_whose_words_count() -> None:
    found = weigh(TRUST, DOUBT, scope={"sector": "association"})
    assert (found.side, found.contrary) == ("against", (DOUBT,))
    assert missing(found) == []
    kabupaten = weigh(TRUST, DOUBT, scope={"jurisdiction": "kabupaten"})
    assert (kabupaten.supporting, kabupaten.contrary) == ((TRUST,), ())
    assert missing(kabupaten) == ["INF-04"]


def test_silent_informants_are_told_from_those_without_interview() -> None:
    found = weigh(TRUST)
    assert [case.id for case in found.asked if case.id not in cases(found.bearing)] == ["INF-03"]
    assert missing(found) == ["INF-04", "INF-02"]


def test_what_interviews_cannot_answer_is_not_looked_for() -> None:
    found = weigh(TRUST, DOUBT, checkable="no", needs=Words("", "accounts"))
    assert (found.side, found.supporting, found.contrary) == ("not checkable", (), ())
    assert describe_search(found).startswith("not searched")


def test_what_was_looked_for_is_said() -> None:
    said = describe_search(weigh(TRUST))
    assert said == (
        "searched CG.TRU (supporting: for, contrary: against) in the interviews of 2 of 4 informants (public, "
        "association); wishes and hypotheticals set aside: 0"
    )


@pytest.mark.parametrize("gone", ["INF-01", "INF-03"])
def test_without_an_informant_their_side_is_empty(gone: str) -> None:
    left = [coding for coding in (TRUST, DOUBT) if coding.case != gone]
    whole = weigh(TRUST, DOUBT)
    less = gather_one(make_study([t for t in TALKS if t.turns[0].case != gone], left, claims=(make_claim(),)))
    assert whole.side == "both"
    assert less.side == ("against" if gone == "INF-01" else "for")
    assert gone in missing(less)


@given(st.lists(st.sampled_from([TRUST, DOUBT, HOPE, WEAK]), unique=True))
def test_turning_the_expectation_swaps_the_sides(codings: list) -> None:
    straight, turned = weigh(*codings), weigh(*codings, codes=(("CG.TRU", "contrary"),))
    assert (straight.supporting, straight.contrary) == (turned.contrary, turned.supporting)
    assert straight.split(straight.bearing) == (straight.supporting, straight.contrary)


def test_a_claim_meets_a_sub_code_where_the_mode_counts_it_and_where_it_names_it() -> None:
    access = code_words(HEAD, "Mereka jujur.", "CG.DLG.access")

    def weigh_in_mode(code: str) -> str:
        claims = (make_claim(codes=((code, "supporting"),)),)
        return gather_one(in_mode(make_study(TALKS, [access], claims=claims), CG__DLG__access="CG.TRU")).side

    sides = {code: weigh_in_mode(code) for code in ("CG.TRU", "CG.DLG", "CG.DLG.access")}
    assert sides == {"CG.TRU": "for", "CG.DLG": "silent", "CG.DLG.access": "for"}


def test_where_a_claim_names_a_code_and_a_sub_code_of_it_the_sub_code_says() -> None:
    """Also where the mode files a sub-code under a code with a longer id."""
    forum = code_words(HEAD, "Mereka jujur.", "CG.DLG.forum")
    both = weigh(forum, codes=(("CG.DLG", "supporting"), ("CG.DLG.forum", "contrary")))
    assert both.contrary == (forum,)
    moved = in_mode(make_study(TALKS, (forum,)), CG__DLG__forum="CG.TRUST.AMONG.ALL")
    trust = next(code for code in moved.codebook.codes if code.id == "CG.TRU")
    codes = (*moved.codebook.codes, replace(trust, id="CG.TRUST.AMONG.ALL"))
    claim = make_claim(codes=(("CG.TRUST.AMONG.ALL", "supporting"), ("CG.DLG.forum", "contrary")))
    study = replace(moved, codebook=replace(moved.codebook, codes=codes), claims=(claim,))
    assert gather_one(study).contrary == (forum,)
