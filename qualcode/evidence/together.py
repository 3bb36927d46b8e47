"""Codes that lie on the same units (co-occurrence).

The measure is ATLAS.ti's c-coefficient, a Jaccard index: c = n12 / (n1 + n2 - n12), from 0 to 1. It makes a rare code
beside a frequent one look weak, and says nothing of cause.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from qualcode.evidence.selection import group_by_unit
from qualcode.model import Coding

UNEVEN = 5  # times as frequent: from there ATLAS.ti marks the coefficient as little telling

Bounds = tuple[str, int, int]


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


def count_together(by_code: Mapping[str, Sequence[Coding]]) -> dict[tuple[str, str], Together]:
    """Count for every two codes, in their order, the units that overlap; where units of unlike length meet, the smaller
    number of them."""
    units = {code: group_by_unit(codings) for code, codings in by_code.items()}
    bounds = {code: [_find_bounds(unit) for unit in own] for code, own in units.items()}
    found = {}
    for code, other_code in combinations(units, 2):
        ones, others = units[code], units[other_code]
        both = list(_walk(bounds[code], bounds[other_code]))
        n12 = min(len({one for one, _ in both}), len({other for _, other in both}))
        codings = {coding.id: coding for one, other in both for coding in (*ones[one], *others[other])}
        found[code, other_code] = Together(len(ones), len(others), n12, tuple(codings.values()))
    return found


def _walk(ones: Sequence[Bounds], others: Sequence[Bounds]) -> Iterator[tuple[int, int]]:
    """The places of the pairs that overlap, in one walk along both."""
    first = second = 0
    while first < len(ones) and second < len(others):
        (transcript, start, end), (other_transcript, other_start, other_end) = ones[first], others[second]
        if transcript == other_transcript and start < other_end and other_start < end:
            yield first, second
        if (transcript, end) <= (other_transcript, other_end):
            first += 1
        else:
            second += 1


def _find_bounds(unit: Sequence[Coding]) -> Bounds:
    return unit[0].transcript, unit[0].span.start, max(coding.span.end for coding in unit)
