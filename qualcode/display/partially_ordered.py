"""Partially ordered meta-matrix: all that was coded in one place before anything is left out (Miles, Huberman and
Saldana 2014, ch. 6)."""

from dataclasses import replace

from qualcode.display.contract import EVERY, Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import Filling, prepare
from qualcode.messages import Translate, mark
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: every informant with every code, stacked; columns: what is said for the code, against it, and wished or
    supposed of it (unless wishes count). Quotes are not limited."""
    filling = prepare(study, replace(options, quotes=EVERY), t)
    columns = [Heading("for", t("For it")), Heading("against", t("Against it"))]
    if not options.wishes:
        columns.append(Heading("wished", t("Wished or supposed"), t("not counted elsewhere")))
    rows = [
        Heading(f"{case.id}/{code.id}", f"{case.id}: {code.label.in_language(options.language)}", code.id)
        for case in study.cases
        for code in study.codebook.codes
    ]
    return filling.finish(
        "partially-ordered",
        t("Partially ordered meta-matrix"),
        rows,
        columns,
        [_fill(filling, case.id, code.id, len(columns)) for case in study.cases for code in study.codebook.codes],
        (
            EntryRule(t("Order of rows"), t("the order of the cases, and inside each the order of the codebook")),
            *describe_marks(filling.options, t),
        ),
    )


def _fill(filling: Filling, case: str, code: str, columns: int) -> list[Cell]:
    found = filling.find(case, code)
    if case not in filling.interviewed or not (found or filling.set_aside.get((case, code))):
        return [filling.fill(case, code)] * columns
    sides = [filling.fill_side(found, "supporting"), filling.fill_side(found, "contrary")]
    if columns > len(sides):
        sides.append(filling.fill_wishes(filling.set_aside.get((case, code), ())))
    return sides


PART = Display(
    name="partially-ordered",
    chapter=6,
    called="Partially ordered meta-matrix",
    purpose=mark("Read everything that was coded, informant by informant, before anything is left out."),
    build=build,
    fixed_quotes=True,
)
