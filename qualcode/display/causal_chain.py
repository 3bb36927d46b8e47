"""Causal chains out of links that speakers state: this because of that (Miles, Huberman and Saldana 2014, ch. 9).

No link is drawn that nobody stated, and none is inferred from nearness.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.linked import Linked, describe_links, prepare_links
from qualcode.evidence.links import Link
from qualcode.evidence.wording import count_informants
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, Edge, EdgeKind, EntryRule, Heading, Matrix, Network, Node, Study

MOST = 50  # chains of one informant: where everything is said to come of everything, no more are read

Pair = tuple[str, str]


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes of which someone states or denies that one comes of the other; columns: who states it,
    who denies it, the links with their words, and the chains of three and more codes that one informant states."""
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    told = [link for link in linked.links if link.kind != "nearby"]
    order = [code.id for code in study.codebook.codes]
    pairs = sorted(
        {_name_pair(linked, link) for link in told}, key=lambda pair: (order.index(pair[0]), order.index(pair[1]))
    )
    labels = {code.id: code.label.in_language(options.language) for code in study.codebook.codes}
    chains = _find_chains(linked, told)
    cells = []
    for pair in pairs:
        links = [link for link in told if _name_pair(linked, link) == pair]
        sides = [[link for link in links if link.kind == kind] for kind in ("stated", "denied")]
        cells.append(
            (
                *(_name_speakers(linked, side) for side in sides),
                linked.fill(links),
                _show_chains(linked, told, chains, pair),
            )
        )
    none = t("Nobody states in so many words that one coded thing comes of another: there is no chain to draw.")
    return filling.finish(
        "causal-chain",
        t("Causal chains"),
        [Heading("/".join(pair), " → ".join(labels[code] for code in pair), " → ".join(pair)) for pair in pairs],
        (
            Heading("stated", t("Stated by")),
            Heading("denied", t("Denied by")),
            Heading("links", t("Links")),
            Heading("chains", t("Goes on to"), t("within one informant")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, by cause and then by effect")),
            EntryRule(t("Cells"), t("who states and who denies that the second comes of the first, and their words")),
            EntryRule(
                t("Chains"),
                t(
                    "links of one informant of which one ends where the next begins; whether they make one story is "
                    "for a person to say"
                ),
            ),
            *describe_links(options, t),
        ),
        notes=() if pairs else (none,),
    )


def to_network(matrix: Matrix) -> Network:
    """The links as arrows from cause to effect, each named by those who state or deny it."""
    nodes: dict[str, Node] = {}
    edges = []
    for heading, row in zip(matrix.rows, matrix.cells, strict=True):
        keys = heading.key.split("/")
        nodes |= {key: Node(key, label) for key, label in zip(keys, heading.label.split(" → "), strict=True)}
        for column, cell in zip(matrix.columns, row, strict=True):
            if column.key in ("stated", "denied") and cell.coding_ids:
                kind: EdgeKind = "stated" if column.key == "stated" else "denied"
                edges.append(Edge(keys[0], keys[1], kind, "; ".join(cell.lines[1:]), cell.coding_ids))
    return Network(matrix.name, matrix.title, tuple(nodes.values()), tuple(edges), matrix.entry_rules, matrix.notes)


def find_chains(edges: Iterable[Pair]) -> Iterator[tuple[str, ...]]:
    """The longest ways along edges that pass three codes or more and none twice."""
    onward: dict[str, list[str]] = {}
    for cause, effect in dict.fromkeys(edges):
        onward.setdefault(cause, []).append(effect)
    led_to = {effect for effects in onward.values() for effect in effects}

    def walk(way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        steps = [code for code in onward.get(way[-1], ()) if code not in way]
        if not steps and len(way) > 2:
            yield way
        for code in steps:
            yield from walk((*way, code))

    starts = [code for code in onward if code not in led_to] or list(onward)
    for code in starts:
        yield from walk((code,))


def _name_pair(linked: Linked, link: Link) -> Pair:
    return linked.name(link.first), linked.name(link.second)


def _name_speakers(linked: Linked, links: Sequence[Link]) -> Cell:
    filling = linked.filling
    if not links:
        return Cell((filling.t("none"),), kind="silent")
    who = {link.first.case for link in links}
    cases = [case for case in filling.study.cases if case.id in who]
    total = sum(case.id in filling.interviewed for case in filling.study.cases)
    codings = [coding for link in links for coding in (link.first, link.second)]
    lines = (
        count_informants(cases, total, filling.t),
        ", ".join(case.id for case in cases),
        *filling.name_layer(codings),
    )
    return Cell(lines, tuple(dict.fromkeys(coding.id for coding in codings)))


def _find_chains(linked: Linked, told: Sequence[Link]) -> dict[str, list[tuple[str, ...]]]:
    """The chains of each informant, by case id."""
    edges: dict[str, list[Pair]] = {}
    for link in told:
        if link.kind == "stated":
            edges.setdefault(link.first.case, []).append(_name_pair(linked, link))
    return {case: list(islice(find_chains(own), MOST)) for case, own in edges.items()}


def _show_chains(linked: Linked, told: Sequence[Link], chains: dict[str, list[tuple[str, ...]]], pair: Pair) -> Cell:
    """The chains that begin with a pair of codes, and the codings of all their links."""
    lines: list[str] = []
    codings: dict[str, Coding] = {}
    for case, own in chains.items():
        for chain in (each for each in own if each[:2] == pair):
            lines.append(f"{case}: {' → '.join(chain)}")
            steps = set(pairwise(chain))
            for link in told:
                if link.kind == "stated" and link.first.case == case and _name_pair(linked, link) in steps:
                    codings |= {coding.id: coding for coding in (link.first, link.second)}
    if not lines:
        return Cell((linked.filling.t("none"),), kind="silent")
    return Cell((*lines, *linked.filling.name_layer(codings.values())), tuple(codings))


PART = Display(
    name="causal-chain",
    purpose=mark("Follow what speakers say comes of what, link by link; no arrow that nobody stated."),
    build=build,
    to_network=to_network,
)
