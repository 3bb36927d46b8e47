"""Replicating a finding: whether it holds in another part of the data.

Tactic 11 (Miles, Huberman and Saldana 2014, ch. 11): each informant is left out in turn, and the data are split in
halves, by informants and by the course of the interviews. Where the claim leans otherwise then, it rests on that part.
"""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_informant
from qualcode.messages import mark
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Side, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, head_sides
from qualcode.verify.material import Material, find_side
from qualcode.verify.words import name_side


def leave_out(material: Material) -> Verdict:
    """A row an informant who speaks to the claim: what it leans to without that informant, whose passages stand beside
    it; then four halves, with what each leans to and its own passages."""
    t = material.t
    falling = find_carriers(material)
    bearing = group_by_case(material.bearing)
    rows = []
    for case, side in _leave_each_out(material):
        name = t("without {informant}").format(informant=name_informant(case, t))
        _, n, m = draw_sides(bearing[case.id], material)
        remark = _remark(side, material)
        rows.append((Heading(case.id, name, remark), (Cell((name_side(side, t),)), n, m)))
    for key, label, half in _list_halves(material):
        remark = _remark(find_side(*material.split(half)), material)
        rows.append((Heading(key, label, remark), draw_sides(half, material)))
    computed = Computed(
        title=t("whether it holds in another part of the data"),
        columns=head_sides(t),
        rows=tuple(rows),
        rules=(
            EntryRule(t("All evidence"), t("leans {side}").format(side=name_side(material.side, t))),
            EntryRule(
                t("Passages"),
                t("beside an informant left out, the informant's own, which go with them; beside a half, those in it"),
            ),
            EntryRule(
                t("Halves"),
                t(
                    "informants in the order of the cases, every other one; and the first and the second half of the "
                    "turns of each interview; halves of a few informants show little"
                ),
            ),
        ),
        codings=material.bearing,
    )
    return answer(PART.name, material, _draw_brief(material, falling), computed, _list_questions(material, falling))


def find_carriers(material: Material) -> tuple[Case, ...]:
    """The informants without whom the claim leans otherwise, in the order of the cases."""
    return tuple(case for case, side in _leave_each_out(material) if side != material.side)


def _leave_each_out(material: Material) -> Iterator[tuple[Case, Side]]:
    """Each informant who speaks to the claim, with what the others lean to."""
    supporters = {(coding.case or coding.speaker) for coding in material.supporting}
    opponents = {(coding.case or coding.speaker) for coding in material.contrary}
    for case in material.asked:
        if case.id in supporters | opponents:
            yield case, find_side(supporters - {case.id}, opponents - {case.id})


def _list_halves(material: Material) -> Iterable[tuple[str, str, tuple[Coding, ...]]]:
    t = material.t
    if len(material.asked) > 1:
        for number, label in enumerate((t("informants, one half"), t("informants, the other half"))):
            cases = material.asked[number::2]
            ids = {case.id for case in cases}
            names = ", ".join(case.id for case in cases)
            half = tuple(coding for coding in material.bearing if coding.case in ids)
            yield f"informants-{number + 1}", f"{label} ({names})", half
    middle = {sheet.transcript: sheet.turns / 2 for sheet in material.study.accounts}
    early = tuple(coding for coding in material.bearing if coding.turn <= middle.get(coding.transcript, 0))
    yield "interviews-1", t("first half of each interview"), early
    ids = {coding.id for coding in early}
    yield (
        "interviews-2",
        t("second half of each interview"),
        tuple(coding for coding in material.bearing if coding.id not in ids),
    )


def _remark(side: Side, material: Material) -> str:
    return material.t("leans otherwise than all evidence") if side != material.side else ""


def _draw_brief(material: Material, carriers: Sequence[Case]) -> Cell:
    t = material.t
    if not material.bearing:
        return Cell((t("silent"),), kind="silent")
    if not carriers:
        return Cell((t("same lean"),), list_ids(material.bearing))
    ids = {case.id for case in carriers}
    names = ", ".join(case.id for case in carriers)
    own = (coding for coding in material.bearing if coding.case in ids)
    return Cell((t("otherwise without {names}").format(names=names),), list_ids(own))


def _list_questions(material: Material, carriers: Sequence[Case]) -> tuple[str, ...]:
    t = material.t
    lines = [
        t("Without {informant} it leans otherwise: is that one person's view, or does only that person know?").format(
            informant=name_informant(case, t)
        )
        for case in carriers
    ]
    lines.append(t("Are the parts independent of each other? Where else could the claim be tried?"))
    return tuple(lines)


PART = Tactic(
    name="replication",
    number=11,
    purpose=mark("Leave each informant out, and split the data in halves: does the claim lean the same?"),
    test=leave_out,
)
