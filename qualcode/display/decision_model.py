"""Decision modelling: the conditions under which something is done, as if-then rules to be tested on further informants
(Miles, Huberman and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.link_rules import tell_drawn, tell_kinds
from qualcode.display.linked import fill_drawn, head_drawn, prepare_links, require_codes_of_kind
from qualcode.display.template import Line, lay_out
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the elements, as what is done or left undone; columns: who tells of it, done, not done, reasons stated for
    it, and what a person writes: the condition, on whom it was tested, and exceptions. Refused where the codebook has
    no elements."""
    actions = require_codes_of_kind(study, "element")
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    others = [code.id for code in study.codebook.codes]
    lines = []
    for head in (head for head in filling.head_codes() if head.key in actions):
        found = filling.find_whole(head.key)
        causes = linked.find(others, (head.key,))
        cells = (
            filling.name_speakers(found),
            filling.fill_side(found, "supporting"),
            filling.fill_side(found, "contrary"),
            linked.fill_reasons(found, [link for link in causes if link.kind in ("stated", "denied")]),
            *fill_drawn(linked, causes),
        )
        lines.append(Line(head, cells))
    return lay_out(
        filling,
        "decision-model",
        t("Decision model: conditions"),
        lines,
        (
            Heading("who", t("Who says so")),
            Heading("done", t("Told as done")),
            Heading("undone", t("Told as not done")),
            Heading("because", t("Reasons stated for it")),
            *head_drawn(linked),
        ),
        (
            Heading("condition", t("If ..., then ..."), t("to be written")),
            Heading("tested", t("Tested on"), t("further informants")),
            Heading("exceptions", t("Exceptions"), t("to be written")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            *describe_marks(options, t),
            tell_kinds(t),
            tell_drawn(linked),
        ),
    )


PART = Display(
    name="decision-model",
    chapter=8,
    called="Decision modelling",
    template=True,
    purpose=mark("Work out under which conditions something is done, from the reasons that speakers state."),
    build=build,
)
