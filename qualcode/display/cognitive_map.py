"""Cognitive map: one informant's concepts and what that informant says leads to what (Miles, Huberman and Saldana 2014,
ch. 7)."""

from collections.abc import Container, Mapping

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links
from qualcode.display.linked import prepare_links
from qualcode.display.pairs import SIDES, Pair, group_by_pair, head_pair, head_sides, list_edges, name_side
from qualcode.display.template import Line, lay_out
from qualcode.evidence.links import Link
from qualcode.evidence.marks import say_none
from qualcode.messages import Translate, mark
from qualcode.model import Edge, EntryRule, Heading, Matrix, Network, Node, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informant by informant each pair of codes that a link inside the informant's own words joins, then each
    code spoken to without a link (`where` with a case makes it the map of one); columns: who states, denies and drew
    it, what is said, and what a person writes: its place in the map, and whether the informant sees it so."""
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    told: dict[str, dict[Pair, list[Link]]] = {case.id: {} for case in study.cases}
    for pair, links in group_by_pair(linked).items():
        for link in links:
            if link.first.case == link.second.case in told:
                told[link.first.case].setdefault(pair, []).append(link)
    lines: list[Line] = []
    for case in study.cases:
        joined = {code for pair in told[case.id] for code in pair}
        for pair, own in told[case.id].items():
            head = head_pair(linked, pair)
            cells = (*(name_side(linked, own, side) for side in SIDES), linked.fill(own))
            lines.append(Line(_head(case.id, head), cells))
        for head in filling.head_codes():
            found = filling.find(case.id, head.key)
            if found and head.key not in joined:
                none = say_none(t)
                cells = (none, none, none, filling.fill_with(found))
                lines.append(Line(_head(case.id, head), cells))
    return lay_out(
        filling,
        "cognitive-map",
        t("Cognitive map"),
        lines,
        (*head_sides(t), Heading("said", t("Said"))),
        (
            Heading("place", t("Place in the map"), t("to be judged")),
            Heading("checked", t("Seen so by the informant"), t("to be asked")),
        ),
        (
            EntryRule(
                t("Order of rows"), t("the order of the cases; in each, links first, then codes that no link joins")
            ),
            EntryRule(
                t("Cells"), t("links inside one informant's words, and what is said to codes that no link joins")
            ),
            EntryRule(t("Concepts"), t("the codebook's codes; the informant's own terms are in folk-taxonomy")),
            *describe_links(linked),
        ),
    )


def _head(case: str, head: Heading) -> Heading:
    return Heading(f"{case}/{head.key}", f"{case}: {head.label}", head.detail)


def to_network(matrix: Matrix, labels: Mapping[str, str]) -> Network:
    """Each informant's concepts as nodes of that informant's own, and links as arrows between them; concepts that no
    link joins only in the map of one."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    cases: set[str] = set()
    for heading, row in zip(matrix.rows, matrix.cells, strict=True):
        case, codes = _split(heading.key, labels)
        cases.add(case)
        keys = {f"{case}/{code}": code for code in codes}
        nodes |= {key: Node(key, labels[code]) for key, code in keys.items()}
        if len(keys) > 1:
            edges += list_edges(matrix, row, *keys)
    joined = {key for edge in edges for key in (edge.source, edge.target)}
    shown = tuple(node for key, node in nodes.items() if len(cases) == 1 or key in joined)
    return Network(matrix.name, matrix.title, shown, tuple(edges), matrix.entry_rules, matrix.notes)


def _split(key: str, codes: Container[str]) -> tuple[str, tuple[str, ...]]:
    """The informant and the one or two codes of a row; an informant named after a file in a folder has a `/` too."""
    case, _, last = key.rpartition("/")
    before, _, first = case.rpartition("/")
    return (before, (first, last)) if before and first in codes else (case, (last,))


PART = Display(
    name="cognitive-map",
    chapter=7,
    called="Cognitive map",
    template=True,
    purpose=mark("Map one informant's concepts and what they are said to lead to, to be checked with the informant."),
    build=build,
    to_network=to_network,
)
