"""Words of a kind have one sign, and each is looked at once."""

import pytest

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.signs import Signer, Signs


def make_signer(*phrases: str) -> Signer:
    signer = Signer("id", {}, frozenset({"tidak"}))
    for phrase in phrases:
        signer.spell(parse_pattern(phrase), "id")
    return signer


def sign(signer: Signer, text: str) -> str:
    return "".join(signer.sign(text))


def test_words_that_fill_the_same_places_have_one_sign() -> None:
    signer = make_signer("rapat", "kain biru")
    assert sign(signer, "rapat Dirapatkan") == 2 * sign(signer, "Rapat")
    assert sign(signer, "ada itu, 2.500 kali") == "ww.ww"


def test_words_that_any_place_takes_are_like_all_others() -> None:
    signer = make_signer("rapat", "kain * kami")
    assert sign(signer, "ada, ndak") == "w.c"
    assert signer.list_places("w") == signer.list_places("c") < signer.list_places(sign(signer, "rapat"))


@pytest.mark.parametrize(("text", "has_context"), [("Kami rapat.", False), ("Kami ndak rapat.", True)])
def test_words_that_bear_on_others_are_known_by_their_normal_form(text: str, has_context: bool) -> None:
    signer = make_signer("rapat")
    assert signer.has_context(sign(signer, text)) is has_context


def test_a_word_of_a_phrase_may_itself_bear_on_others() -> None:
    signer = make_signer("tidak")
    assert signer.has_context(sign(signer, "tidak"))
    assert sign(signer, "tidak") not in "wc."


def test_of_a_word_with_a_mark_only_the_word_is_remembered() -> None:
    signs = Signs(str.upper, 100)
    assert [signs[chunk] for chunk in ("a,", "a.", "a?", "a", "dr.", "b")] == ["A.", "A.", "A.", "A", "DR.", "B"]
    assert set(signs) == {"a", "dr.", "b"}
