"""Widths of printed columns."""

import pytest

from qualcode.model import Cell, Heading, Matrix
from qualcode.writers._widths import choose_blocks, fit_widths

QUOTE = "“" + "panjang sekali " * 12 + "”"


def make_matrix(*columns: tuple[str, str]) -> Matrix:
    heads = tuple(Heading(f"c{n}", head) for n, (head, _) in enumerate(columns))
    return Matrix("m", "m", (Heading("r", "INF-01"),), heads, (tuple(Cell((text,)) for _, text in columns),), ())


def test_long_texts_get_what_short_ones_leave() -> None:
    matrix = make_matrix(("n", "12"), ("Kutipan", QUOTE), ("m", "3"))
    _, first, text, last = fit_widths(matrix, range(3), 17, str)
    assert text > 5 * first
    assert first == pytest.approx(last)


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    word = "ketidakterkoordinasian"
    matrix = make_matrix(("a", QUOTE), (word, "x"), ("b", QUOTE), ("c", QUOTE))
    (block,) = choose_blocks(matrix, 17, str)
    assert fit_widths(matrix, block, 17, str)[2] >= len(word) * 0.15


def test_a_block_is_as_wide_as_the_page_and_no_wider() -> None:
    matrix = make_matrix(*((f"Kode {n}", QUOTE) for n in range(11)))
    blocks = choose_blocks(matrix, 17, str)
    assert [len(block) for block in blocks] == [4, 4, 3]
    for block in blocks:
        assert sum(fit_widths(matrix, block, 17, str)) == pytest.approx(17, abs=0.1)


def test_a_word_wider_than_the_page_still_fits_it() -> None:
    matrix = make_matrix(*(("x" * 90, "y") for _ in range(4)))
    for block in choose_blocks(matrix, 8, str):
        assert sum(fit_widths(matrix, block, 8, str)) <= 8.0001
