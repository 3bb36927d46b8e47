"""Matrices of informants by codes: the frame that several displays share."""

from collections.abc import Sequence

from qualcode.display.contract import DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.messages import Translate
from qualcode.model import Case, EntryRule, Heading, Matrix, Study


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
    filling = prepare(study, options, t)
    return filling.finish(
        name,
        title,
        [filling.head_case(case) for case in cases],
        columns,
        [[filling.fill(case.id, column.key) for column in columns] for case in cases],
        (*order, *describe_marks(options, t)),
    )
