import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.agreement.alpha import measure
from tests.agreement.ratings import KRIPPENDORFF, MEG_AND_OWEN, read_lines

VALUES = st.sampled_from([0, 1, None])


@pytest.mark.parametrize(
    ("ratings", "published"),
    [
        (KRIPPENDORFF, 0.743),
        (MEG_AND_OWEN, 0.095),
        # Krippendorff (2018), p. 310: two observers, twelve units, four values.
        (read_lines("a a c c c c c b b b b d", "a c c c c c b b b b b d"), 0.760),
        # the same book, p. 306: three observers, twelve units, two values
        (read_lines("0 1 0 1 1 0 0 0 1 1 1 1", "0 1 0 1 0 0 0 0 1 1 0 1", "0 1 1 0 0 1 0 0 1 0 0 0"), 0.2343),
    ],
)
def test_alpha_is_the_published_one(ratings, published):
    assert measure(ratings).value == pytest.approx(published, abs=0.001)


def test_a_unit_that_one_coder_read_does_not_count():
    assert measure({(1, 1): 3, (0, 0): 4, (1, 0): 1}) == measure({(1, 1): 3, (0, 0): 4, (1, 0): 1, (1, None): 9})


def test_without_variation_there_is_no_alpha():
    assert measure({(0, 0): 12}).value is None
    assert measure({(1, None): 12}).value is None
    assert measure({}).value is None


@given(st.dictionaries(st.tuples(VALUES, VALUES, VALUES), st.integers(1, 9)))
def test_it_does_not_matter_which_coder_comes_first(ratings):
    turned = {row[::-1]: times for row, times in ratings.items()}
    assert measure(turned).value == pytest.approx(measure(ratings).value)
    value = measure(ratings).value
    assert value is None or value <= 1
