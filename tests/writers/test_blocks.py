import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Heading, Matrix
from qualcode.writers._blocks import split_columns

ELEVEN = ("CG.DLG", "CG.TRU", "CG.COM", "CG.UND", "CG.OUT", "OB.STR", "OB.TEC", "OB.COO", "OB.RES", "IM.ECO", "IM.CMP")


def make_matrix(keys) -> Matrix:
    return Matrix("m", "m", (), tuple(Heading(key, key) for key in keys), (), ())


@pytest.mark.parametrize(
    ("most", "sizes"), [(11, [11]), (9, [9, 2]), (6, [5, 6]), (5, [5, 4, 2]), (3, [3, 2, 2, 2, 2]), (1, [1] * 11)]
)
def test_families_stay_together_where_they_fit(most, sizes):
    assert [len(block) for block in split_columns(make_matrix(ELEVEN), most)] == sizes


@given(st.lists(st.sampled_from(("A.x", "B.x", "n")), max_size=30), st.integers(1, 12))
def test_blocks_cover_every_column_once_and_none_is_too_wide(keys, most):
    blocks = split_columns(make_matrix(keys), most)
    assert [column for block in blocks for column in block] == list(range(len(keys)))
    assert all(0 < len(block) <= most for block in blocks)


def test_a_column_of_no_family_goes_with_the_family_after_it() -> None:
    keys = ("place", "CG.A", "CG.B", "CG.C", "OB.A", "OB.B")
    assert [[*block] for block in split_columns(make_matrix(keys), 4)] == [[0, 1, 2, 3], [4, 5]]
