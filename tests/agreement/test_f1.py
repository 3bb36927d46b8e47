import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.agreement import precision, recall
from qualcode.agreement.f1 import measure


def test_the_textbook_example():
    # Manning, Raghavan and Schütze (2008), exercise 8.1: precision 8/18, recall 8/20
    assert measure({(1, 1): 8, (1, 0): 10, (0, 1): 12}).value == pytest.approx(0.421, abs=0.001)


def test_f1_is_undefined_where_nobody_coded():
    assert measure({(0, 0): 9}).value is None


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(both, first, second):
    ratings = {(1, 1): both, (1, 0): first, (0, 1): second}
    p, r = precision.measure(ratings).value, recall.measure(ratings).value
    assert measure(ratings).value == pytest.approx(2 * p * r / (p + r))
