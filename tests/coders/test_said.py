"""A stretch of a text as words and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.said import Said
from qualcode.coders.signs import Signer
from qualcode.language.tokens import TOKEN
from qualcode.model import Span

SIGNER = Signer("id", {})
SIGNER.spell(parse_pattern("rapat"), "id")
PIECES = st.sampled_from(
    ["Rapat", " ", "  ", "\n", ",", ".", "(ya)", "Jum’at", "2.500", "😀", "x*rapat*x", "S.E.", "ſt.", "\u0345", "ß."]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 9), st.integers(0, 9))
def test_every_word_and_mark_is_found_where_it_stands(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(before, len(text) - after)
    said = Said(text, start, end, SIGNER.sign(text[start:end]), "id")
    tokens = [match.span() for chunk in [text[start:end]] for match in TOKEN.finditer(chunk)]
    assert len(said.signs) == len(said.typed) == len(said.forms) == len(tokens)
    for first in range(len(tokens)):
        for last in range(first + 1, len(tokens) + 1):
            span = said.locate(first, last)
            assert (span.start, span.end) == (start + tokens[first][0], start + tokens[last - 1][1])


def test_an_hour_without_a_full_stop_is_located_alike() -> None:
    text = " ".join(["Rapat,", "kami", "(ya)", "Jum’at", "2.500", "\u2003😀"] * 200)
    said = Said(text, 7, len(text), SIGNER.sign(text[7:]), "id")
    tokens = [match.span() for match in TOKEN.finditer(text[7:])]
    assert [said.locate(n, n + 1) for n in range(len(tokens))] == [Span(7 + a, 7 + b) for a, b in tokens]


@pytest.mark.parametrize(
    ("text", "typed", "forms"),
    [("Kami NDAK rapat, Jum’at!", "kami ndak rapat , jum'at !", "kami tidak rapat , jum'at !"), ("", "", "")],
)
def test_words_are_told_as_typed_and_in_their_normal_forms(text: str, typed: str, forms: str) -> None:
    said = Said(text, 0, len(text), SIGNER.sign(text), "id")
    assert (" ".join(said.typed), " ".join(said.forms)) == (typed, forms)
