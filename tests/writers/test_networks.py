"""Networks as SVG, Mermaid and GraphML."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from qualcode.model import Edge, EntryRule, Network, Node
from qualcode.writers.networks import FORMATS, write_graphml, write_mermaid, write_svg

NASTY = 'Trust "x" <script>alert(1)</script> & ]] --> \x07'
TEXTS = {suffix: write for suffix, write in FORMATS.items() if suffix != ".png"}
NETWORK = Network(
    "causal-chain",
    "Causal chains",
    (Node("CG.TRU", NASTY), Node("OB.COO", "Coordination"), Node("IM.ECO", "Economy", "3 of 4")),
    (
        Edge("OB.COO", "CG.TRU", "stated", "INF-01, INF-02", ("a1", "b2")),
        Edge("OB.COO", "CG.TRU", "denied", "INF-03", ("c3",)),
        Edge("CG.TRU", "IM.ECO", "together", "4", ("d4",)),
        Edge("OB.COO", "IM.ECO", "drawn", "drawn by siti; INF-01", ("a1", "d4")),
    ),
    (EntryRule("Links", "what a link word joins"),),
    ("Only a machine has coded.",),
)
EMPTY = Network("code-relations", "Code relations", (), (), NETWORK.entry_rules)


@pytest.mark.parametrize("write", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("network", [NETWORK, EMPTY], ids=["full", "empty"])
def test_every_format_carries_the_entry_rules_and_gives_the_same_bytes(write, network: Network) -> None:
    assert b"Links: what a link word joins" in write(network, "en")
    assert write(network, "en") == write(network, "en")


def test_a_figure_is_well_formed_holds_no_script_and_tells_its_edges_in_words() -> None:
    root = ET.fromstring(write_svg(NETWORK, "en"))
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "script" not in names
    said = next(element.text for element in root.iter() if element.tag.endswith("desc"))
    assert said == "OB.COO → CG.TRU (INF-01, INF-02); OB.COO ↛ CG.TRU (INF-03); CG.TRU – IM.ECO (4); " + (
        "OB.COO ⇒ IM.ECO (drawn by siti; INF-01)"
    )
    assert not re.search(rb"(href|src)=", write_svg(NETWORK, "en"))


def test_only_links_that_have_a_direction_get_an_arrow_and_denied_ones_are_dashed() -> None:
    paths = [each for each in write_svg(NETWORK, "en").decode().splitlines() if each.startswith("<path")]
    looks = [(True, False), (True, True), (False, False), (True, True)]
    edges = paths[: len(looks)]
    assert [("marker-end" in each, "dasharray" in each) for each in edges] == looks
    assert len({re.search('stroke="[^"]*"', each)[0] for each in edges}) == 4


def test_the_legend_says_what_each_line_means_and_only_of_those_that_are_there() -> None:
    drawn = b"a person drew it; no speaker need have said so"
    assert write_svg(NETWORK, "en").count(drawn) == 1
    without = replace(NETWORK, edges=NETWORK.edges[:3])
    assert drawn not in write_svg(without, "en")
    assert "%% ==> a person drew it" in write_mermaid(NETWORK, "en").decode()
    assert '<data key="edge_kind">drawn</data>' in write_graphml(NETWORK, "en").decode()


def test_all_of_a_figure_lies_inside_it() -> None:
    many = Network("n", "N", tuple(Node(f"C.{n}", "A rather long label for a code") for n in range(30)), (), ())
    root = ET.fromstring(write_svg(many, "en"))
    width, height = (float(root.get(side)) for side in ("width", "height"))
    for box in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert float(box.get("x", 0)) >= 0
        assert float(box.get("x", 0)) + float(box.get("width")) <= width
        assert float(box.get("y", 0)) + float(box.get("height")) <= height


def test_labels_are_never_markup_of_a_graph() -> None:
    lines = write_mermaid(NETWORK, "en").decode().splitlines()
    node = next(line for line in lines if line.startswith("  n0"))
    assert node.count('"') == 2
    assert "<script>" not in node
    assert '  n1 -.->|"INF#45;03"| n0' in lines


def test_other_programs_get_every_edge_with_its_codings() -> None:
    root = ET.fromstring(write_graphml(NETWORK, "en"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    edges = root.findall(".//g:edge", space)
    assert [edge.get("directed") for edge in edges] == [None] * 4  # NetworkX refuses edges of two sorts in one graph
    assert edges[0].find("g:data[@key='edge_codings']", space).text == "a1|b2"
    assert edges[0].find("g:data[@key='edge_weight']", space).text == "2"
    assert root.find("g:key[@id='edge_weight']", space).get("attr.type") == "int"  # Gephi takes no text for a weight
    assert len(root.findall(".//g:node", space)) == 3


@pytest.mark.parametrize(
    ("edges", "direction"),
    [(NETWORK.edges, "directed"), (NETWORK.edges[2:3], "undirected"), ((), "directed")],
    ids=["both sorts", "together alone", "none"],
)
def test_a_graph_is_of_one_sort(edges: tuple[Edge, ...], direction: str) -> None:
    root = ET.fromstring(write_graphml(replace(NETWORK, edges=edges), "en"))
    assert root[-1].get("edgedefault") == direction


def test_an_edge_needs_its_nodes() -> None:
    with pytest.raises(ValueError, match="without its node"):
        Network("n", "N", (), NETWORK.edges, ())


def test_a_network_is_drawn_as_a_picture() -> None:
    pytest.importorskip("resvg_py")
    assert FORMATS[".png"](NETWORK, "en").startswith(b"\x89PNG")


def test_labels_of_edges_that_cross_stand_apart() -> None:
    nodes = tuple(Node(f"N{n}", f"Node {n}") for n in range(8))
    edges = tuple(Edge(f"N{n}", f"N{n + 4}", "together", "1 together; c = 0.05", ("c",)) for n in range(4))
    figure = FORMATS[".svg"](Network("n", "N", nodes, edges, ()), "en").decode()
    spots = [
        (float(x), float(y))
        for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>1 together; c = 0.05<', figure)
    ]
    assert len(spots) == 4
    for place, (x, y) in enumerate(spots):
        assert all(abs(x - other_x) > 100 or abs(y - other_y) > 12 for other_x, other_y in spots[:place])
