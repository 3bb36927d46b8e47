"""Gwet's AC1: for codes so rare (or so common) that kappa and alpha fall though coders seldom part."""

from collections import Counter
from collections.abc import Hashable

from qualcode.agreement.contract import Figure, Measure, Ratings


def measure(ratings: Ratings) -> Figure:
    """(observed - expected) / (1 - expected), expected = sum of p (1 - p) / (values - 1) (Gwet 2008).

    Units with fewer than two values do not count for the observed agreement. Where almost every unit is "no" it is
    high whatever the coders do with the rest, so it is to be read beside alpha, never alone. Undefined where fewer
    than two values occur.
    """
    shares: Counter[Hashable] = Counter()
    agreed = read = paired = 0.0
    for row, times in ratings.items():
        values = Counter(value for value in row if value is not None)
        many = values.total()
        if not many:
            continue
        read += times
        for value, count in values.items():
            shares[value] += times * count / many  # type: ignore[assignment]  # a Counter adds fractions as well
        if many > 1:
            paired += times
            agreed += times * sum(count * (count - 1) for count in values.values()) / (many * (many - 1))
    if len(shares) < 2 or not paired:
        return Figure(None)
    expected = sum(share / read * (1 - share / read) for share in shares.values()) / (len(shares) - 1)
    return Figure((agreed / paired - expected) / (1 - expected))


PART = Measure(
    name="ac1",
    purpose="Gwet's AC1, for rare codes: to be read beside alpha, never alone",
    corrects_chance=True,
    measure=measure,
)
