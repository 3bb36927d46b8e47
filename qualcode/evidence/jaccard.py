"""How far apart two sets lie (Jaccard 1901)."""

from collections.abc import Hashable
from collections.abc import Set as AbstractSet


def measure_distance(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float | None:
    """Jaccard's distance: 1 less the share of what both have among what either has, 0 where they are alike, 1 where
    they share nothing. What neither has counts for nothing. None where one of them is empty: silence is no likeness.
    """
    if not one or not other:
        return None
    return 1 - len(one & other) / len(one | other)
