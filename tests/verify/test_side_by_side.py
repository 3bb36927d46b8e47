"""For, against, both, silent: what speaks for a claim beside what speaks against it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Words
from qualcode.verify.side_by_side import PART
from tests.factories import CASES, code_words, in_mode, make_claim, make_study, make_transcript

HEAD = make_transcript("a.txt", "N: Kami percaya. Mereka jujur. Koordinasi lemah.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami curiga. Semoga nanti percaya.", case="INF-03")
TALKS = (HEAD, CHAIR)

TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")
HOPE = code_words(CHAIR, "Semoga nanti percaya.", "CG.TRU", modality="wish")
WEAK = code_words(HEAD, "Koordinasi lemah.", "OB.COO")


def weigh(*codings, **claim):
    return PART.test(make_claim(**claim), make_study(TALKS, codings), str)


def test_the_planted_contrary_coding_is_found() -> None:
    verdict = weigh(TRUST, DOUBT, WEAK)
    assert (verdict.side, verdict.supporting, verdict.contrary) == ("both", (TRUST.id,), (DOUBT.id,))
    assert (verdict.cases_for, verdict.cases_against) == (("INF-01",), ("INF-03",))


def test_one_side_and_none() -> None:
    assert weigh(TRUST).side == "for"
    assert weigh(DOUBT).side == "against"
    assert weigh(WEAK).side == "silent"


def test_expecting_the_contrary_turns_the_sides() -> None:
    turned = {"codes": (("CG.TRU", "contrary"),)}
    assert weigh(TRUST, DOUBT, **turned).supporting == (DOUBT.id,)
    assert weigh(WEAK, codes=(("OB.COO", "contrary"),)).side == "against"


def test_a_sub_codes_coding_bears_on_a_claim_about_the_code_but_not_the_other_way() -> None:
    forum = code_words(HEAD, "Mereka jujur.", "CG.DLG.forum")
    whole = code_words(HEAD, "Mereka jujur.", "CG.DLG")
    assert weigh(forum, codes=(("CG.DLG", "supporting"),)).supporting == (forum.id,)
    assert weigh(whole, codes=(("CG.DLG.forum", "supporting"),)).side == "silent"
    finest = (("CG.DLG", "supporting"), ("CG.DLG.forum", "contrary"))
    assert weigh(forum, codes=finest).contrary == (forum.id,)


def test_wishes_are_on_neither_side() -> None:
    verdict = weigh(HOPE)
    assert (verdict.side, verdict.set_aside) == ("silent", (HOPE.id,))
    assert verdict.searched.endswith("set aside: 1")


def test_rejected_codings_do_not_count() -> None:
    assert weigh(replace(TRUST, status="rejected")).side == "silent"


def test_scope_limits_whose_words_count() -> None:
    verdict = weigh(TRUST, DOUBT, scope={"sector": "association"})
    assert (verdict.side, verdict.contrary) == ("against", (DOUBT.id,))
    assert verdict.missing_cases == ()
    kabupaten = weigh(TRUST, DOUBT, scope={"jurisdiction": "kabupaten"})
    assert (kabupaten.supporting, kabupaten.contrary) == ((TRUST.id,), ())
    assert kabupaten.missing_cases == ("INF-04",)


def test_silent_informants_are_told_from_those_without_interview() -> None:
    verdict = weigh(TRUST)
    assert verdict.silent_cases == ("INF-03",)
    assert verdict.missing_cases == ("INF-04", "INF-02")


def test_it_is_judged_only_when_people_decided_on_every_coding_counted() -> None:
    accepted = replace(TRUST, status="accepted")
    assert weigh(accepted).judged
    assert weigh(accepted, replace(DOUBT, status="manual")).judged
    assert not weigh(accepted, DOUBT).judged
    assert not weigh(TRUST).judged
    assert not weigh(WEAK).judged


def test_what_interviews_cannot_answer_is_not_looked_for() -> None:
    verdict = weigh(TRUST, DOUBT, checkable="no", needs=Words("", "accounts"))
    assert (verdict.side, verdict.supporting, verdict.contrary) == ("not checkable", (), ())
    assert verdict.searched.startswith("not searched")


def test_what_was_looked_for_is_said() -> None:
    said = weigh(TRUST).searched
    assert said == (
        "searched CG.TRU (supporting: for, contrary: against) in the interviews of 2 of 4 informants (public, "
        "association); wishes and hypotheticals set aside: 0"
    )


@pytest.mark.parametrize("gone", ["INF-01", "INF-03"])
def test_without_an_informant_their_side_is_empty(gone: str) -> None:
    left = [coding for coding in (TRUST, DOUBT) if coding.case != gone]
    whole = weigh(TRUST, DOUBT)
    less = PART.test(make_claim(), make_study([t for t in TALKS if t.turns[0].case != gone], left), str)
    assert whole.side == "both"
    assert less.side == ("against" if gone == "INF-01" else "for")
    assert gone in less.missing_cases


@given(st.lists(st.sampled_from([TRUST, DOUBT, HOPE, WEAK]), unique=True))
def test_turning_the_expectation_swaps_the_sides(codings: list) -> None:
    straight, turned = weigh(*codings), weigh(*codings, codes=(("CG.TRU", "contrary"),))
    assert (straight.supporting, straight.contrary) == (turned.contrary, turned.supporting)
    assert {*straight.cases_for, *straight.cases_against, *straight.silent_cases, *straight.missing_cases} == {
        case.id for case in CASES
    }


def test_a_claim_meets_a_sub_code_where_the_mode_counts_it_and_where_it_names_it() -> None:
    access = code_words(HEAD, "Mereka jujur.", "CG.DLG.access")
    study = in_mode(make_study(TALKS, [access]), CG__DLG__access="CG.TRU")

    def weigh_in_mode(code: str) -> str:
        return PART.test(make_claim(codes=((code, "supporting"),)), study, str).side

    sides = {code: weigh_in_mode(code) for code in ("CG.TRU", "CG.DLG", "CG.DLG.access")}
    assert sides == {"CG.TRU": "for", "CG.DLG": "silent", "CG.DLG.access": "for"}
