"""A passage is found again in a text that somebody edited, or in no place at all, never in a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.anchoring import find_again, look_around
from qualcode.model import Passage, Span

TEXT = (
    "Pewawancara: Bagaimana hubungan dengan dinas?\n\n"
    "Informan: Kami sering duduk bareng dengan dinas. Tiap bulan ada rapat di paguyuban, semua boleh bicara.\n\n"
    "Pewawancara: Sudah percaya satu sama lain?\n\n"
    "Informan: Ya. Sekarang kami percaya, dulu tidak begitu.\n\n"
    "Pewawancara: Modal cukup?\n\n"
    "Informan: Ya. Tetapi alat masih kurang, mesin satu dipakai bergantian."
)
TALK = "Kami sering duduk bareng dengan dinas."


def keep(quote: str, text: str = TEXT, nth: int = 0) -> Passage:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    span = Span(start, start + len(quote))
    return Passage(span, quote, *look_around(text, span), 2, "Informan", "INF-01", "7e47")


def found(passage: Passage, text: str) -> str | None:
    span = find_again(passage, text)
    return span.of(text) if span else None


def test_words_that_moved_along() -> None:
    assert found(keep(TALK), "Catatan baru di atas.\n\n" + TEXT) == TALK


def test_blanks_and_line_ends_may_differ() -> None:
    assert found(keep(TALK), TEXT.replace("duduk bareng", "duduk\n  bareng")) == TALK.replace(
        "duduk bareng", "duduk\n  bareng"
    )


@pytest.mark.parametrize("nth", [0, 1])
def test_short_words_that_stand_twice_are_told_apart_by_what_stands_beside_them(nth: int) -> None:
    edited = TEXT.replace("Bagaimana hubungan", "Lalu bagaimana hubungan")
    span = find_again(keep("Ya.", nth=nth), edited)
    assert span is not None
    assert span == keep("Ya.", edited, nth).span


def test_words_that_could_be_meant_in_two_places_are_in_none() -> None:
    text = "A: Ya. Benar sekali begitu.\n" * 9
    assert find_again(keep("Benar sekali begitu.", text, 4), "Pembuka. " + text) is None


def test_a_short_word_alone_elsewhere_is_another_one() -> None:
    assert find_again(keep("Ya."), "Pewawancara: Ibu punya toko?\n\nInforman: Ya. Di pasar.") is None


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ("sering duduk", "sering sekali duduk", "Kami sering sekali duduk bareng dengan dinas."),
        ("dengan dinas.", "dengan dinas koperasi.", "Kami sering duduk bareng dengan dinas koperasi."),
        ("Kami sering", "Kita sering", "Kita sering duduk bareng dengan dinas."),
        ("bareng", "bersama", "Kami sering duduk bersama dengan dinas."),
    ],
)
def test_changed_words_are_found_by_most_of_them(old: str, new: str, now: str) -> None:
    edited = TEXT.replace(TALK, TALK.replace(old, new))
    assert found(keep(TALK), "Baris baru.\n" + edited) == now


def test_words_that_are_gone_are_nowhere() -> None:
    assert find_again(keep(TALK), TEXT.replace(TALK, "")) is None
    assert find_again(keep(TALK), TEXT.replace(TALK, "Dinas jauh, kami jalan sendiri saja dari dulu.")) is None
    assert find_again(keep(TALK), "") is None


def test_half_of_the_words_is_not_enough() -> None:
    assert find_again(keep(TALK), TEXT.replace(TALK, "Kami sering dengan kawan lain saja di rumah.")) is None


sentences = st.lists(
    st.text("abcdefghij ", min_size=8, max_size=40).map(lambda words: words.strip() + "."), min_size=3, max_size=8
)


@given(sentences, st.data())
def test_where_something_is_found_the_words_are_those(texts: list[str], data: st.DataObject) -> None:
    text = " ".join(texts)
    number = data.draw(st.integers(0, len(texts) - 1))
    start = len(" ".join(texts[:number])) + (number > 0)
    span = Span(start, start + len(texts[number]))
    passage = Passage(span, span.of(text), *look_around(text, span), 1, "N", "", "7e47")
    before = data.draw(sentences)
    edited = " ".join(before) + " " + text
    again = find_again(passage, edited)
    if again is not None and passage.quote in edited:
        assert again.of(edited).split() == passage.quote.split()
        shifted = Span(span.start + len(edited) - len(text), span.end + len(edited) - len(text))
        if edited.count(passage.quote) == 1:
            assert again == shifted


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_no_text_is_too_strange(text: str, quote: str) -> None:
    span = find_again(Passage(Span(0, len(quote)), quote, "", "", 1, "", "", ""), text)
    assert span is None or 0 <= span.start < span.end <= len(text)
