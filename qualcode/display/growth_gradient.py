"""Growth gradient: how one variable grows or shrinks from year to year (Miles, Huberman and Saldana 2014, ch. 8). The
program sets no level: how much is more, a person judges."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.dated import UNDATED, describe_times, list_dated
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.template import Line, lay_out
from qualcode.messages import Translate, mark
from qualcode.model import Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each code in each year that respondents name, then what names none (`where` with a code makes it the
    gradient of one variable); columns: who says so, for and against it, and what a person writes: the level, on a scale
    that is stated, and the event that moved it."""
    filling = prepare(study, options, t)
    found: dict[tuple[str, str], list[Coding]] = {}
    for coding, year in list_dated(filling):
        found.setdefault((study.codebook.name_whole(coding.code), year), []).append(coding)
    lines = []
    for head in filling.head_codes():
        for year in sorted((year for code, year in found if code == head.key), key=lambda y: (y == UNDATED, y)):
            own = found[head.key, year]
            sides = (filling.fill_side(own, "supporting"), filling.fill_side(own, "contrary"))
            label = t("No year named") if year == UNDATED else year
            key = Heading(f"{head.key}/{year}", f"{head.label}: {label}", head.key)
            lines.append(Line(key, (filling.name_speakers(own), *sides)))
    none = t("No year is named in the coded words: nothing can be put in order of time.")
    return lay_out(
        filling,
        "growth-gradient",
        t("Growth gradient"),
        lines,
        (
            Heading("who", t("Who says so")),
            Heading("for", t("For it")),
            Heading("against", t("Against it")),
        ),
        (
            Heading("level", t("Level"), t("on a scale that you state")),
            Heading("event", t("Event that moved it"), t("to be written")),
        ),
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, and inside a code the order of years")),
            describe_times(t),
            *describe_marks(options, t),
        ),
        () if any(year != UNDATED for _, year in found) else (none,),
    )


PART = Display(
    name="growth-gradient",
    chapter=8,
    called="Growth gradient",
    template=True,
    purpose=mark("Follow how one variable grows or shrinks from year to year, and what moved it."),
    build=build,
)
