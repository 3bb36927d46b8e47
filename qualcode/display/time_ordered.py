"""Time-ordered matrix: what is told of each code year by year (Miles, Huberman and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.dated import build_by_year
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: codes; columns: the years that respondents name in the coded words."""
    return build_by_year(
        "time-ordered",
        t("Time-ordered matrix"),
        lambda coding: study.codebook.name_whole(coding.code),
        lambda filling: filling.head_codes(),
        EntryRule(t("Order of rows"), t("the order of the codebook")),
        study,
        options,
        t,
    )


PART = Display(
    name="time-ordered",
    chapter=8,
    called="Time-ordered matrix",
    purpose=mark("See what is told of each code year by year, as far as respondents name years."),
    build=build,
)
