"""Codes that lie on the same units (co-occurrence).

The measure is ATLAS.ti's c-coefficient, a Jaccard index: c = n12 / (n1 + n2 - n12), from 0 to 1. It makes a rare code
beside a frequent one look weak, and says nothing of cause.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.model import Coding

UNEVEN = 5  # times as frequent: from there ATLAS.ti marks the coefficient as little telling

Units = tuple[tuple[Coding, ...], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Two codes: how many units bear each (`n1`, `n2`) and both (`n12`), and the codings on those that bear both."""

    n1: int
    n2: int
    n12: int
    codings: tuple[Coding, ...]

    @property
    def coefficient(self) -> float:
        """The c-coefficient, 0 where neither code was found."""
        either = self.n1 + self.n2 - self.n12
        return self.n12 / either if either else 0.0

    @property
    def is_uneven(self) -> bool:
        """Whether one code is so much more frequent that the coefficient says little."""
        low, high = sorted((self.n1, self.n2))
        return low > 0 and high > UNEVEN * low


def count_together(ones: Units, others: Units) -> Together:
    """Count the units of two codes that overlap; where units of unlike length meet, the smaller number of them.

    Both are as `group_by_unit` gives them: sorted, and none overlaps another of its own.
    """
    both = list(_walk(ones, others))
    n12 = min(len({one for one, _ in both}), len({other for _, other in both}))
    codings = {coding.id: coding for one, other in both for coding in (*ones[one], *others[other])}
    return Together(len(ones), len(others), n12, tuple(codings.values()))


def _walk(ones: Units, others: Units) -> Iterator[tuple[int, int]]:
    """The places of the pairs that overlap, in one walk along both."""
    bounds, other_bounds = ([_find_bounds(unit) for unit in units] for units in (ones, others))
    first = second = 0
    while first < len(ones) and second < len(others):
        (transcript, start, end), (other_transcript, other_start, other_end) = bounds[first], other_bounds[second]
        if transcript == other_transcript and start < other_end and other_start < end:
            yield first, second
        if (transcript, end) <= (other_transcript, other_end):
            first += 1
        else:
            second += 1


def _find_bounds(unit: Sequence[Coding]) -> tuple[str, int, int]:
    return unit[0].transcript, unit[0].span.start, max(coding.span.end for coding in unit)
