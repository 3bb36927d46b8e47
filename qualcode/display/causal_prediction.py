"""Causal-prediction model: what is said or drawn to lead to each outcome, as paths that others can be asked about
(Miles, Huberman and Saldana 2014, ch. 10). No path is estimated."""

from collections.abc import Iterable

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.linked import prepare_links, require_codes_of_kind
from qualcode.display.pairs import Pair, group_by_pair, to_network
from qualcode.display.template import lay_out_links
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes on a way of links that ends in an outcome; columns as in the causal network, then what a
    person writes: sign and strength expected, and what would have to be seen elsewhere. Refused where the codebook has
    no impacts."""
    outcomes = require_codes_of_kind(study, "impact")
    linked = prepare_links(prepare(study, options, t))
    return lay_out_links(
        linked,
        "causal-prediction",
        t("Causal-prediction model"),
        (
            Heading("expected", t("Sign and strength expected"), t("to be judged")),
            Heading("elsewhere", t("What should be seen elsewhere"), t("to be written")),
        ),
        rules=(EntryRule(t("Paths"), t("links of which one leads to the next and the last to an outcome")),),
        keep=find_leading(group_by_pair(linked), outcomes),
    )


def find_leading(pairs: Iterable[Pair], outcomes: Iterable[str]) -> frozenset[str]:
    """The codes from which a way of pairs leads to one of `outcomes`, and these themselves."""
    edges = set(pairs)
    leading = set(outcomes)
    while more := {cause for cause, effect in edges if effect in leading} - leading:
        leading |= more
    return frozenset(leading)


PART = Display(
    name="causal-prediction",
    chapter=10,
    called="Causal-prediction model",
    template=True,
    purpose=mark("Lay out the paths that are said or drawn to lead to each outcome, to be tested on others."),
    build=build,
    to_network=to_network,
)
