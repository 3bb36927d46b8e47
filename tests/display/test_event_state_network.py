"""Event-state network: material in the order of years, then of the telling."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.event_state_network import PART
from tests.display.linked_talk import FIRST, linked_study
from tests.display.studies import cell_of


def test_turns_come_in_the_order_of_the_telling_with_every_coded_sentence_once() -> None:
    matrix = PART.build(linked_study(), DisplayOptions(), str)
    turns = [row.key for row in matrix.rows if row.key.startswith("INF-01/")]
    assert turns == ["INF-01/a.txt/1", "INF-01/a.txt/2", "INF-01/a.txt/3"]
    said = cell_of(matrix, "INF-01/a.txt/1", "said").lines
    assert sum(FIRST in line for line in said) == 1
    assert cell_of(matrix, "INF-01/a.txt/1", "codes").lines[0] == "CG.DLG: 1 suggested (1 contrary)"
