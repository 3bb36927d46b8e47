"""Where selections lie, however a program counts: laws over texts with emoji, marks, line ends and both directions."""

import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.exchange.contract import Mark, Source
from qualcode.exchange.positions import COUNTINGS, Counting, choose_counting, lay

PIECES = (
    "rain",
    "hujan",
    " ",
    " ",
    "\r\n",
    "\n",
    "😀",
    "👩‍🌾",
    "e\u0301",
    "é",
    "ا",
    "مطر",
    "\u200f",
    "\u1112\u1161\u11ab",
    "𝕏",
    ".",
)
pieces = st.lists(st.sampled_from(PIECES), min_size=2, max_size=30)


def count(text: str, counting: Counting) -> int:
    """How long a program that counts so takes a text to be."""
    text = text.replace("\r\n", "\n") if counting.joins_line_ends else text
    return len(text.encode("utf-16-le")) // 2 if counting.utf16 else len(text)


def level(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def select_all(parts: list[str], counting: Counting) -> Source:
    """Each part of a text selected, as a program that counts so would write it; names are the words."""
    ends = list(accumulate(parts))
    marks = [
        Mark("m", count(before, counting), count(whole, counting), name=part)
        for before, whole, part in zip(["", *ends[:-1]], ends, parts, strict=True)
    ]
    return Source("s", "a", "".join(parts), tuple(marks))


@pytest.mark.parametrize("counting", COUNTINGS)
@given(parts=pieces)
def test_words_stay_the_same_however_they_were_counted(counting: Counting, parts: list[str]) -> None:
    laid, lost = lay(select_all(parts, counting), counting)
    assert lost == 0
    assert level(laid.text) == laid.text == level("".join(parts))
    assert "".join(laid.text[mark.start : mark.end] for mark in laid.marks).startswith(laid.text[:1])
    for mark, part in zip(laid.marks, parts, strict=True):
        assert level(part) in laid.text[mark.start : mark.end] or unicodedata.combining(part[0])


@given(st.text(max_size=40), st.data())
def test_places_of_any_text_stay_inside_it_and_cover_what_they_covered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(min(start + 1, len(text)), len(text)))
    laid, lost = lay(Source("s", "a", text, (Mark("m", start, end),)), COUNTINGS[0])
    assert lost == (start >= end)
    for mark in laid.marks:
        assert 0 <= mark.start < mark.end <= len(laid.text)


@pytest.mark.parametrize("counting", COUNTINGS)
@pytest.mark.parametrize("has_names", [True, False])
def test_the_counting_is_found_out_from_the_words(counting: Counting, *, has_names: bool) -> None:
    parts = [
        "The ",
        "rain",
        " came. 😀\r\n",
        "We",
        " had ",
        "nothing",
        "\r\n\r\n😀 ",
        "mother",
        " said ",
        "enough",
        ".",
    ]
    source = select_all(parts, counting)
    marks = [mark for mark in source.marks if mark.name.isalpha()]
    marks = [mark if has_names else Mark("m", mark.start, mark.end) for mark in marks]
    assert choose_counting([Source("s", "a", source.text, tuple(marks))]) == counting


def test_where_nothing_tells_it_is_the_standards() -> None:
    assert choose_counting([]) == Counting()
    assert choose_counting([Source("s", "a", "plain words", (Mark("m", 2, 4),))]) == Counting()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 99), (10**9, 10**10)])
def test_what_lies_outside_is_left_out_and_counted(start: int, end: int) -> None:
    assert lay(Source("s", "a", "a few words", (Mark("m", start, end),)), COUNTINGS[0])[1] == 1


def test_a_text_of_many_marks_is_no_burden() -> None:
    """Each of them was once composed anew with all before it: minutes for one page."""
    text = "e" + "\u0323" * 200_000 + " rain\r\n"
    laid, lost = lay(Source("s", "a", text, (Mark("m", 200_002, 200_006),)), COUNTINGS[0])
    assert lost == 0
    assert [laid.text[mark.start : mark.end] for mark in laid.marks] == ["rain"]
