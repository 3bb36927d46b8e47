"""Checklist matrix: the components of a code and who speaks to each (Miles, Huberman and Saldana 2014, ch. 6)."""

from collections.abc import Iterator, Mapping

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.wording import count_informants
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the sub-codes of every code, then what bears the code alone; columns: informants, and how many of them say
    that the component is there. `where` with a code makes it the checklist of that code."""
    filling = prepare(study, options, t)
    rows = list(_list_components(study, options.language, t))
    counted = {coding.id: coding for coding in filling.selection.counted}
    cells = []
    for heading, whole in rows:
        by_case = [filling.fill(case.id, heading.key, whole=whole) for case in study.cases]
        cells.append((*by_case, _count(filling, by_case, counted)))
    return filling.finish(
        "checklist",
        t("Checklist matrix"),
        [heading for heading, _ in rows],
        (*map(filling.head_case, study.cases), Heading("there", t("Say that it is there"))),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, silent components too")),
            EntryRule(
                t("Rating"),
                t(
                    "+ there, − denied, ± some of each; whether a component is there in part or in full is for a "
                    "person to judge from the quotes"
                ),
            ),
            *describe_marks(options, t),
        ),
    )


def _list_components(study: Study, language: str, t: Translate) -> Iterator[tuple[Heading, bool]]:
    for code in study.codebook.codes:
        label = code.label.in_language(language)
        for subcode in code.subcodes:
            yield Heading(subcode.id, subcode.label.in_language(language), f"{subcode.id}: {label}"), True
        if code.subcodes:
            yield Heading(code.id, t("{code}, no component named").format(code=label), code.id), False
        else:
            yield Heading(code.id, label, code.id), True


def _count(filling: Filling, cells: list[Cell], counted: Mapping[str, Coding]) -> Cell:
    """The informants whose codings speak for the component, all of them or some."""
    pairs = list(zip(filling.study.cases, cells, strict=True))
    there = [
        (case, cell) for case, cell in pairs if any(counted[id_].polarity == "supporting" for id_ in cell.counted_ids)
    ]
    asked = sum(case.id in filling.interviewed for case, _ in pairs)
    ids = dict.fromkeys(id_ for _, cell in there for id_ in cell.coding_ids)
    line = count_informants([case for case, _ in there], asked, filling.t)
    return Cell((line, *(filling.name_layer(counted[id_] for id_ in ids) if ids else ())), tuple(ids))


PART = Display(
    name="checklist",
    chapter=6,
    called="Checklist matrix",
    purpose=mark("Check the components of a code one by one: which are there, which are denied, which nobody names."),
    build=build,
    on_paper="presence",
)
