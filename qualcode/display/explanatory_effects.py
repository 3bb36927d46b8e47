"""Explanatory effects matrix: what was done, what is told to have come of it, and the researcher's explanation, kept
apart (Miles, Huberman and Saldana 2014, ch. 6)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links_beside_marks
from qualcode.display.linked import fill_drawn, head_drawn, prepare_links, require_codes_of_kind
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the elements; columns: who tells of it, what is told, effects that speakers state to come of it, outcomes
    told nearby, and two that a person writes: short and longer run, and the explanation. Refused where the codebook has
    no elements or no impacts."""
    elements = require_codes_of_kind(study, "element")
    outcomes = require_codes_of_kind(study, "impact")
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    heads = [head for head in filling.head_codes() if head.key in elements]
    cells = []
    for head in heads:
        found = filling.find_whole(head.key)
        effects = linked.find((head.key,), outcomes)
        cells.append(
            (
                filling.name_speakers(found),
                filling.fill_side(found, "supporting"),
                linked.fill([link for link in effects if link.kind in ("stated", "denied")]),
                *fill_drawn(linked, effects),
                linked.fill([link for link in effects if link.kind == "nearby"]),
                to_be_written(t),
                to_be_written(t),
            )
        )
    return filling.finish(
        "explanatory-effects",
        t("Explanatory effects matrix"),
        heads,
        (
            Heading("who", t("Who says so")),
            Heading("done", t("What is told of it")),
            Heading("effects", t("Effects stated")),
            *head_drawn(linked),
            Heading("nearby", t("Outcomes told nearby"), t("no effect is stated")),
            Heading("run", t("Short and longer run"), t("to be judged")),
            Heading("explanation", t("Explanation"), t("the researcher's, not the speakers'")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            *describe_marks(options, t),
            *describe_links_beside_marks(linked),
        ),
    )


PART = Display(
    name="explanatory-effects",
    chapter=6,
    called="Explanatory effects matrix",
    purpose=mark("Lay out what was done and what is said to have come of it, with the place for your explanation."),
    build=build,
)
