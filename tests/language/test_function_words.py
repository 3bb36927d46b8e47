"""Words that hold a sentence together."""

import pytest

from qualcode.language.function_words import FUNCTION_WORDS
from qualcode.language.normal_forms import find_normal_form


@pytest.mark.parametrize("word", ["yang", "nggak", "kalo", "wis", "Pak", "iki", "the"])
def test_function_words_of_indonesian_in_whatever_speech(word: str) -> None:
    assert find_normal_form(word, "id") in FUNCTION_WORDS["id"]


@pytest.mark.parametrize("word", ["so", "because", "yeah", "don't", "it's"])
def test_function_words_of_english(word: str) -> None:
    assert find_normal_form(word, "en") in FUNCTION_WORDS["en"]


@pytest.mark.parametrize("word", ["masalah", "naik", "keluar", "percuma", "modal"])
def test_words_that_carry_matter_are_none(word: str) -> None:
    assert word not in FUNCTION_WORDS["id"]


def test_english_has_none_of_the_indonesian_ones() -> None:
    assert FUNCTION_WORDS["en"].isdisjoint(["sang", "pun", "dong", "trust", "cost"])


def test_every_word_is_written_in_its_normal_form() -> None:
    for word in FUNCTION_WORDS["id"] - FUNCTION_WORDS["en"]:
        assert find_normal_form(word, "id") == word
    for word in FUNCTION_WORDS["en"]:
        assert find_normal_form(word, "en") == word
