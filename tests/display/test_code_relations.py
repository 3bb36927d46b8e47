"""Code relations: co-occurrence counted in units."""

import pytest
from hypothesis import given

from qualcode.display.code_relations import PART, Together, count_together
from qualcode.display.contract import DisplayOptions
from qualcode.evidence.selection import group_by_unit
from qualcode.model import Study
from tests.display.studies import HEAD, STAFF, block_of, cell_of, four_informants, studies
from tests.factories import code_words


def build(study=None, **options):
    both = four_informants(
        code_words(HEAD, "Kami rutin bertemu.", "CG.TRU"), code_words(STAFF, "Rapat ya ada.", "CG.TRU")
    )
    return PART.build(study or both, DisplayOptions(**options), str)


def test_the_published_example_of_an_uneven_pair() -> None:
    """ATLAS.ti's manual: 100 and 10 quotations of which 5 fall together give .048, though half of the rarer fall in."""
    pair = Together(100, 10, 5, ())
    assert pair.coefficient == pytest.approx(0.048, abs=0.0005)
    assert pair.is_uneven


def test_counts_come_with_all_that_they_are_made_of() -> None:
    cell = cell_of(build(content="counts"), "CG.DLG", "CG.TRU")
    assert cell.lines == ("2 together; c = 0.33", "2 of 5 and of 3", "2 of 3 informants (public)")
    assert len(cell.coding_ids) == 4


def test_the_diagonal_counts_the_units_of_the_code() -> None:
    assert cell_of(build(), "CG.DLG", "CG.DLG").lines == ("5 suggested (2 contrary)",)
    assert cell_of(build(), "IM.ECO", "IM.ECO").lines == ("none",)


def test_codes_that_never_meet_say_so() -> None:
    cell = cell_of(build(), "OB.COO", "CG.TRU")
    assert (cell.lines, cell.kind, cell.coding_ids) == (("none",), "silent", ())


def test_quotes_are_those_of_the_shared_units() -> None:
    lines = cell_of(build(content="quotes"), "CG.TRU", "CG.DLG").lines
    assert lines == ("“Kami rutin bertemu.” (N, turn 2)", "“Rapat ya ada.” (N, turn 1)")


def test_the_measure_and_its_source_are_printed() -> None:
    assert "ATLAS.ti" in block_of(build())["Measure"]


@given(studies)
def test_the_coefficient_stays_between_nothing_and_all_and_does_not_depend_on_the_order(study: Study) -> None:
    def units(code: str):
        return group_by_unit(c for c in study.codings if study.codebook.holds(code, c.code))

    one, other = units("CG.DLG"), units("CG.TRU")
    forth, back = count_together(one, other), count_together(other, one)
    assert 0 <= forth.coefficient <= 1
    assert (forth.n12, forth.coefficient) == (back.n12, back.coefficient)
    assert count_together(one, one).n12 == len(one)
