import pytest

from qualcode.agreement.precision import measure


def test_the_textbook_example():
    # Manning, Raghavan and Schütze (2008), exercise 8.1: 8 relevant and 10 other documents found, of 20 relevant ones
    figure = measure({(1, 1): 8, (1, 0): 10, (0, 1): 12})
    assert figure.value == pytest.approx(8 / 18)
    assert (figure.part, figure.whole) == (8, 18)


def test_precision_is_undefined_where_nothing_was_given():
    assert measure({(0, 1): 4, (0, 0): 9}).value is None
