"""Words and marks in lower case, as typed and in their normal forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.spelling import list_forms, list_typed
from qualcode.language.tokens import TOKEN


@given(st.text("aA bBnN’'‑-.,5\n", max_size=40), st.sampled_from(["id", "en"]))
def test_each_word_and_mark_is_there_once_and_in_order(text: str, language: str) -> None:
    tokens = TOKEN.findall(text)
    assert len(list_typed(text)) == len(tokens)
    assert list_forms(text, language) == [find_normal_form(token, language) for token in tokens]


@pytest.mark.parametrize("said", ["Jum’at", "JUM'AT", "jum'at"])
def test_apostrophes_and_capitals_make_no_difference(said: str) -> None:
    assert list_typed(f"({said})") == ["(", "jum'at", ")"]


@pytest.mark.parametrize(
    ("language", "said", "forms"),
    [("id", "Wong-wong ndak TEKA…", "wong-wong tidak teka …"), ("en", "We’re gonna, yeah", "we gonna , yes")],
)
def test_normal_forms_of_a_sentence(language: str, said: str, forms: str) -> None:
    assert " ".join(list_forms(said, language)) == forms
