"""Average linkage, also called UPGMA (Sokal and Michener 1958): the two nearest groups are joined again and again."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """Two groups that were joined, each by the places of its members, and how far apart they were: the mean of all
    distances between a member of the one and a member of the other. `is_tied` says that another pair was as near."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    distance: float
    is_tied: bool

    @property
    def members(self) -> tuple[int, ...]:
        """The members of both, in the order of places."""
        return tuple(sorted((*self.first, *self.second)))


def join_by_average(distances: Sequence[Sequence[float]]) -> tuple[Join, ...]:
    """The joins in their order, one fewer than there are things; `distances` is square and symmetric.

    Of pairs that are equally near the one whose members come first is joined.
    """
    groups: list[tuple[int, ...]] = [(place,) for place in range(len(distances))]
    apart = {
        (one, other): distances[one[0]][other[0]] for place, one in enumerate(groups) for other in groups[place + 1 :]
    }
    joins = []
    while len(groups) > 1:
        least = min(apart.values())
        near = [pair for pair, distance in apart.items() if distance - least < _SAME]
        first, second = min(near)
        joined = tuple(sorted((*first, *second)))
        joins.append(Join(first, second, least, len(near) > 1))
        groups = [group for group in groups if group not in (first, second)]
        for group in groups:
            total = len(first) * apart[_order(first, group)] + len(second) * apart[_order(second, group)]
            apart[_order(joined, group)] = total / len(joined)
        groups = sorted((*groups, joined))
        kept = set(groups)
        apart = {pair: distance for pair, distance in apart.items() if kept.issuperset(pair)}
    return tuple(joins)


_SAME = 1e-9  # distances that differ by less differ by rounding alone


def _order(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (one, other) if one < other else (other, one)
