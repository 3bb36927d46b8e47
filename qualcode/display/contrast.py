"""Contrast table: exemplary informants from the ends and the middle of a variable side by side (Miles, Huberman and
Saldana 2014, ch. 6)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.ordering import require_places, sort_cases, write_place
from qualcode.messages import Translate, mark
from qualcode.model import Case, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the place on the variable that `options.sort` names (else the first family of impacts), then all codes;
    columns: the first, the middle and the last informant on it, or those that `options.columns` names; all, where fewer
    than two have a place."""
    places = require_places(study, ("impact",), options, t)
    filling = prepare(study, options, t)
    placed = [case for case in sort_cases(study.cases, places) if places.level[case.id] != "none"]
    chosen = sort_cases(study.cases, places) if options.columns or len(placed) < 2 else _choose_exemplary(placed)
    no_contrast = t("Fewer than two informants have a place on {variable}: there is no contrast, and all are shown.")
    codes = filling.head_codes()
    return filling.finish(
        "contrast",
        t("Contrast table"),
        (Heading("place", t("Place"), places.label), *codes),
        map(filling.head_case, chosen),
        [
            [write_place(case, places, filling) for case in chosen],
            *([filling.fill(case.id, code.key) for case in chosen] for code in codes),
        ],
        (
            EntryRule(t("Order of columns"), places.rule),
            EntryRule(t("Choice of informants"), _describe_choice(options, len(placed), t)),
            *describe_marks(options, t),
        ),
        notes=() if len(placed) > 1 else (no_contrast.format(variable=places.label),),
    )


def _choose_exemplary(placed: list[Case]) -> list[Case]:
    return [placed[0], placed[len(placed) // 2], placed[-1]] if len(placed) > 2 else placed


def _describe_choice(options: DisplayOptions, placed: int, t: Translate) -> str:
    if options.columns:
        return t("named by whoever asked for the display")
    return t(
        "the first, the middle and the last of {n} informants with a place; another choice may tell another story"
    ).format(n=placed)


PART = Display(
    name="contrast",
    chapter=6,
    called="Contrast table",
    purpose=mark("Set exemplary informants side by side: high, middle and low on one variable."),
    build=build,
    orders=True,
)
