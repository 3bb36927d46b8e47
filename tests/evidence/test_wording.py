"""Counts come with names."""

from dataclasses import replace

from qualcode.codebook.modes import set_mode
from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.wording import (
    count_informants,
    count_speakers,
    find_interviewed,
    list_unheard,
    name_code,
    name_informant,
    name_layer,
    name_subcodes,
    write_quote,
)
from qualcode.model import Case, Mode, Words
from tests.factories import CASES, code_words, make_codebook, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Harga {turun} 50% kata orang.", case="INF-01")


def test_informants_are_counted_with_their_sectors() -> None:
    assert count_informants(CASES[:3], 4, str) == "3 of 4 informants (private, public, association)"
    assert count_informants(CASES, 4, str) == "4 of 4 informants (private, public, association)"
    assert count_informants((), 4, str) == "0 of 4 informants"
    assert count_informants((Case("P7"),), 9, str) == "1 of 9 informants (P7)"


def test_speakers_are_counted_out_of_those_interviewed() -> None:
    coding = code_words(TALK, "Harga", "CG.TRU")
    study = make_study([TALK], [coding, replace(coding, id="again")])
    assert count_speakers(study.codings, study, str) == "1 of 1 informants (public)"
    assert count_speakers((), study, str) == "0 of 1 informants"


def test_a_role_is_heard_where_an_informant_has_it_as_role_organisation_or_sector() -> None:
    study = make_study([TALK], roles=("kepala bidang", "Dinas", "PUBLIC", "Pembatik", "Ketua"))
    assert list_unheard(study) == ("Pembatik", "Ketua")  # a chair stands in the cases, and nobody interviewed one


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


def test_a_sub_code_is_named_after_its_code_and_a_moved_one_shows_its_id() -> None:
    codebook = make_codebook(modes=(Mode("m", Words(), {"CG.DLG.access": "CG.TRU"}),))
    moved = set_mode(codebook, "m")
    assert name_code(codebook, "CG.DLG.access", "en") == "Dialogue: access"
    assert name_code(moved, "CG.DLG.access", "en") == "Trust: access (CG.DLG.access)"
    assert name_code(codebook, "CG.DLG", "en") == "Dialogue"
    assert name_code(codebook, "XX.OLD", "en") == "XX.OLD"


def test_sub_codes_among_codings_are_named_once() -> None:
    talk = make_transcript("a.txt", "N: Kami rutin bertemu. Kami percaya.", case="INF-01")
    first, second = code_words(talk, "rutin", "CG.DLG.forum"), code_words(talk, "percaya", "CG.DLG.access")
    whole = code_words(talk, "Kami", "CG.DLG")
    assert name_subcodes(make_codebook(), [first, whole, second, first], "en") == "forum, access"
    assert name_subcodes(make_codebook(), [whole], "en") == ""
