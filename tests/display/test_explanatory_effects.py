"""Explanatory effects matrix."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.explanatory_effects import PART
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of, four_informants


def build(study=None, **options):
    return PART.build(study or linked_study(), DisplayOptions(**options), str)


def test_effects_that_are_stated_stand_apart_from_outcomes_told_nearby() -> None:
    matrix = build(content="presence")
    assert [row.key for row in matrix.rows] == ["CG.DLG", "CG.TRU"]
    assert cell_of(matrix, "CG.DLG", "effects").lines == ("stated link: INF-01, INF-02", "denied link: INF-01")
    assert cell_of(matrix, "CG.TRU", "effects").lines == ("none",)


def test_who_tells_of_an_element_is_named() -> None:
    assert cell_of(build(), "CG.TRU", "who").lines == ("1 of 2 informants (public)", "INF-01")
    assert cell_of(build(four_informants()), "CG.DLG", "who").lines[0].startswith("3 of 3 informants")


def test_the_researchers_explanation_is_left_empty() -> None:
    matrix = build()
    assert {cell_of(matrix, "CG.DLG", key).lines for key in ("run", "explanation")} == {("to be written by a person",)}
    assert cell_of(matrix, "CG.DLG", "explanation").coding_ids == ()
