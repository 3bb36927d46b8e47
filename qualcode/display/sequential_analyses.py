"""Sequential analyses: rounds of coding, clustering, linking and propositions, each resting on the one before (Miles,
Huberman and Saldana 2014, ch. 6)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.link_rules import tell_drawn, tell_kinds
from qualcode.display.linked import prepare_links
from qualcode.display.pairs import group_by_pair
from qualcode.display.template import Line, describe_counts, lay_out, list_counts
from qualcode.evidence.marks import say_none
from qualcode.evidence.selection import group_by_code
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the rounds: first coding, clusters, links, propositions; columns: what each rests on and what it holds so
    far, and what a person writes: what the round came to, and what changed in the one before."""
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    by_code = group_by_code(filling.selection.counted, study.codebook)
    families: dict[str, list[Coding]] = {}
    for code in study.codebook.codes:
        families.setdefault(code.family or code.id, []).extend(by_code[code.id])
    ends = [
        coding for links in group_by_pair(linked).values() for link in links for coding in (link.first, link.second)
    ]
    pairs = tuple(f"{cause} → {effect}: {len(links)}" for (cause, effect), links in group_by_pair(linked).items())
    links = (
        Cell((*pairs, *filling.name_layer(ends)), tuple(dict.fromkeys(coding.id for coding in ends)))
        if pairs
        else say_none(t)
    )
    claims = tuple(f"{claim.id}: {claim.text.in_language(options.language)}" for claim in study.claims)
    coded = t("respondents' words, by the codebook {name} {version}").format(
        name=study.codebook.name, version=study.codebook.version
    )
    return lay_out(
        filling,
        "sequential-analyses",
        t("Sequential analyses"),
        (
            Line(Heading("coding", t("First coding")), (Cell((coded,)), list_counts(filling, by_code))),
            Line(Heading("clusters", t("Clusters")), (Cell((t("the codes"),)), list_counts(filling, families))),
            Line(Heading("links", t("Links")), (Cell((t("the codings"),)), links)),
            Line(Heading("propositions", t("Propositions")), (Cell((t("the links"),)), Cell(claims or (t("none"),)))),
        ),
        (Heading("input", t("Rests on")), Heading("holds", t("Holds so far"))),
        (
            Heading("product", t("What the round came to"), t("a vignette, a proposition")),
            Heading("changed", t("What changed in the round before"), t("and why")),
        ),
        (
            EntryRule(t("Order of rows"), t("the rounds, each resting on the one before")),
            *describe_counts(t),
            tell_kinds(t),
            tell_drawn(linked),
        ),
    )


PART = Display(
    name="sequential-analyses",
    chapter=6,
    called="Sequential analyses",
    template=True,
    contents=("counts",),
    purpose=mark("Keep the rounds of the analysis apart: what each rests on, what it holds and what it came to."),
    build=build,
)
