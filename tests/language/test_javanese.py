"""Javanese in Indonesian talk, and its `tak`."""

import pytest

from qualcode.language.javanese import find_i, leans_javanese
from qualcode.language.spelling import find_forms, list_typed

BARELY = "Kami rapat tiap bulan di balai desa bersama dinas dan pengurus. " * 5
MUCH = BARELY + "Lha piye, wong yo ngono kuwi. Sing penting guyub."


def test_a_text_leans_towards_javanese_where_much_of_it_is() -> None:
    assert leans_javanese(MUCH)
    assert not leans_javanese(BARELY + "Yo.")
    assert not leans_javanese("")


@pytest.mark.parametrize(
    ("said", "beside", "in_javanese"),
    [
        ("tak bantu modal", False, True),  # only the text around it tells
        ("ya tak percaya ae", True, True),
        ("tak kira begitu", True, True),
        ("tak pernah datang", False, False),
        ("iki tak ono", False, False),
        ("mereka tak percaya", False, False),
        ("tak", False, False),
        ("tak berjalan", False, False),
    ],
)
def test_tak_is_i_in_javanese_company(said: str, beside: bool, in_javanese: bool) -> None:
    assert bool(find_i(said.split())) == beside
    assert bool(find_i(said.split(), MUCH)) == in_javanese


def test_its_normal_form_is_the_word_it_stands_for() -> None:
    assert find_forms(list_typed("Yo tak bantu"), "id") == ["ya", "saya", "bantu"]
    assert find_forms(list_typed("Tak bantu"), "id") == ["tidak", "bantu"]
    assert find_forms(list_typed("Tak bantu"), "id", MUCH) == ["saya", "bantu"]
