import pytest

from qualcode.agreement.kappa import measure
from tests.agreement.ratings import GWET, KRIPPENDORFF, MEG_AND_OWEN


@pytest.mark.parametrize(
    ("ratings", "published"),
    [
        (GWET, -0.0234),
        (MEG_AND_OWEN, 0.0909),  # where alpha is 0.0952: kappa gives each coder the shares of their own
        ({(1, 1): 45, (1, 0): 5, (0, 1): 5, (0, 0): 45}, 0.80),
    ],
)
def test_kappa_is_the_published_one(ratings, published):
    assert measure(ratings).value == pytest.approx(published, abs=0.0001)


def test_kappa_is_of_two_coders():
    assert measure(KRIPPENDORFF).value is None


def test_without_variation_there_is_no_kappa():
    assert measure({(0, 0): 5, (1, None): 2}).value is None
    assert measure({}).value is None
