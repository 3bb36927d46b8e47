import pytest

from qualcode.agreement.recall import measure


def test_the_textbook_example():
    # Manning, Raghavan and Schütze (2008), exercise 8.1: 8 relevant and 10 other documents found, of 20 relevant ones
    figure = measure({(1, 1): 8, (1, 0): 10, (0, 1): 12})
    assert figure.value == pytest.approx(8 / 20)
    assert (figure.part, figure.whole) == (8, 20)


def test_recall_is_undefined_where_there_is_nothing_to_find():
    assert measure({(1, 0): 4, (0, 0): 9}).value is None
