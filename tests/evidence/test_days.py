"""The day of an interview."""

import pytest

from qualcode.evidence.days import find_day
from qualcode.model import Case


@pytest.mark.parametrize(
    ("attributes", "day"),
    [
        ({"date": "2026-01-31"}, "2026-01-31"),
        ({"Tanggal": " 2026-01-31 "}, "2026-01-31"),
        ({"date": "31/01/2026", "tanggal_wawancara": "2026-01-31"}, "2026-01-31"),
        ({"date": "31/01/2026"}, ""),
        ({"date": "2026-02-31"}, ""),
        ({"jurisdiction": "2026-01-31"}, ""),
        ({}, ""),
    ],
)
def test_a_day_is_one_whose_order_nobody_can_mistake(attributes, day) -> None:
    assert find_day(Case("INF-01", attributes=attributes)) == day
