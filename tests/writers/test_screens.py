"""Large tables of the page in parts."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Cell, Heading, Matrix
from qualcode.writers._screens import part_rows


def make_matrix(rows: list[tuple[str, ...]]) -> Matrix:
    heads = tuple(Heading(f"r{n}", f"R{n}") for n in range(len(rows)))
    columns = tuple(Heading(f"c{n}", f"C{n}") for n in range(len(rows[0]) if rows else 1))
    return Matrix("m", "M", heads, columns, tuple(tuple(Cell((text,)) for text in row) for row in rows), ())


def test_a_table_that_is_soon_laid_out_is_left_whole() -> None:
    screens = part_rows(make_matrix([("12", "words " * 20)] * 20), str)
    assert not screens.is_large
    assert screens.parts == (range(20),)
    assert screens.long == {1}


def test_parts_are_about_as_high_as_each_other_whatever_stands_in_the_rows() -> None:
    low, high = ("few words", "x"), ("many words " * 100, "x")
    screens = part_rows(make_matrix([low] * 200 + [high] * 40), str)
    assert max(map(len, screens.parts[:5])) > 10
    assert all(len(part) == 1 for part in screens.parts[-20:])


@given(st.lists(st.tuples(st.integers(0, 3_000), st.integers(0, 90)), max_size=60))
def test_every_row_stands_in_one_part(sizes: list[tuple[int, int]]) -> None:
    screens = part_rows(make_matrix([("x" * one, "y" * other) for one, other in sizes]), str)
    assert [*chain.from_iterable(screens.parts)] == [*range(len(sizes))]
