"""Links that people drew, in the displays that are built on links: under their names, apart from what is told."""

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw as draw_display
from qualcode.display.pairs import to_network
from qualcode.model import Matrix
from qualcode.registry import find_parts
from tests.display.linked_talk import LABELS, linked_study
from tests.display.studies import block_of, cell_of
from tests.evidence.test_drawn import MARKET, TRUST, change, draw

STUDY = draw(draw(linked_study(), TRUST, MARKET, why="tanpa percaya"), TRUST, MARKET, who="budi")


def show(name: str, study=STUDY, **options) -> Matrix:
    return draw_display(find_parts("display")[name].load(), study, DisplayOptions(**options), str)


def test_a_drawn_link_stands_under_the_names_of_those_who_drew_it() -> None:
    cell = cell_of(show("variable-by-variable", columns=("IM.ECO",), rows=("CG.TRU",)), "CG.TRU", "IM.ECO")
    assert cell.lines[0] == "drawn by budi, siti: INF-01 ⇒ INF-02"
    assert cell.lines[2].startswith("drawn by siti: + CG.TRU ⇒ − IM.ECO: “Kami saling percaya.”")
    assert cell.lines[2].endswith("siti: “tanpa percaya”")
    assert set(cell.coding_ids) == {TRUST.id, MARKET.id}


def test_what_is_drawn_never_stands_among_what_is_stated() -> None:
    told = show("effects", content="presence")
    assert not any("drawn" in line for line in cell_of(told, "IM.ECO", "because").lines)
    assert cell_of(told, "IM.ECO", "drawn").lines == ("drawn by budi, siti: INF-01 ⇒ INF-02",)
    explained = show("explanatory-effects", content="presence")
    assert cell_of(explained, "CG.TRU", "drawn").coding_ids
    assert not any("drawn" in line for line in cell_of(explained, "CG.TRU", "effects").lines)
    assert "drawn" not in [column.key for column in show("effects", linked_study()).columns]


def test_a_strain_shows_what_people_linked_to_it() -> None:
    study = linked_study()
    strain = next(coding for coding in study.codings if coding.code == "OB.COO")
    matrix = show("case-dynamics", draw(study, strain, MARKET), content="presence")
    assert cell_of(matrix, "OB.COO/INF-01", "drawn").lines == ("drawn by siti: INF-01 ⇒ INF-02",)
    assert not any("drawn" in line for line in cell_of(matrix, "OB.COO/INF-01", "change").lines)


def test_a_chain_and_its_network_keep_drawn_links_apart() -> None:
    matrix = show("causal-chain", content="presence")
    assert cell_of(matrix, "CG.TRU/IM.ECO", "drawn").lines[:2] == ("links: 2", "drawn by budi, siti")
    assert cell_of(matrix, "CG.TRU/IM.ECO", "stated").lines == ("none",)
    edges = {(edge.source, edge.target, edge.kind): edge for edge in to_network(matrix, LABELS).edges}
    assert "drawn by budi, siti" in edges["CG.TRU", "IM.ECO", "drawn"].label
    assert ("CG.TRU", "IM.ECO", "stated") not in edges


@pytest.mark.parametrize(
    "name", ["variable-by-variable", "effects", "explanatory-effects", "case-dynamics", "causal-chain"]
)
def test_the_block_says_how_drawn_links_entered(name: str) -> None:
    assert "budi, siti" in block_of(show(name))["Drawn links"]
    assert "2 of 2" in block_of(show(name))["Drawn links"]
    assert "left out" in block_of(show(name, layer="suggested"))["Drawn links"]
    assert block_of(show(name, linked_study()))["Drawn links"] == "none: nobody has drawn one"


def test_a_link_whose_coding_was_rejected_counts_nowhere() -> None:
    study = change(STUDY, TRUST, status="rejected")
    assert "CG.TRU/IM.ECO" not in [row.key for row in show("causal-chain", study).rows]
    assert "0 of 2" in block_of(show("effects", study))["Drawn links"]


def test_only_suggestions_leave_peoples_links_out() -> None:
    assert "CG.TRU/IM.ECO" not in [row.key for row in show("causal-chain", layer="suggested").rows]
