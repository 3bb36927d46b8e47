"""Causal network of the case: the arrows that people drew beside those that speakers state."""

from qualcode.display.causal_network import PART
from qualcode.display.contract import DisplayOptions
from qualcode.display.pairs import to_network
from tests.display.linked_talk import LABELS, linked_study
from tests.display.studies import cell_of, four_informants
from tests.evidence.test_drawn import MARKET, TRUST, draw


def build(study):
    return PART.build(study, DisplayOptions(content="presence"), str)


def test_drawn_and_stated_arrows_stand_beside_each_other_and_make_the_network() -> None:
    matrix = build(draw(linked_study(), TRUST, MARKET))
    assert cell_of(matrix, "CG.TRU/IM.ECO", "drawn").lines[1] == "drawn by siti"
    assert cell_of(matrix, "CG.DLG/IM.ECO", "stated").lines[0] == "2 of 2 informants (public)"
    kinds = {(edge.source, edge.target): edge.kind for edge in to_network(matrix, LABELS).edges}
    assert kinds["CG.TRU", "IM.ECO"] == "drawn"


def test_without_links_the_program_proposes_none() -> None:
    matrix = build(four_informants())
    assert matrix.rows == ()
    assert any("qualcode link add" in note for note in matrix.notes)
