"""The count sheet of a transcript."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualcode.condense.accounting import account
from qualcode.model import Span
from tests.factories import code_span, code_words, make_transcript, split_sentences

TALK = make_transcript(
    "a.txt", "P: Apa kabar, Pak?", "N: Baik sekali. Kami rutin bertemu.", "P: Lalu?", "N: Ya.", case="INF-01"
)
UNITS = split_sentences(TALK)


def test_words_are_those_of_turns_without_labels() -> None:
    sheet = account(TALK, UNITS, ())
    assert (sheet.words, sheet.respondent_words) == (10, 6)
    assert (sheet.turns, sheet.respondent_turns, sheet.units) == (4, 2, 3)
    assert (sheet.cases, sheet.interviewers) == (("INF-01",), ("P",))


def test_coded_words_are_those_of_units_that_bear_a_coding() -> None:
    sheet = account(TALK, UNITS, (code_words(TALK, "rutin", "CG.DLG", status="manual"),))
    assert (sheet.coded_words, sheet.coded_units) == (3, 1)


def test_two_codes_on_one_unit_count_its_words_once() -> None:
    codings = (code_words(TALK, "Baik sekali.", "CG.DLG"), code_words(TALK, "Baik sekali.", "CG.TRU"))
    assert account(TALK, UNITS, codings).coded_words == 2


def test_a_rejected_coding_leaves_its_unit_uncoded() -> None:
    coding = code_words(TALK, "Ya.", "CG.DLG")
    assert account(TALK, UNITS, (coding,)).coded_units == 1
    assert account(TALK, UNITS, (replace(coding, status="rejected"),)).coded_units == 0


def test_what_the_reader_noted_and_the_hashes_are_kept() -> None:
    sheet = account(replace(TALK, notes=("Windows-1252",), synthetic=True), UNITS, ())
    assert (sheet.notes, sheet.synthetic) == (("Windows-1252",), True)
    assert sheet.text_sha256 == TALK.text_sha256


WORDY = make_transcript("w.txt", "N: " + "Kata ini ada. " * 9, case="INF-01")
WORDY_UNITS = split_sentences(WORDY)
stretches = st.tuples(st.integers(3, 120), st.integers(1, 40)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(stretches, max_size=8))
def test_a_unit_is_coded_when_some_coding_overlaps_it(spans: list[Span]) -> None:
    codings = tuple(code_span(WORDY, span, "CG.DLG") for span in spans)
    touched = [u for u in WORDY_UNITS if any(s.start < u.span.end and u.span.start < s.end for s in spans)]
    sheet = account(WORDY, WORDY_UNITS, codings)
    assert sheet.coded_units == len(touched)
    assert sheet.coded_words == 3 * len(touched) <= sheet.respondent_words
