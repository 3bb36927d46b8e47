"""Case-ordered meta-matrix: informants in the order of one variable (Miles, Huberman and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.ordering import require_places, sort_cases, write_place
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants from high to low on the variable that `options.sort` names, else on the first family of
    impacts; columns: the place, then all codes. A study without impacts and without `sort` is refused."""
    places = require_places(study, ("impact",), options, t)
    filling = prepare(study, options, t)
    cases = sort_cases(study.cases, places)
    codes = filling.head_codes()
    return filling.finish(
        "case-ordered",
        t("Case-ordered meta-matrix"),
        [filling.head_case(case) for case in cases],
        (Heading("place", t("Place"), places.label), *codes),
        [
            (
                write_place(case, places, filling),
                *(filling.fill(case.id, code.key) for code in codes),
            )
            for case in cases
        ],
        (EntryRule(t("Order of rows"), places.rule), *describe_marks(options, t)),
    )


PART = Display(
    name="case-ordered",
    chapter=8,
    called="Case-ordered descriptive meta-matrix",
    purpose=mark("See what goes along with more or less of an outcome: informants in the order of one variable."),
    build=build,
    orders=True,
    on_paper="presence",
)
