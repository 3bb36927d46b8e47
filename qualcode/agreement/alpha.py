"""Krippendorff's alpha for nominal values: any number of coders, units that some did not read, small samples."""

from collections import Counter
from collections.abc import Hashable

from qualcode.agreement.contract import Figure, Measure, Ratings


def measure(ratings: Ratings) -> Figure:
    """1 - observed / expected disagreement by the coincidence matrix (Krippendorff 2011; 2019, ch. 12).

    1 is agreement, 0 what chance would give, below 0 less than that. Units with fewer than two values do not count.
    Undefined where all values that count are the same: without variation nothing can be told.
    """
    observed = 0.0
    totals: Counter[Hashable] = Counter()
    for row, times in ratings.items():
        values = Counter(value for value in row if value is not None)
        many = values.total()
        if many < 2:
            continue
        unlike_pairs = many * many - sum(count * count for count in values.values())
        observed += times * unlike_pairs / (many - 1)
        for value, count in values.items():
            totals[value] += times * count
    pairable = totals.total()
    expected = pairable * pairable - sum(count * count for count in totals.values())
    return Figure(1 - (pairable - 1) * observed / expected if expected else None)


PART = Measure(
    name="alpha",
    purpose="Krippendorff's alpha: agreement beyond chance, any number of coders",
    corrects_chance=True,
    measure=measure,
)
