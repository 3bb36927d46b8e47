"""The overlap coefficient."""

import pytest

from qualcode.evidence.together import Together
from qualcode.meaning.overlap import overlap


def test_a_rare_code_is_not_made_weak_by_a_frequent_one() -> None:
    """ATLAS.ti's manual (Code Co-occurrence Coefficient): A 100 times, B 10 times, together 5 times: c is only .048,
    although half of all that bears B bears A."""
    assert overlap(100, 10, 5) == overlap(10, 100, 5) == 0.5
    assert Together(100, 10, 5, ()).coefficient == pytest.approx(0.048, abs=0.001)


def test_of_a_code_that_was_never_given_no_overlap_is_told() -> None:
    assert overlap(0, 10, 0) is None
