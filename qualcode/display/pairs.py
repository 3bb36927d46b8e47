"""Rows that are pairs of codes of which one is said, or drawn, to come of the other, and the network that they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from qualcode.display.linked import Linked, name_cases
from qualcode.evidence.links import Link
from qualcode.evidence.marks import say_none
from qualcode.evidence.wording import count_speakers, label_codes
from qualcode.messages import Translate
from qualcode.model import Cell, Edge, Heading, Matrix, Network, Node

Pair = tuple[str, str]
Side = Literal["stated", "denied", "drawn"]

SIDES: tuple[Side, ...] = ("stated", "denied", "drawn")


def group_by_pair(linked: Linked) -> dict[Pair, tuple[Link, ...]]:
    """The links but nearby ones by whole codes, cause and effect, in the order of the codebook."""
    order = [code.id for code in linked.filling.study.codebook.codes]
    found: dict[Pair, list[Link]] = {}
    for link in linked.links:
        if link.kind != "nearby":
            found.setdefault((linked.name(link.first), linked.name(link.second)), []).append(link)
    ranked = sorted(found, key=lambda pair: (order.index(pair[0]), order.index(pair[1])))
    return {pair: tuple(found[pair]) for pair in ranked}


def head_pair(linked: Linked, pair: Pair) -> Heading:
    """A row's head: the labels of both codes, and their ids."""
    labels = label_codes(linked.filling.study.codebook, linked.filling.options.language)
    return Heading("/".join(pair), " → ".join(labels[code] for code in pair), " → ".join(pair))


def head_sides(t: Translate) -> tuple[Heading, ...]:
    """The heads of the columns that `name_side` fills, in the order of SIDES."""
    return (Heading("stated", t("Stated by")), Heading("denied", t("Denied by")), Heading("drawn", t("Drawn by")))


def name_side(linked: Linked, links: Iterable[Link], side: Side) -> Cell:
    """Who states, denies or drew some links: counted, then by name."""
    filling = linked.filling
    own = [link for link in links if link.kind == side]
    if not own:
        return say_none(filling.t)
    ids = tuple(dict.fromkeys(id_ for link in own for id_ in link.ids))
    if side == "drawn":
        return Cell(_name_drawers(linked, own), ids)
    who = {link.first.case for link in own}
    cases = [case for case in filling.study.cases if case.id in who]
    counted = count_speakers((link.first for link in own), filling.study, filling.t)
    layer = filling.name_layer(coding for link in own for coding in (link.first, link.second))
    return Cell((counted, ", ".join(case.id for case in cases), *layer), ids)


def _name_drawers(linked: Linked, links: Sequence[Link]) -> tuple[str, ...]:
    """How many links, by whom they are drawn, and whose words they join."""
    return (
        linked.filling.t("links: {n}").format(n=len(links)),
        linked.head("drawn", links),
        ", ".join(dict.fromkeys(map(name_cases, links))),
    )


def to_network(matrix: Matrix, labels: Mapping[str, str]) -> Network:
    """The pairs as arrows from cause to effect, each named by those who state, deny or drew it."""
    codes = dict.fromkeys(code for heading in matrix.rows for code in heading.key.split("/"))
    edges = (
        edge
        for heading, row in zip(matrix.rows, matrix.cells, strict=True)
        for edge in list_edges(matrix, row, *heading.key.split("/"))
    )
    nodes = tuple(Node(code, labels[code]) for code in codes)
    return Network(matrix.name, matrix.title, nodes, tuple(edges), matrix.entry_rules, matrix.notes)


def list_edges(matrix: Matrix, row: Sequence[Cell], cause: str, effect: str) -> Iterator[Edge]:
    """The arrows of one row: one for each of SIDES that has links and whose column was not left out."""
    cells = {column.key: cell for column, cell in zip(matrix.columns, row, strict=True)}
    for side in SIDES:
        if side in cells and cells[side].coding_ids:
            yield Edge(cause, effect, side, "; ".join(cells[side].lines[1:]), cells[side].coding_ids)
