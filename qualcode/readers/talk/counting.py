"""Labels whose numbers only count the turns: P1, S2, P3, S4 or Q1, A1, Q2, A2."""

import re
from collections.abc import Sequence

_COUNTED = re.compile(r"(\D*[^\W\d])\W?(\d{1,4})")
_LEAST = 4  # labels


def drop_counting(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels, in the order in which they stand, without numbers that only count turns; () where there are others.

    All have a number, from 0 or 1 on and never falling, at least two speak, and none has the same number twice:
    `I1`, `R1`, `I1`, `R1` are of a first interview, and `P1`, `P2`, `P3` are people.
    """
    counted = [match for label in labels if (match := _COUNTED.fullmatch(label))]
    numbers = [int(match[2]) for match in counted]
    alike = len({match[1] for match in counted}) < 2 or len({match.groups() for match in counted}) < len(counted)
    if not _LEAST <= len(counted) == len(labels) or alike or numbers != sorted(numbers) or numbers[0] > 1:
        return ()
    return tuple(match[1] for match in counted)
