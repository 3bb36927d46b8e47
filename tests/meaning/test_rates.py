"""Counts per thousand words."""

import pytest

from qualcode.meaning.rates import norm


def test_twenty_modals_in_two_texts_are_not_equally_many() -> None:
    """Biber, Conrad and Reppen 1998: 263: 20 modals in 750 words, and 20 in 1,200."""
    assert norm(20, 750) == pytest.approx(26.67, abs=0.01)
    assert norm(20, 1_200) == pytest.approx(16.67, abs=0.01)


def test_of_no_words_nothing_can_be_said() -> None:
    assert norm(0, 0) is None
