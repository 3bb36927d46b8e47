"""Widths of printed columns."""

from dataclasses import replace

import pytest

from qualcode.model import Cell, Heading, Matrix, Section
from qualcode.writers import _widths, docx, latex
from qualcode.writers._widths import measure

QUOTE = "“" + "panjang sekali " * 12 + "”"


def make_matrix(*columns: tuple[str, str]) -> Matrix:
    heads = tuple(Heading(f"c{n}", head) for n, (head, _) in enumerate(columns))
    return Matrix("m", "m", (Heading("r", "INF-01"),), heads, (tuple(Cell((text,)) for _, text in columns),), ())


def test_long_texts_get_what_short_ones_leave() -> None:
    matrix = make_matrix(("n", "12"), ("Kutipan", QUOTE), ("m", "3"))
    _, first, text, last = measure(matrix, str).fit(range(3), 17)
    assert text > 5 * first
    assert first == pytest.approx(last)


def test_a_text_of_many_lines_gets_more_than_one_of_a_few() -> None:
    matrix = make_matrix(("short", QUOTE[:160]), ("long", QUOTE * 5))
    _, few, many = measure(matrix, str).fit(range(2), 17)
    assert many > 1.3 * few > 4


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    word = "ketidakterkoordinasian"
    matrix = make_matrix(("a", QUOTE), (word, "x"), ("b", QUOTE), ("c", QUOTE))
    (block,) = measure(matrix, str).choose_blocks(17)
    assert measure(matrix, str).fit(block, 17)[2] >= len(word) * 0.15


def test_words_have_room_in_a_broader_font_where_the_page_has_it() -> None:
    matrix = make_matrix(("Groundedness", "1"), ("Kutipan", QUOTE))
    widths = measure(matrix, str)
    least, _ = widths.columns[0]
    assert widths.fit(range(2), 17)[1] > 1.2 * least
    tight = sum(low for low, _ in (widths.heads, *widths.columns))
    assert widths.fit(range(2), tight)[1] == pytest.approx(least, abs=0.01)


def test_a_block_is_as_wide_as_the_page_and_no_wider() -> None:
    matrix = make_matrix(*((f"Kode {n}", QUOTE) for n in range(11)))
    blocks = measure(matrix, str).choose_blocks(17)
    assert [len(block) for block in blocks] == [4, 4, 3]
    for block in blocks:
        assert sum(measure(matrix, str).fit(block, 17)) == pytest.approx(17, abs=0.1)


def test_a_word_wider_than_the_page_still_fits_it() -> None:
    matrix = make_matrix(*(("x" * 90, "y") for _ in range(4)))
    for block in measure(matrix, str).choose_blocks(8):
        assert sum(measure(matrix, str).fit(block, 8)) <= 8.0001


def test_the_texts_of_a_table_cut_into_many_are_measured_once(report, monkeypatch) -> None:
    measured = []
    real = _widths._measure
    monkeypatch.setattr(_widths, "_measure", lambda texts: measured.append(texts) or real(texts))
    matrix = make_matrix(*((f"Kode {n}", QUOTE) for n in range(300)))
    wide = replace(report, sections=(Section("m", "M", matrix),))
    for write in (docx.write, latex.write):
        measured.clear()
        write(wide)
        assert len(measured) == 301


def test_blocks_are_looked_for_without_walking_all_columns_for_every_size(monkeypatch) -> None:
    looked_at = []
    real = _widths.join_families
    monkeypatch.setattr(
        _widths, "join_families", lambda *given: (looked_at.append(block) or block for block in real(*given))
    )
    columns = 300
    blocks = measure(make_matrix(*((f"Kode {n}", QUOTE) for n in range(columns))), str).choose_blocks(17)
    assert len(looked_at) < columns + 3 * len(blocks)  # most sizes are refused at their first block
