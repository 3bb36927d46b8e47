"""Codes on the same units, counted."""

import pytest
from hypothesis import given

from qualcode.evidence.selection import group_by_unit
from qualcode.evidence.together import Together, count_together
from qualcode.model import Study
from tests.display.studies import studies


def test_the_published_example_of_an_uneven_pair() -> None:
    """ATLAS.ti's manual: 100 and 10 quotations of which 5 fall together give .048, though half of the rarer fall in."""
    pair = Together(100, 10, 5, ())
    assert pair.coefficient == pytest.approx(0.048, abs=0.0005)
    assert pair.is_uneven


@given(studies)
def test_the_coefficient_stays_between_nothing_and_all_and_does_not_depend_on_the_order(study: Study) -> None:
    def units(code: str):
        return group_by_unit(c for c in study.codings if study.codebook.holds(code, c.code))

    one, other = units("CG.DLG"), units("CG.TRU")
    forth, back = count_together(one, other), count_together(other, one)
    assert 0 <= forth.coefficient <= 1
    assert (forth.n12, forth.coefficient) == (back.n12, back.coefficient)
    assert count_together(one, one).n12 == len(one)
