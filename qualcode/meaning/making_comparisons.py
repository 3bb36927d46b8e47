"""Making contrasts, comparisons: two and more groups of informants side by side, code by code.

Tactic 6 (Miles, Huberman and Saldana 2014, ch. 11). A group is compared by how many of its informants speak to a code
and on which side, never by how much they talk. A group of one is a person.
"""

from collections.abc import Mapping, Sequence

from qualcode.errors import QualcodeError
from qualcode.evidence.asking import Asking, find_asking
from qualcode.evidence.marks import count_units, find_kind
from qualcode.evidence.narrowing import find_case_value, list_case_fields, tell_fields
from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_attribute, name_value
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, describe_counting, draw_quotes, draw_table, head_code, head_yours
from qualcode.meaning.material import Material
from qualcode.messages import Translate, mark
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Matrix

FIELDS = ("sector", "jurisdiction")
FEWEST_INFORMANTS = 2  # of a group; one informant is a person

Groups = dict[str, tuple[Case, ...]]


def lay_out(material: Material) -> LaidOut:
    """For each field of cases.csv that parts the informants, a row a code and a column a group; `by` names another
    field. A field that there is not, and one that parts nobody, are refused."""
    t = material.t
    fields = [material.handed.by] if material.handed.by else list(FIELDS)
    by_field = {field: _group(field, material) for field in fields}
    if material.handed.by:
        _check(material.handed.by, by_field[material.handed.by], material)
    parted = {field: groups for field, groups in by_field.items() if len(groups) > 1}
    asking = find_asking(material.study)
    tables = tuple(_compare(field, groups, asking, material) for field, groups in parted.items())
    if not tables:
        tables = (_say_nothing(material),)
    differing = sum(bool(cells[-2].coding_ids) for table in tables for cells in table.cells)
    return LaidOut(Cell((t("codes on which groups part: {n}").format(n=differing),)), tables)


def _check(field: str, groups: Groups, material: Material) -> None:
    known = list_case_fields(material.study.cases)
    if field not in known:
        raise QualcodeError(mark("Informants have no field {field}", field=field), tell_fields(field, known))
    if len(groups) < 2:
        raise QualcodeError(
            mark("The field {field} parts nobody", field=field), mark("Name a field in which informants differ")
        )


def _group(field: str, material: Material) -> Groups:
    """Informants by the value of a field, in the order of cases.csv; those without a value are in no group."""
    groups: dict[str, list[Case]] = {}
    for case in material.informants:
        if value := find_case_value(case, field):
            groups.setdefault(value, []).append(case)
    return {value: tuple(cases) for value, cases in groups.items()}


def _compare(field: str, groups: Groups, asking: Asking, material: Material) -> Matrix:
    t = material.t
    alone = [name_value(field, group, t) for group, cases in groups.items() if len(cases) < FEWEST_INFORMANTS]
    notes = []
    if alone:
        line = t("Groups of one informant, which are a person and no group: {groups}.")
        notes.append(line.format(groups=", ".join(alone)))
    return draw_table(
        material,
        f"making-comparisons@{field}",
        t("Groups by {field}").format(field=name_attribute(field, t)),
        (
            *(
                Heading(group, name_value(field, group, t), ", ".join(case.id for case in cases))
                for group, cases in groups.items()
            ),
            Heading("parts", t("Where they part")),
            head_yours("yours", t("Does it matter, and why?"), t),
        ),
        [_draw_row(code, codings, field, groups, asking, material) for code, codings in material.by_code.items()],
        (
            EntryRule(
                t("Cells"),
                t(
                    "how many informants of the group speak to the code, its units and the first quote of each side; "
                    "not asked, where no question to anybody of the group asked for the code"
                ),
            ),
            EntryRule(
                t("Where they part"),
                t(
                    "groups that stand on unlike sides, or of which some speak to the code and others do not; counted "
                    "are informants and sides, not how much is said; groups that nobody asked are not called silent"
                ),
            ),
            describe_counting(t),
        ),
        notes,
    )


def _draw_row(
    code: str, codings: Sequence[Coding], field: str, groups: Groups, asking: Asking, material: Material
) -> Row:
    t = material.t
    by_case = group_by_case(codings)
    cells, stands = [], {}
    for group, cases in groups.items():
        own = [coding for case in cases for coding in by_case.get(case.id, ())]
        name = name_value(field, group, t)
        if own:
            n = sum(case.id in by_case for case in cases)
            head = t("{n} of {total} informants").format(n=n, total=len(cases))
            quotes = draw_quotes(own, material)
            cells.append(Cell((f"{head}; {count_units(own, t)}", *quotes.lines), list_ids(own), find_kind(own)))
            stands[name] = find_kind(own)
        elif all(asking.is_unasked(case.id, code) for case in cases):
            cells.append(Cell((t("not asked"),), kind="unasked"))
        else:
            cells.append(Cell((t("silent"),), kind="silent"))
            stands[name] = "silent"
    return head_code(code, material), (*cells, _tell_parting(stands, codings, t), YOURS)


def _tell_parting(stands: Mapping[str, str], codings: Sequence[Coding], t: Translate) -> Cell:
    if len(set(stands.values())) < 2:
        return Cell((t("nowhere"),))
    words = {"evidence": t("for"), "contrary": t("against"), "mixed": t("both ways"), "silent": t("silent")}
    return Cell(tuple(f"{group}: {words[stand]}" for group, stand in stands.items()), list_ids(codings))


def _say_nothing(material: Material) -> Matrix:
    t = material.t
    none = t("There is nothing to compare: cases.csv parts the informants neither by sector nor by jurisdiction.")
    return draw_table(material, "making-comparisons", t("Groups"), (), (), (), (none,))


PART = Aid(
    name="making-comparisons",
    number=6,
    purpose=mark(
        "Set groups of informants side by side, code by code: sectors, jurisdictions, or any field of cases.csv."
    ),
    questions=(
        mark("Is the difference one that matters in practice, or one of role and question?"),
        mark("With what else should this be compared: another time, another place, what you expected?"),
    ),
    lay_out=lay_out,
)
