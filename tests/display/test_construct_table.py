"""Construct table: the range of one construct."""

from qualcode.display.construct_table import PART
from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.evidence.narrowing import read_conditions
from tests.display.studies import cell_of, four_informants


def build(where: tuple[str, ...] = (), **options):
    return draw(PART, four_informants(), DisplayOptions(where=read_conditions(where), **options), str)


def test_the_range_names_every_value_with_those_who_have_it() -> None:
    matrix = build()
    assert cell_of(matrix, "CG.DLG", "side").lines == ("+: INF-01", "−: INF-03", "±: INF-02")
    assert cell_of(matrix, "CG.DLG", "components").lines == ("forum: INF-01", "none named: INF-03, INF-02")
    assert cell_of(matrix, "IM.ECO", "side").lines == ("silent",)


def test_informants_who_speak_to_it_stand_under_the_range() -> None:
    matrix = build(where=("code=CG.DLG",))
    assert [row.key for row in matrix.rows] == ["CG.DLG", "CG.DLG/INF-01", "CG.DLG/INF-03", "CG.DLG/INF-02"]
    assert cell_of(matrix, "CG.DLG/INF-02", "side").lines == ("±",)
    assert cell_of(matrix, "CG.DLG/INF-02", "known").lines == ("first-hand",)
    assert cell_of(matrix, "CG.DLG/INF-02", "against").lines == ("− “Undangan kurang.” (N, turn 1)",)


def test_the_range_opens_onto_all_codings_of_the_construct() -> None:
    matrix = build()
    opened = set(cell_of(matrix, "CG.DLG", "side").coding_ids)
    assert opened == {
        id_
        for row in matrix.rows
        if row.key.startswith("CG.DLG/")
        for id_ in cell_of(matrix, row.key, "side").coding_ids
    }
