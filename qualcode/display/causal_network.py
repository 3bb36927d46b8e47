"""Causal network of the case: arrows that speakers state or people drew, each with its evidence, and room for strength
and rivals (Miles, Huberman and Saldana 2014, ch. 9). The program proposes no arrow of its own."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.linked import prepare_links
from qualcode.display.pairs import to_network
from qualcode.display.template import lay_out_links
from qualcode.messages import Translate, mark
from qualcode.model import Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each pair of codes that a link joins; columns: who states, who denies, who drew it, the links, and what a
    person writes: how strong the arrow is and in which direction it works, rivals, and its place in the narrative."""
    return lay_out_links(
        prepare_links(prepare(study, options, t)),
        "causal-network",
        t("Causal network of the case"),
        (
            Heading("strength", t("Strength and sign"), t("to be judged")),
            Heading("rivals", t("Rival explanations"), t("to be written")),
            Heading("narrative", t("In the narrative"), t("to be written")),
        ),
    )


PART = Display(
    name="causal-network",
    chapter=9,
    called="Causal network, within case",
    template=True,
    purpose=mark("Draw the case as a network: each arrow with its evidence, its strength and its rivals."),
    build=build,
    to_network=to_network,
)
