"""Simpson's paradox: a link that turns round in every group (Simpson 1951; Yule 1903)."""

from collections.abc import Sequence
from typing import NamedTuple


class Fields(NamedTuple):
    """The four fields of a two-by-two, counted: both signs, the first alone, the second alone, neither."""

    both: int
    first: int
    second: int
    neither: int


def find_direction(fields: Fields) -> int:
    """1 where the second sign is met more often with the first than without it, -1 where less often, 0 where as often
    or where one of the two cannot be compared: the sign of the difference of the products across."""
    product = fields.both * fields.neither - fields.first * fields.second
    return (product > 0) - (product < 0)


def is_reversed(whole: Fields, groups: Sequence[Fields]) -> bool:
    """Whether the link in the whole points one way and in its groups the other: in two or more of them, and in none as
    in the whole."""
    direction = find_direction(whole)
    inside = [find_direction(group) for group in groups]
    return direction != 0 and inside.count(-direction) > 1 and direction not in inside
