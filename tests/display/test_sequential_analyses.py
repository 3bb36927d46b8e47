"""Sequential analyses: rounds that rest on one another."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.sequential_analyses import PART
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of


def test_each_round_says_what_it_rests_on_and_what_it_holds() -> None:
    matrix = PART.build(linked_study(), DisplayOptions(content="counts"), str)
    assert [row.key for row in matrix.rows] == ["coding", "clusters", "links", "propositions"]
    assert "OB.COO → CG.DLG: 1" in cell_of(matrix, "links", "holds").lines
    assert any(line.startswith("CG: ") for line in cell_of(matrix, "clusters", "holds").lines)
    assert cell_of(matrix, "propositions", "holds").lines == ("none",)
