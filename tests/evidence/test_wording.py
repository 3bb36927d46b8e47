"""Counts come with names."""

from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.wording import count_informants, find_interviewed, name_informant, name_layer, write_quote
from qualcode.model import Case
from tests.factories import CASES, code_words, make_codebook, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Harga {turun} 50% kata orang.", case="INF-01")


def test_informants_are_counted_with_their_sectors() -> None:
    assert count_informants(CASES[:3], 4, str) == "3 of 4 informants (private, public, association)"
    assert count_informants(CASES, 4, str) == "4 of 4 informants (private, public, association)"
    assert count_informants((), 4, str) == "0 of 4 informants"
    assert count_informants((Case("P7"),), 9, str) == "1 of 9 informants (P7)"


def test_an_informant_is_named_with_sector_and_remarks() -> None:
    assert name_informant(CASES[1], str) == "INF-01 (public)"
    assert name_informant(CASES[1], str, "no interview") == "INF-01 (public; no interview)"
    assert name_informant(Case("P7"), str, "") == "P7"


def test_a_case_without_words_in_any_transcript_was_not_interviewed() -> None:
    assert find_interviewed(make_study([TALK])) == {"INF-01"}


def test_a_quote_is_verbatim_with_its_source() -> None:
    coding = code_words(TALK, "Harga {turun} 50% kata orang.", "IM.ECO")
    [excerpt] = find_excerpts([coding], make_codebook())
    assert write_quote(excerpt, str, "", "prompted") == "“Harga {turun} 50% kata orang.” (N, turn 1; prompted)"


def test_layers_are_named_apart() -> None:
    suggested = code_words(TALK, "Harga", "IM.ECO")
    manual = code_words(TALK, "Harga", "IM.ECO", status="manual")
    assert name_layer([suggested], str) == "suggested"
    assert name_layer([manual], str) == "accepted"
    assert name_layer([manual, suggested], str) == "accepted and suggested"
