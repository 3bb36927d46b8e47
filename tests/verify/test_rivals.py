"""Rivals: what tells accounts apart comes first, and none wins by number."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Rival, Words
from qualcode.verify.rivals import PART, file_by_profile, tells_apart
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Mereka jujur. Dinas jalan sendiri.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Koordinasi bagus dan kami percaya. Kami curiga.", case="INF-03")
TALKS = [HEAD, CHAIR]

TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
HONEST = code_words(HEAD, "Mereka jujur.", "CG.TRU")
APART = code_words(HEAD, "Dinas jalan sendiri.", "OB.COO")
JOINED = code_words(CHAIR, "Koordinasi bagus dan kami percaya.", "OB.COO", "contrary")
JOINED_TRUST = code_words(CHAIR, "Koordinasi bagus dan kami percaya.", "CG.TRU")
ALL = [TRUST, HONEST, APART, JOINED, JOINED_TRUST]

COORDINATION = Rival(Words("", "They go alone."), ("OB.COO",))
HABIT = Rival(Words("", "It is habit."))


def test_the_passage_that_fits_one_and_speaks_against_the_other_comes_first() -> None:
    verdict = PART.test(gather_claim(TALKS, ALL, rivals=(COORDINATION, HABIT)))
    assert [row.label for row in verdict.computed.rows] == [
        "tells them apart",
        "silent on one of them",
        "silent on one of them",
    ]
    cells = read_cells(verdict)
    assert (cells["for-against", "claim"].lines, cells["for-against", "rival-1"].lines) == (("for",), ("against",))
    assert cells["for-against", "claim"].coding_ids == (JOINED_TRUST.id,)
    assert cells["for-against", "rival-1"].coding_ids == (JOINED.id,)
    assert cells["for-silent", "passages"].lines == ("2",)
    assert cells["silent-for", "passages"].coding_ids == (APART.id,)


def test_two_codings_on_one_sentence_are_one_passage_of_evidence() -> None:
    cells = read_cells(PART.test(gather_claim(TALKS, [JOINED, JOINED_TRUST], rivals=(COORDINATION,))))
    assert cells["for-against", "passages"].lines == ("1",)


def test_a_rival_on_the_claims_own_code_is_told_from_it() -> None:
    denial = Rival(Words("", "They do not."), ("CG.TRU",))
    verdict = PART.test(gather_claim(TALKS, [TRUST], codes=(("CG.TRU", "contrary"),), rivals=(denial,)))
    assert verdict.computed.rows[0].label == "tells them apart"
    assert any("no code that the claim has not" in line for line in verdict.to_decide)


def test_a_passage_that_speaks_for_two_rivals_is_one_passage() -> None:
    other = Rival(Words("", "Nobody leads."), ("OB.COO",))
    doubt = code_words(CHAIR, "Kami curiga.", "OB.COO")
    verdict = PART.test(gather_claim(TALKS, [*ALL, doubt], rivals=(COORDINATION, other)))
    assert verdict.brief.lines == ("2 for a rival",)
    assert verdict.brief.coding_ids == (APART.id, doubt.id)


def test_rivals_without_codes_are_left_to_reading_and_none_at_all_is_asked_for() -> None:
    only_habit = PART.test(gather_claim(TALKS, ALL, rivals=(HABIT,)))
    assert any("It is habit." in rule.value for rule in only_habit.computed.entry_rules)
    both = PART.test(gather_claim(TALKS, ALL, rivals=(HABIT, COORDINATION)))
    rules = {rule.label: rule.value for rule in both.computed.entry_rules}
    assert rules["Rivals without codes"] == "It is habit."
    assert any("by reading alone" in line for line in only_habit.to_decide)
    assert [column.key for column in only_habit.computed.columns] == ["claim", "passages", "quotes"]
    none = PART.test(gather_claim(TALKS, ALL))
    assert (none.brief.kind, none.to_decide) == ("missing", ("No rival explanation is named: add at least one.",))


def test_no_account_is_said_to_win() -> None:
    said = repr(PART.test(gather_claim(TALKS, ALL, rivals=(COORDINATION,)))).casefold()
    assert not any(word in said for word in ("winner", "best fit", "score", "%", "verified", "confirmed"))
    assert not any("total" in row.label for row in PART.test(gather_claim(TALKS, ALL)).computed.rows)


@given(st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)))
def test_every_coding_stands_under_exactly_one_profile(claim, rival) -> None:
    accounts = [(tuple(claim), ()), (tuple(rival), ())]
    filed = file_by_profile(accounts)
    assert sorted(coding.id for codings in filed.values() for coding in codings) == sorted(
        coding.id for coding in claim | rival
    )
    assert not any(map(tells_apart, filed))
