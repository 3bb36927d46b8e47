"""What a measure of agreement takes and gives."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

# How many units got this row of values: a value a coder, None where the coder did not read the unit.
Ratings = Mapping[tuple[Hashable, ...], int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's answer. `value` is None where the measure is undefined.

    A measure that is a plain share also gives its counts, `part` of `whole`; else both are 0.
    """

    value: float | None
    part: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of agreement on one code: `measure(ratings)` gives its figure.

    A measure that corrects for chance treats coders alike and takes any values. Others judge the first of two coders
    by the second; their values are 1 (gave the code), 0 (did not) or None, and units of several codes may be pooled.
    """

    name: str
    purpose: str
    corrects_chance: bool
    measure: Callable[[Ratings], Figure]


@dataclass(frozen=True, slots=True)
class Marks:
    """Units by what two coders gave them: both the code, only the first, only the second."""

    both: int
    first_alone: int
    second_alone: int


def count_marks(ratings: Ratings) -> Marks:
    """How often each of two coders gave the code, on units that both read."""
    return Marks(ratings.get((1, 1), 0), ratings.get((1, 0), 0), ratings.get((0, 1), 0))
