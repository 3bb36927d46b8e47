"""F1: precision and recall in one figure."""

from qualcode.agreement.contract import Figure, Measure, Ratings, count_marks


def measure(ratings: Ratings) -> Figure:
    """The harmonic mean of precision and recall, 2 hits / (2 hits + extra + misses), 0 to 1 (van Rijsbergen 1979).

    Undefined where neither coder gave the code to any unit.
    """
    marks = count_marks(ratings)
    whole = 2 * marks.both + marks.first_alone + marks.second_alone
    return Figure(2 * marks.both / whole if whole else None)


PART = Measure(name="f1", purpose="precision and recall in one figure", corrects_chance=False, measure=measure)
