"""Causal chains out of links that speakers state: this because of that (Miles, Huberman and Saldana 2014, ch. 9).

Links that people drew stand beside them under their names; none is inferred from nearness.
"""

from itertools import islice, pairwise

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links
from qualcode.display.linked import Linked, prepare_links
from qualcode.display.pairs import SIDES, Pair, group_by_pair, head_pair, head_sides, name_side, to_network
from qualcode.evidence.link_chains import find_chains
from qualcode.evidence.links import Link
from qualcode.evidence.marks import say_none
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

MOST = 50  # chains of one informant: where everything is said to come of everything, no more are read


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes of which someone states or denies that one comes of the other, or of which a person drew
    it; columns: who states it, who denies it, who drew it, the links with their words, and the chains of three and more
    codes that one informant states."""
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    told = group_by_pair(linked)
    chains = _find_chains(told)
    cells = [
        (
            *(name_side(linked, links, side) for side in SIDES),
            linked.fill(links),
            _show_chains(linked, told, chains, pair),
        )
        for pair, links in told.items()
    ]
    none = t("Nobody states in so many words that one coded thing comes of another: there is no chain to draw.")
    return filling.finish(
        "causal-chain",
        t("Causal chains"),
        [head_pair(linked, pair) for pair in told],
        (
            *head_sides(t),
            Heading("links", t("Links")),
            Heading("chains", t("Goes on to"), t("within one informant")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, by cause and then by effect")),
            EntryRule(
                t("Cells"),
                t("who states, who denies and who drew that the second comes of the first, and their words"),
            ),
            EntryRule(
                t("Chains"),
                t(
                    "links that one informant states, of which one ends where the next begins; whether they make one "
                    "story is for a person to say"
                ),
            ),
            *describe_links(linked),
        ),
        notes=() if told else (none,),
    )


def _find_chains(told: dict[Pair, tuple[Link, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The chains that each informant states, by case id."""
    edges: dict[str, list[Pair]] = {}
    for pair, links in told.items():
        for case in {link.first.case: True for link in links if link.kind == "stated"}:
            edges.setdefault(case, []).append(pair)
    return {case: list(islice(find_chains(own), MOST)) for case, own in edges.items()}


def _show_chains(
    linked: Linked, told: dict[Pair, tuple[Link, ...]], chains: dict[str, list[tuple[str, ...]]], pair: Pair
) -> Cell:
    """The chains that begin with a pair of codes, and the codings of all their links."""
    lines: list[str] = []
    codings: dict[str, Coding] = {}
    for case, own in chains.items():
        for chain in (each for each in own if each[:2] == pair):
            lines.append(f"{case}: {' → '.join(chain)}")
            steps = (link for step in pairwise(chain) for link in told[step])
            for link in (link for link in steps if link.kind == "stated" and link.first.case == case):
                codings |= {coding.id: coding for coding in (link.first, link.second)}
    if not lines:
        return say_none(linked.filling.t)
    return Cell((*lines, *linked.filling.name_layer(codings.values())), tuple(codings))


PART = Display(
    name="causal-chain",
    chapter=9,
    called="Causal chain",
    purpose=mark("Follow what speakers say comes of what, link by link; no arrow that nobody stated or drew."),
    build=build,
    to_network=to_network,
)
