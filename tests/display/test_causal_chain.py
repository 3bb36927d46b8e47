"""Causal chains: only what someone states."""

from dataclasses import replace

from qualcode.display.causal_chain import PART, to_network
from qualcode.display.contract import DisplayOptions
from qualcode.model import Words
from qualcode.workflow.displaying import draw_network
from tests.display.linked_talk import LABELS, linked_study
from tests.display.studies import cell_of, four_informants
from tests.factories import make_codebook


def build(study=None, **options):
    return PART.build(study or linked_study(), DisplayOptions(**options), str)


def test_each_pair_names_who_states_and_who_denies_it() -> None:
    matrix = build(content="presence")
    assert cell_of(matrix, "CG.DLG/IM.ECO", "stated").lines == ("2 of 2 informants (public)", "INF-01, INF-02")
    assert cell_of(matrix, "CG.DLG/IM.ECO", "denied").lines == ("1 of 2 informants (public)", "INF-01")
    assert cell_of(matrix, "OB.COO/CG.DLG", "denied").lines == ("none",)


def test_a_chain_is_made_of_links_of_one_informant() -> None:
    matrix = build(content="presence")
    chain = cell_of(matrix, "OB.COO/CG.DLG", "chains")
    assert chain.lines == ("INF-01: OB.COO → CG.DLG → IM.ECO",)
    assert len(chain.coding_ids) >= 3


def test_nearness_makes_no_chain() -> None:
    matrix = build(four_informants())
    assert matrix.rows == ()
    assert any("no chain to draw" in note for note in matrix.notes)


def test_the_network_has_an_arrow_for_each_side_of_each_link_and_none_for_nearness() -> None:
    network = to_network(build(content="presence"), LABELS)
    arrows = {(edge.source, edge.target, edge.kind): edge.label for edge in network.edges}
    assert arrows == {
        ("CG.DLG", "IM.ECO", "stated"): "INF-01, INF-02",
        ("CG.DLG", "IM.ECO", "denied"): "INF-01",
        ("OB.COO", "IM.ECO", "stated"): "INF-01",
        ("OB.COO", "CG.DLG", "stated"): "INF-01",
    }
    assert {node.key for node in network.nodes} == {"CG.DLG", "IM.ECO", "OB.COO"}
    assert network.entry_rules == build(content="presence").entry_rules


def test_a_code_whose_label_holds_an_arrow_is_one_node_all_the_same() -> None:
    codes = tuple(replace(code, label=Words("", f"{code.label.en} → more")) for code in make_codebook().codes)
    study = replace(linked_study(), codebook=make_codebook(codes=codes))
    network = draw_network(study, "causal-chain", DisplayOptions())
    assert network is not None
    assert {node.key: node.label for node in network.nodes}["CG.DLG"] == "Dialogue → more"


def test_columns_that_are_chosen_choose_the_arrows_of_the_network() -> None:
    for columns, kinds in ((("denied",), {"denied"}), (("links",), set())):
        network = draw_network(linked_study(), "causal-chain", DisplayOptions(columns=columns))
        assert network is not None
        assert {edge.kind for edge in network.edges} == kinds
