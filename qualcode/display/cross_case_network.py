"""Causal network, cross-case: which links several informants share, and which stand with one alone (Miles, Huberman and
Saldana 2014, ch. 9)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links
from qualcode.display.linked import prepare_links
from qualcode.display.pairs import group_by_pair, head_pair
from qualcode.display.template import Line, lay_out
from qualcode.messages import Translate, mark
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study

FEWEST = 2  # informants with links: one alone is compared with nobody


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes that a link joins; columns: the links of each informant, those that lead to another's
    words under both, then what a person writes: whether the stream is shared, and why it is not."""
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    told = group_by_pair(linked)
    lines = []
    for pair, links in told.items():
        cells = []
        for case in study.cases:
            own = [link for link in links if case.id in (link.first.case, link.second.case)]
            missing = case.id not in filling.interviewed
            cells.append(Cell((t("no interview"),), kind="missing") if missing else linked.fill(own))
        lines.append(Line(head_pair(linked, pair), tuple(cells)))
    telling = {coding.case for links in told.values() for link in links for coding in (link.first, link.second)}
    few = t("Fewer than two informants have links: there is nothing to compare.")
    return lay_out(
        filling,
        "cross-case-network",
        t("Causal network across informants"),
        lines,
        [filling.head_case(case) for case in study.cases],
        (
            Heading("stream", t("Shared or different stream"), t("to be judged")),
            Heading("why", t("Why it differs"), t("to be written")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, by cause and then by effect")),
            EntryRule(
                t("Cells"), t("the links of each informant; one that leads to another's words stands under both")
            ),
            EntryRule(
                t("What is compared"),
                t("informants who tell of one case; they are cases of their own only if the study takes them for such"),
            ),
            *describe_links(linked),
        ),
        () if len(telling) >= FEWEST else (few,),
    )


PART = Display(
    name="cross-case-network",
    chapter=9,
    called="Causal network, cross-case",
    template=True,
    purpose=mark("Lay the links of several informants side by side: which streams they share and where they part."),
    build=build,
)
