"""Checklist matrix."""

from qualcode.display.checklist import PART
from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.evidence.narrowing import read_conditions
from tests.display.studies import STAFF, block_of, cell_of, four_informants
from tests.factories import code_words


def build(study=None, where: tuple[str, ...] = (), **options):
    return draw(PART, study or four_informants(), DisplayOptions(where=read_conditions(where), **options), str)


def test_every_component_has_a_row_even_where_nobody_names_it() -> None:
    matrix = build()
    rows = [row.key for row in matrix.rows]
    assert rows == ["IM.ECO", "CG.DLG.forum", "CG.DLG.access", "CG.DLG", "CG.TRU", "OB.COO"]
    assert {cell_of(matrix, "CG.DLG.access", case).kind for case in ("INF-01", "INF-02", "INF-03")} == {"silent"}


def test_what_names_no_component_stands_apart() -> None:
    matrix = build()
    assert cell_of(matrix, "CG.DLG.forum", "INF-01").lines == ("+ “Kami rutin bertemu.” (N, turn 2; forum)",)
    assert cell_of(matrix, "CG.DLG", "INF-01").lines == ("+ “Tiap bulan ada.” (N, turn 2)",)


def test_those_who_say_that_it_is_there_are_named_not_rated() -> None:
    denied = build(four_informants(code_words(STAFF, "Rapat ya ada.", "CG.DLG.forum", "contrary")))
    there = cell_of(denied, "CG.DLG.forum", "there")
    assert there.lines == ("1 of 3 informants (public)",)
    assert len(there.coding_ids) == 1
    assert cell_of(denied, "CG.DLG.access", "there").lines == ("0 of 3 informants",)


def test_the_checklist_of_one_code() -> None:
    matrix = build(where=("code=CG.DLG",))
    assert [row.key for row in matrix.rows] == ["CG.DLG.forum", "CG.DLG.access", "CG.DLG"]
    assert "in part" in block_of(matrix)["Rating"]
