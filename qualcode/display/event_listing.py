"""Event-listing matrix: what each informant dates, year by year (Miles, Huberman and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.dated import build_by_year
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants; columns: the years that they name in the coded words."""
    return build_by_year(
        "event-listing",
        t("Event-listing matrix"),
        lambda coding: coding.case,
        lambda filling: tuple(map(filling.head_case, study.cases)),
        EntryRule(t("Order of rows"), t("the order of the cases")),
        study,
        options,
        t,
    )


PART = Display(
    name="event-listing",
    chapter=8,
    called="Event-listing matrix",
    purpose=mark(
        "List what each informant dates, year by year, to lay their accounts of the course of events together."
    ),
    build=build,
)
