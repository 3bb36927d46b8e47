"""Passages as they are shown, and words found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.model import Span
from qualcode.sheets.passages import LONGEST_CELL, find_words, fit, show
from tests.factories import make_transcript
from tests.sheets.sheets import FIRST


@given(st.text())
def test_fit_changes_no_place(text: str) -> None:
    assert len(fit(text)) == len(text)
    assert fit(fit(text)) == fit(text)


@given(st.text(max_size=400), st.data())
def test_a_quote_is_shown_whole_between_words_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, quote, after = show(text, Span(start, end))
    assert quote == fit(text[start:end])
    assert fit(text[:start]).endswith(before.removeprefix("…"))
    assert fit(text[end:]).startswith(after.removesuffix("…"))


def test_what_is_shown_fits_into_a_cell() -> None:
    assert sum(map(len, show("kata " * 20_000, Span(500, 90_000)))) <= LONGEST_CELL


def test_words_are_found_over_other_blanks_and_quotation_marks() -> None:
    span = find_words(FIRST, ' &  "kutip" ')
    assert span.of(FIRST.text) == "& “kutip"


def test_words_that_stand_twice_need_more_around_them_or_a_place_nearby() -> None:
    with pytest.raises(QualcodeError, match="2 times"):
        find_words(FIRST, "Kami duduk bersama")
    second = FIRST.text.rindex("duduk")
    assert find_words(FIRST, "Kami duduk bersama", Span(second, second + 5)).start == second - 5


def test_words_of_two_speakers_and_words_that_are_not_there_are_refused() -> None:
    transcript = make_transcript("c.txt", "P: Satu dua.", "N: Tiga empat.")
    for words in ("dua. N: Tiga", "lima", " “” "):
        with pytest.raises(QualcodeError):
            find_words(transcript, words)
