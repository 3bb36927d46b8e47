"""Recall: of the units that the second coder gave the code, how many did the first find?"""

from qualcode.agreement.contract import Figure, Measure, Ratings, count_marks


def measure(ratings: Ratings) -> Figure:
    """Hits / (hits + misses), 0 to 1; undefined where the second coder gave the code to no unit (van Rijsbergen
    1979)."""
    marks = count_marks(ratings)
    whole = marks.both + marks.second_alone
    return Figure(marks.both / whole if whole else None, marks.both, whole)


PART = Measure(
    name="recall",
    purpose="of the units the other coder gave the code, the share that was found",
    corrects_chance=False,
    measure=measure,
)
