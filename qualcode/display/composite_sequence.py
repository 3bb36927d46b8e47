"""Composite sequence analysis: where in each account the codes come first, as a start for the common path and its
deviations (Miles, Huberman and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.template import Line, describe_gaps, lay_out
from qualcode.evidence.selection import list_ids
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

FEWEST = 2  # informants: a path is common to several


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the codes; columns: for each informant the place of the code among those first spoken to, with its turn,
    and what a person writes: the place in the common path, and deviations. The order of the telling is not that of
    events."""
    filling = prepare(study, options, t)
    first: dict[str, dict[str, Coding]] = {case.id: {} for case in study.cases}
    for coding in sorted(filling.selection.counted, key=lambda coding: (coding.transcript, coding.span)):
        code = study.codebook.find(coding.code)
        if coding.case in first and code:
            first[coding.case].setdefault(code.id, coding)

    def fill(case: str, code: str) -> Cell:
        if code not in first[case]:
            return filling.fill(case, code)
        own = first[case][code]
        place = 1 + sum(_comes_before(other, own) for other in first[case].values())
        line = t("{n}. (turn {turn})").format(n=place, turn=own.turn)
        codings = filling.find(case, code)
        return Cell((line, *filling.name_layer(codings)), list_ids(codings))

    few = t("Fewer than two informants speak to the codes: no path is common.")
    return lay_out(
        filling,
        "composite-sequence",
        t("Composite sequence analysis"),
        [Line(head, tuple(fill(case.id, head.key) for case in study.cases)) for head in filling.head_codes()],
        [filling.head_case(case) for case in study.cases],
        (
            Heading("place", t("Place in the common path"), t("to be judged")),
            Heading("deviations", t("Deviations"), t("to be written")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            EntryRule(
                t("Cells"),
                t(
                    "which code an informant speaks to first, second and so on, with the turn; codes first spoken to "
                    "in the same words share a place; this is the order of the telling, often that of the questions, "
                    "and need not be that of events"
                ),
            ),
            *describe_gaps(t),
        ),
        () if sum(bool(own) for own in first.values()) >= FEWEST else (few,),
    )


def _comes_before(one: Coding, other: Coding) -> bool:
    """Whether the words of one are all said before those of the other."""
    return (one.transcript, one.span.end) <= (other.transcript, other.span.start)


PART = Display(
    name="composite-sequence",
    chapter=8,
    called="Composite sequence analysis",
    template=True,
    contents=("presence",),
    purpose=mark("Compare in which order informants come to the codes, as a start for a common path."),
    build=build,
)
