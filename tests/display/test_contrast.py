"""Contrast table."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.contrast import PART
from qualcode.display.drawing import draw
from tests.display.studies import block_of, cell_of, four_informants


def build(**options):
    return draw(PART, four_informants(), DisplayOptions(**options), str)


def test_the_ends_and_the_middle_of_a_variable_stand_side_by_side() -> None:
    matrix = build(sort="CG.DLG")
    assert [column.key for column in matrix.columns] == ["INF-01", "INF-02", "INF-03"]
    assert [cell.lines[0] for cell in matrix.cells[0]] == ["high +2 −0", "middle +1 −1", "low +0 −1"]
    assert [row.key for row in matrix.rows] == ["place", "IM.ECO", "CG.DLG", "CG.TRU", "OB.COO"]
    assert "3 informants with a place" in block_of(matrix)["Choice of informants"]
    assert cell_of(matrix, "CG.DLG", "INF-03").kind == "contrary"


def test_whoever_asks_may_name_the_informants() -> None:
    matrix = build(sort="CG.DLG", columns=("INF-03", "INF-04"))
    assert [column.key for column in matrix.columns] == ["INF-03", "INF-04"]
    assert block_of(matrix)["Choice of informants"].startswith("named by")
    assert cell_of(matrix, "place", "INF-04").kind == "missing"


def test_a_variable_that_places_nobody_shows_all_and_says_so() -> None:
    matrix = build()  # nobody speaks of impacts
    assert len(matrix.columns) == 4
    assert any("no contrast" in note for note in matrix.notes)
