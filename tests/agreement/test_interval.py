import pytest

from qualcode.agreement.alpha import measure
from qualcode.agreement.contract import Figure
from qualcode.agreement.interval import find_interval

RATINGS = {(1, 1): 14, (1, 0): 4, (0, 1): 3, (0, 0): 59}


def test_the_interval_holds_the_value_and_is_as_wide_as_eighty_units_make_it():
    low, high = find_interval(measure, RATINGS)
    assert low < measure(RATINGS).value < high
    assert low == pytest.approx(0.55, abs=0.04)
    assert high == pytest.approx(0.91, abs=0.04)


def test_the_bounds_cut_off_a_fortieth_on_either_side():
    def share(ratings):
        return Figure(ratings.get((1, 1), 0) / 100)

    # quantiles of the binomial distribution of 100 draws of a half
    assert find_interval(share, {(1, 1): 50, (0, 0): 50}, draws=20_000) == (0.40, 0.60)


def test_the_same_ratings_give_the_same_interval_in_any_order():
    assert find_interval(measure, RATINGS) == find_interval(measure, dict(reversed(RATINGS.items())))


def test_more_units_narrow_it():
    low, high = find_interval(measure, RATINGS)
    closer, nearer = find_interval(measure, {row: 10 * times for row, times in RATINGS.items()})
    assert nearer - closer < high - low


def test_of_an_undefined_measure_there_is_none():
    with pytest.raises(ValueError, match="undefined"):
        find_interval(measure, {(0, 0): 8})
