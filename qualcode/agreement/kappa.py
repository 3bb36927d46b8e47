"""Cohen's kappa: two coders who read the same units, one value a unit."""

from collections import Counter
from collections.abc import Hashable

from qualcode.agreement.contract import Figure, Measure, Ratings


def measure(ratings: Ratings) -> Figure:
    """(observed - expected) / (1 - expected) agreement, each coder with the shares of their own (Cohen 1960).

    Units that one of the two did not read do not count. Undefined for other than two coders, and where both gave one
    and the same value throughout.
    """
    rows = {row: times for row, times in ratings.items() if None not in row}
    if any(len(row) != 2 for row in rows):
        return Figure(None)
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), times in rows.items():
        first[one] += times
        second[other] += times
    units = first.total()
    by_chance = sum(count * second[value] for value, count in first.items())
    if units * units == by_chance:
        return Figure(None)
    same = sum(times for (one, other), times in rows.items() if one == other)
    return Figure((units * same - by_chance) / (units * units - by_chance))


PART = Measure(
    name="kappa",
    purpose="Cohen's kappa: agreement beyond chance, exactly two coders",
    corrects_chance=True,
    measure=measure,
)
