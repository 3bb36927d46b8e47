"""Ratings as they are printed in books: a line a coder, `.` where a unit was not read."""

from collections import Counter

from qualcode.agreement.contract import Ratings


def read_lines(*lines: str) -> Ratings:
    rows = zip(*(line.split() for line in lines), strict=True)
    return Counter(tuple(None if value == "." else value for value in row) for row in rows)


# Krippendorff (2019), reliability data of four observers and twelve units, some missing.
KRIPPENDORFF = read_lines(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# Krippendorff (2011), section A: Meg and Owen, ten units, two values.
MEG_AND_OWEN = read_lines("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
# Gwet (2002): 125 units, almost all of them of one value.
GWET = {(1, 1): 118, (1, 0): 5, (0, 1): 2}
