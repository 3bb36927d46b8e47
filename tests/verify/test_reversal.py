"""A link that turns round in every group, after a published example."""

import pytest

from qualcode.verify.reversal import Fields, find_direction, is_reversed

# Kidney stones: Charig, Webb, Payne and Wickham (1986), British Medical Journal 292, 879-882. First sign: open surgery
# (else percutaneous); second: success. Small stones 81 of 87 and 234 of 270, large ones 192 of 263 and 55 of 80.
SMALL, LARGE = Fields(81, 6, 234, 36), Fields(192, 71, 55, 25)
ALL = Fields(273, 77, 289, 61)


def test_open_surgery_looks_worse_in_all_and_is_better_in_each_group() -> None:
    assert (find_direction(ALL), find_direction(SMALL), find_direction(LARGE)) == (-1, 1, 1)
    assert is_reversed(ALL, (SMALL, LARGE))


def test_one_group_as_the_whole_is_no_reversal() -> None:
    assert not is_reversed(ALL, (SMALL, LARGE, Fields(1, 2, 2, 1)))
    assert not is_reversed(SMALL, (SMALL, LARGE))


def test_one_group_alone_turns_nothing_round() -> None:
    assert not is_reversed(ALL, (SMALL, Fields(3, 0, 0, 0)))


@pytest.mark.parametrize("fields", [Fields(0, 0, 0, 0), Fields(4, 0, 0, 0), Fields(2, 2, 2, 2), Fields(3, 1, 0, 0)])
def test_what_cannot_be_compared_points_nowhere(fields: Fields) -> None:
    assert find_direction(fields) == 0
