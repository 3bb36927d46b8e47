"""Cognitive map: the concepts and links of one informant."""

from dataclasses import replace

from qualcode.display.cognitive_map import PART, to_network
from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw as draw_display
from qualcode.evidence.narrowing import read_conditions
from tests.display.linked_talk import LABELS, linked_study
from tests.display.studies import cell_of
from tests.evidence.test_drawn import MARKET, TRUST, draw


def test_a_map_holds_links_inside_ones_own_words_and_concepts_without_links() -> None:
    matrix = PART.build(draw(linked_study(), TRUST, MARKET), DisplayOptions(content="presence"), str)
    keys = [row.key for row in matrix.rows]
    assert "INF-01/OB.COO/CG.DLG" in keys
    assert "INF-01/CG.TRU" in keys  # linked by siti to another's words, which is in neither's own map
    assert not any(key.endswith("CG.TRU/IM.ECO") for key in keys)
    assert cell_of(matrix, "INF-01/CG.TRU", "stated").lines == ("none",)


def test_the_network_keeps_informants_apart() -> None:
    network = to_network(PART.build(linked_study(), DisplayOptions(content="presence"), str), LABELS)
    ends = {(edge.source, edge.target) for edge in network.edges}
    assert ("INF-01/CG.DLG", "INF-01/IM.ECO") in ends
    assert ("INF-02/CG.DLG", "INF-02/IM.ECO") in ends
    assert all(source.split("/")[0] == target.split("/")[0] for source, target in ends)
    assert "INF-01/CG.TRU" not in {node.key for node in network.nodes}


def test_an_informant_named_after_a_file_in_a_folder_has_a_map_too() -> None:
    study = linked_study()
    cases = tuple(replace(case, id=f"dinas/{case.id}") for case in study.cases)
    accounts = tuple(replace(sheet, cases=tuple(f"dinas/{case}" for case in sheet.cases)) for sheet in study.accounts)
    codings = tuple(replace(coding, case=f"dinas/{coding.case}") for coding in study.codings)
    study = replace(study, cases=cases, accounts=accounts, codings=codings)
    network = to_network(PART.build(study, DisplayOptions(content="presence"), str), LABELS)
    ends = {(edge.source, edge.target) for edge in network.edges}
    assert ("dinas/INF-01/CG.DLG", "dinas/INF-01/IM.ECO") in ends
    assert {node.label for node in network.nodes} <= set(LABELS.values())


def test_the_map_of_one_holds_concepts_that_no_link_joins_too() -> None:
    options = DisplayOptions(content="presence", where=read_conditions(["case=INF-01"]))
    network = to_network(draw_display(PART, linked_study(), options, str), LABELS)
    assert {"INF-01/CG.TRU": "Trust"}.items() <= {node.key: node.label for node in network.nodes}.items()
