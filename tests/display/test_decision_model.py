"""Decision model: what is done, what is not, and the reasons stated."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.decision_model import PART
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of


def test_reasons_stand_apart_from_the_conditions_that_people_write() -> None:
    matrix = PART.build(linked_study(), DisplayOptions(content="presence"), str)
    assert [row.key for row in matrix.rows] == ["CG.DLG", "CG.TRU"]
    assert cell_of(matrix, "CG.DLG", "because").lines[0] == "stated link: INF-01"
    assert cell_of(matrix, "CG.DLG", "undone").lines == ("−",)
    assert cell_of(matrix, "CG.TRU", "because").lines == ("none stated",)
    assert cell_of(matrix, "CG.DLG", "condition").kind == "open"
