"""Figures as people write them."""

import pytest

from qualcode.evidence.numbers import find_thousands, read_number


@pytest.mark.parametrize(
    ("values", "thousands"),
    [
        (("1.500", "900", "2000"), "."),
        (("1.500.000,50", "2,5"), "."),
        (("1,500", "1,200,000.5"), ","),
        (("1.500", "2.25"), ""),  # decimals stand in the column
        (("0.500", "2"), ""),
        (("1.500", "2,500"), ""),  # it cannot be told
        (("9,5", "10"), ""),
        ((), ""),
    ],
)
def test_a_mark_parts_thousands_where_all_its_values_say_so(values: tuple[str, ...], thousands: str) -> None:
    assert find_thousands(values) == thousands


def test_numbers_are_read_with_either_mark_before_decimals() -> None:
    assert [read_number(value) for value in ("7", "-9,5", "2.25", "many", "", "1.500.000", "٣")] == [
        *(7.0, -9.5, 2.25),
        *(None, None, None, 3.0),
    ]
    assert read_number("1.500.000,50", ".") == 1500000.5
