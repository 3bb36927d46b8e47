"""How many codes interviews bring that none before them brought, in one order and in many.

Base size, run length and new-information threshold are those of Guest, Namey and Chen (2020, PLoS ONE 15(5), e0232076):
the codes that a run of interviews adds, over the codes of the base set.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import factorial
from random import Random

MOST_ORDERS = 1000


@dataclass(frozen=True, slots=True)
class Run:
    """The last interview of a run (from 1), the codes it adds that were never seen before it, the codes of the base."""

    last: int
    new: int
    base: int

    @property
    def ratio(self) -> float:
        """New codes over codes of the base; 0 where the base has none and neither has the run."""
        return self.new / self.base if self.base else float(self.new > 0)


def count_new(codes: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """What each interview brings that none before it brought."""
    seen: set[str] = set()
    new = []
    for own in codes:
        new.append(own - seen)
        seen |= own
    return tuple(new)


def find_runs(codes: Sequence[frozenset[str]], base: int, length: int) -> tuple[Run, ...]:
    """Every run of `length` interviews after the first `base` of them; none where there are too few interviews."""
    of_base = len(frozenset().union(*codes[:base]))
    runs = []
    for last in range(base + length, len(codes) + 1):
        before = frozenset().union(*codes[: last - length])
        runs.append(Run(last, len(frozenset().union(*codes[last - length : last]) - before), of_base))
    return tuple(runs)


def count_orders(interviews: int) -> int:
    """How many orders `range_over_orders` looks at: all where they are few, else 1,000 by lot."""
    return min(factorial(min(interviews, 7)), MOST_ORDERS)


def range_over_orders(codes: Sequence[frozenset[str]], seed: int = 0) -> tuple[tuple[int, int], ...]:
    """After each number of interviews, the fewest and the most codes met, over all orders of the interviews where they
    are at most 1,000, else over 1,000 by lot (`seed`)."""
    names = {code: number for number, code in enumerate(sorted(frozenset().union(*codes)))}
    masks = [sum(1 << names[code] for code in own) for own in codes]
    count = count_orders(len(masks))
    if count < MOST_ORDERS:
        orders = [list(order) for order in permutations(masks)]
    else:
        lot = Random(seed)  # noqa: S311  # no secret hangs on it
        orders = [lot.sample(masks, len(masks)) for _ in range(count)]
    low, high = [len(names)] * len(masks), [0] * len(masks)
    for order in orders:
        met = 0
        for place, mask in enumerate(order):
            met |= mask
            low[place] = min(low[place], met.bit_count())
            high[place] = max(high[place], met.bit_count())
    return tuple(zip(low, high, strict=True))
