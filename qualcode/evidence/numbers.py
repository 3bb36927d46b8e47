"""Figures as people write them in cases.csv: `1500`, `1,5`, `1.500`, Indonesian `1.500.000,50`, English `1,500.50`."""

import re
from collections.abc import Collection

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GROUPED = {  # what parts thousands: no 0 in front, three figures behind each, and decimals after the other mark alone
    ".": re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
    ",": re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
}


def find_thousands(values: Collection[str]) -> str:
    """What parts thousands in a column, `.` or `,`; "" where nothing does, or where it cannot be told.

    A mark parts thousands where every value that holds it has it before three figures: `1.500` beside `900` is fifteen
    hundred, beside `2.25` it is one and a half. Where both marks could, neither is taken to.
    """
    able = [
        sign
        for sign, grouped in _GROUPED.items()
        if (held := [value for value in values if sign in value]) and all(map(grouped.fullmatch, held))
    ]
    return able[0] if len(able) == 1 else ""


def read_number(value: str, thousands: str = "") -> float | None:
    """The number that a value is, with point or comma before decimals; None where it is none."""
    plain = (value.replace(thousands, "") if thousands else value).replace(",", ".")
    return float(plain) if _NUMBER.fullmatch(plain) else None
