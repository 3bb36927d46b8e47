"""Precision: of the units that the first coder gave the code, how many did the second give it too?"""

from qualcode.agreement.contract import Figure, Measure, Ratings, count_marks


def measure(ratings: Ratings) -> Figure:
    """Hits / (hits + extra), 0 to 1; undefined where the first coder gave the code to no unit (van Rijsbergen 1979)."""
    marks = count_marks(ratings)
    whole = marks.both + marks.first_alone
    return Figure(marks.both / whole if whole else None, marks.both, whole)


PART = Measure(
    name="precision",
    purpose="of the units one coder gave the code, the share that the other gave it too",
    corrects_chance=False,
    measure=measure,
)
