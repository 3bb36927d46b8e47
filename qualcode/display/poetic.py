"""Poetic display: an informant's own words, unit by unit, for a person to arrange (Miles, Huberman and Saldana 2014,
ch. 7). Verbatim only: nothing is shortened, put together or put in other words."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.template import Line, lay_out
from qualcode.evidence.excerpts import make_excerpt
from qualcode.evidence.selection import group_by_unit
from qualcode.messages import Translate, mark
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the coded units, informant by informant, in the order of the telling (`where` with a case makes it the
    words of one); columns: the words, their codes, and what a person writes: the lines kept, and their place."""
    filling = prepare(study, options, t)
    lines = []
    for case in study.cases:
        own = [coding for coding in filling.selection.counted if coding.case == case.id]
        for unit in group_by_unit(own):
            said, first, layer = make_excerpt(*unit), unit[0], filling.name_layer(unit)
            place = t("{case}, turn {turn}").format(case=case.id, turn=first.turn)
            head = Heading(f"{case.id}/{first.transcript}/{first.span.start}", place, first.transcript)
            codes = ", ".join(dict.fromkeys(coding.code for coding in unit))
            cells = (Cell((words, *layer), said.coding_ids) for words in (said.quote, codes))
            lines.append(Line(head, tuple(cells)))
    return lay_out(
        filling,
        "poetic",
        t("Poetic display: material"),
        lines,
        (Heading("words", t("Words"), t("verbatim")), Heading("codes", t("Codes"))),
        (
            Heading("kept", t("Lines kept"), t("verbatim, nothing added")),
            Heading("place", t("Place in the poem"), t("to be judged")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the cases, and inside each the order of the telling")),
            EntryRule(t("Cells"), t("every coded unit once, verbatim; what no code was given to is not here")),
            EntryRule(t("Least evidence for a mark"), t("one coding that counts")),
            EntryRule(t("Empty cells"), t("a unit without codings has no row")),
        ),
    )


PART = Display(
    name="poetic",
    chapter=7,
    called="Poetic display",
    template=True,
    contents=("quotes",),
    purpose=mark("Arrange an informant's own words as lines; nothing but what was said."),
    build=build,
    fixed_quotes=True,
)
