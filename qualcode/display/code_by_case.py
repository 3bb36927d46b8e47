"""Heat map of codes by informants: how many units of each informant speak to each code.

How often something is said does not say how much it matters, and who talks longer says more of everything.
"""

from collections.abc import Sequence
from dataclasses import replace

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.marks import count_units
from qualcode.evidence.selection import group_by_unit, list_ids
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: codes; columns: informants; cells: the units of each, whoever coded them, and whose codings they are.

    The content is counts, whatever the options say."""
    filling = prepare(study, replace(options, content="counts"), t)
    matrix = filling.finish(
        "code-by-case",
        t("Heat map: codes by informants"),
        filling.head_codes(),
        [filling.head_case(case) for case in study.cases],
        [
            [_fill(filling, case.id, code.id, filling.find(case.id, code.id)) for case in study.cases]
            for code in study.codebook.codes
        ],
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            EntryRule(t("Order of columns"), t("the order of the cases")),
            EntryRule(
                t("Cells"), t("the number of units, for and against together, and under it whose and on which side")
            ),
            EntryRule(
                t("Shading"),
                t(
                    "five steps, by the share of the highest number in the table; who talks longer says more of "
                    "everything, and how often says nothing about how important"
                ),
            ),
            EntryRule(
                t("Least evidence for a mark"),
                t("one coding that counts, first-hand or second-hand, volunteered or prompted"),
            ),
            EntryRule(
                t("Empty cells"),
                t(
                    "silent: interviewed, and nothing that counts was found, which is no denial; not asked: the same, "
                    "and no question was understood to ask for it, by the guide or by the codebook's cues of "
                    "questions; no interview: nothing could be looked for; no cell is left blank"
                ),
            ),
        ),
    )
    return replace(matrix, heat=True)


def _fill(filling: Filling, case: str, code: str, codings: Sequence[Coding]) -> Cell:
    if not codings:
        return filling.fill(case, code)
    units, said = str(len(group_by_unit(codings))), count_units(codings, filling.t)
    return Cell((said,) if said.startswith(f"{units} ") else (units, said), list_ids(codings))


PART = Display(
    name="code-by-case",
    purpose=mark("See at a glance who speaks to which code how often; darker is more."),
    build=build,
    in_report=True,
    contents=("counts",),
)
