"""Coverage by informant: how much of what each one says was coded."""

from collections import defaultdict
from collections.abc import Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.coverage import Counted, describe_counted, fill_counted, head_counted, list_standing
from qualcode.condense.passages import SaidUnit, read_interviews
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_sector
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, Heading, Matrix


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row an informant, in the order of the cases, then one for respondents whom no case names."""
    study = material.study
    standing = list_standing(study)
    units: dict[str, list[SaidUnit]] = defaultdict(list)
    for interview in read_interviews(material):
        for unit in interview.units:
            units[unit.turn.case].append(unit)
    codings: dict[str, list[Coding]] = defaultdict(list)
    for coding in standing:
        codings[coding.case].append(coding)
    rows = [Heading(c.id, c.id, "; ".join(filter(None, (name_sector(c.sector, t), c.role)))) for c in study.cases]
    if units.get(""):
        rows.append(Heading("unnamed", t("no case names them")))
    cells = []
    for row in rows:
        own = "" if row.key == "unnamed" else row.key
        cells.append(_fill(units[own], codings[own], t))
    matrix = Matrix(
        name="coverage-by-case",
        title=t("Coverage by informant"),
        rows=tuple(rows),
        columns=head_counted(t),
        cells=tuple(cells),
        entry_rules=(*describe_counted(t), *describe_all(study, standing, t)),
        notes=warn(study, standing, t),
    )
    return (matrix,)


def _fill(units: Sequence[SaidUnit], codings: Sequence[Coding], t: Translate) -> tuple[Cell, ...]:
    if not units:
        return tuple(Cell((t("no interview"),), kind="missing") for _ in head_counted(t))
    coded = [unit for unit in units if unit.coded]
    counted = Counted(
        sum(unit.words for unit in units),
        sum(unit.words for unit in coded),
        len(units),
        len(coded),
        list_ids(codings),
    )
    return fill_counted(counted, t)


PART = Condensation(
    name="coverage-by-case",
    purpose=mark("See how much of what each informant says was coded."),
    build=build,
)
