"""Composite sequence: in which order informants come to the codes."""

from qualcode.display.composite_sequence import PART
from qualcode.display.contract import DisplayOptions
from tests.display.studies import cell_of, four_informants


def test_places_are_those_of_the_first_mention() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(content="presence"), str)
    assert cell_of(matrix, "CG.DLG", "INF-01").lines == ("1. (turn 2)",)
    assert cell_of(matrix, "CG.TRU", "INF-01").lines == ("2. (turn 2)",)
    assert cell_of(matrix, "IM.ECO", "INF-01").kind == "silent"
    assert cell_of(matrix, "CG.DLG", "INF-04").kind == "missing"
