"""Predictions: a register with its evidence."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.predictions import PART
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of


def test_each_link_waits_for_a_prediction_and_for_what_became_of_it() -> None:
    matrix = PART.build(linked_study(), DisplayOptions(), str)
    for column in ("prediction", "due", "supporting", "weakening", "happened"):
        assert cell_of(matrix, "CG.DLG/IM.ECO", column).kind == "open"
    assert cell_of(matrix, "CG.DLG/IM.ECO", "denied").coding_ids
