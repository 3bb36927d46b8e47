"""Codes on the same units, counted."""

import pytest
from hypothesis import given

from qualcode.evidence.together import Together, count_together
from qualcode.model import Coding, Study
from tests.display.studies import studies


def test_the_published_example_of_an_uneven_pair() -> None:
    """ATLAS.ti's manual: 100 and 10 quotations of which 5 fall together give .048, though half of the rarer fall in."""
    pair = Together(100, 10, 5, ())
    assert pair.coefficient == pytest.approx(0.048, abs=0.0005)
    assert pair.is_uneven


@given(studies)
def test_the_coefficient_stays_between_nothing_and_all_and_does_not_depend_on_the_order(study: Study) -> None:
    one, other = ([c for c in study.codings if study.codebook.holds(code, c.code)] for code in ("CG.DLG", "CG.TRU"))
    forth, back = count(one, other), count(other, one)
    assert 0 <= forth.coefficient <= 1
    assert (forth.n12, forth.coefficient) == (back.n12, back.coefficient)
    itself = count(one, one)
    assert itself.n1 == itself.n2 == itself.n12


def count(one: list[Coding], other: list[Coding]) -> Together:
    [found] = count_together({"one": one, "other": other}).values()
    return found
