"""Matrices of informants by codes: the frame that several displays share."""

from collections.abc import Sequence

from qualcode.display.cells import Style, fill_cell
from qualcode.display.contract import DisplayOptions
from qualcode.display.entry_rules import build_entry_rules, describe_marks, write_notes
from qualcode.evidence.selection import group_by_cell, select
from qualcode.evidence.wording import find_interviewed, name_sector
from qualcode.messages import Translate
from qualcode.model import Case, Cell, EntryRule, Heading, Matrix, Study


def build_case_by_code(
    name: str,
    title: str,
    cases: Sequence[Case],
    columns: Sequence[Heading],
    order: tuple[EntryRule, ...],
    study: Study,
    options: DisplayOptions,
    t: Translate,
) -> Matrix:
    """A matrix with a row for each of `cases` and a column for each code whose id is a key of `columns`.

    Each coding that counts lies behind exactly one cell. `order` says how rows and columns were ordered.
    """
    selection = select(study, options.layer, options.wishes)
    style = Style(study.codebook, options, selection.layers_meet, t)
    counted = group_by_cell(selection.counted, study.codebook)
    set_aside = group_by_cell(selection.set_aside, study.codebook)
    interviewed = find_interviewed(study)

    def fill(case: Case, code: str) -> Cell:
        if case.id not in interviewed:
            return Cell((t("no interview"),), kind="missing")
        return fill_cell(counted.get((case.id, code), ()), len(set_aside.get((case.id, code), ())), style)

    return Matrix(
        name=name,
        title=title,
        rows=tuple(_head_case(case, t) for case in cases),
        columns=tuple(columns),
        cells=tuple(tuple(fill(case, column.key) for column in columns) for case in cases),
        entry_rules=build_entry_rules(study, selection, options, (*order, *describe_marks(options, t)), t),
        notes=write_notes(study, selection, options, t),
    )


def _head_case(case: Case, t: Translate) -> Heading:
    details = (name_sector(case.sector, t), case.role, case.organisation, case.attributes.get("jurisdiction", ""))
    return Heading(case.id, case.id, "; ".join(detail for detail in details if detail))
