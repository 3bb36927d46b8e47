"""How far apart two sets lie (Jaccard 1901)."""

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations


def measure_distance(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float | None:
    """Jaccard's distance: 1 less the share of what both have among what either has, 0 where they are alike, 1 where
    they share nothing. What neither has counts for nothing. None where one of them is empty: silence is no likeness.
    """
    if not one or not other:
        return None
    return 1 - len(one & other) / len(one | other)


def average_distances(sets: Mapping[str, AbstractSet[Hashable]]) -> dict[str, float | None]:
    """The mean distance, 0 to 1, of each named set to each other that holds anything; None where that cannot be said:
    the set is empty, or all others are."""
    found: dict[str, list[float]] = {name: [] for name in sets}
    for one, other in combinations(sets, 2):
        distance = measure_distance(sets[one], sets[other])
        if distance is not None:
            found[one].append(distance)
            found[other].append(distance)
    return {name: sum(own) / len(own) if own else None for name, own in found.items()}
