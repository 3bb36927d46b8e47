import pytest

from qualcode.agreement.ac1 import measure
from tests.agreement.ratings import GWET, KRIPPENDORFF, MEG_AND_OWEN


@pytest.mark.parametrize(
    ("ratings", "published"),
    [
        (GWET, 0.9408),  # where kappa is below 0
        (KRIPPENDORFF, 0.77544),  # Gwet (2014): four raters, some units not read
        (MEG_AND_OWEN, 0.3103),
    ],
)
def test_ac1_is_the_published_one(ratings, published):
    assert measure(ratings).value == pytest.approx(published, abs=0.0001)


def test_of_one_value_alone_there_is_no_ac1():
    assert measure({(0, 0): 5}).value is None
    assert measure({(0, None): 5, (1, None): 3}).value is None
