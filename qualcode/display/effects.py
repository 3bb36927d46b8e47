"""Effects matrix: what is told of each outcome, by whom, and what it is put down to (Miles, Huberman and Saldana 2014,
ch. 9)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.link_rules import tell_drawn, tell_kinds, tell_meaning
from qualcode.display.linked import fill_drawn, head_drawn, prepare_links, require_codes_of_kind
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the impacts; columns: told, denied, hoped for (unless wishes count), who says so, what speakers put it down
    to in so many words, what people linked to it where anybody drew a link, and whether it is direct, a side effect or
    unwanted, which a person writes. Refused where the codebook has no impacts."""
    outcomes = require_codes_of_kind(study, "impact")
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    others = [code.id for code in study.codebook.codes if code.id not in outcomes]
    heads = [head for head in filling.head_codes() if head.key in outcomes]
    cells = []
    for head in heads:
        found = filling.find_whole(head.key)
        aside = filling.find_set_aside(head.key)
        causes = linked.find(others, (head.key,))
        cells.append(
            (
                filling.fill_side(found, "supporting"),
                filling.fill_side(found, "contrary"),
                *([] if options.wishes else [filling.fill_wishes(aside)]),
                filling.name_speakers(found),
                linked.fill_reasons(found, [link for link in causes if link.kind in ("stated", "denied")]),
                *fill_drawn(linked, causes),
                to_be_written(t),
            )
        )
    return filling.finish(
        "effects",
        t("Effects matrix"),
        heads,
        (
            Heading("told", t("Told")),
            Heading("denied", t("Denied")),
            *([] if options.wishes else [Heading("hoped", t("Hoped for"), t("not counted elsewhere"))]),
            Heading("who", t("Who says so")),
            Heading("because", t("Put down to"), t("in the speaker's own words")),
            *head_drawn(linked),
            Heading("judged", t("Direct, side or unwanted effect"), t("to be judged")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            *describe_marks(options, t),
            tell_kinds(t),
            tell_meaning(t),
            tell_drawn(linked),
        ),
    )


PART = Display(
    name="effects",
    chapter=9,
    called="Effects matrix",
    purpose=mark("See what is told of each outcome, who says so, and what speakers put it down to."),
    build=build,
)
