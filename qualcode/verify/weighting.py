"""Weighting the evidence: how strong it is, and whether the claim leans the same without the weak part.

Tactic 4 (Miles, Huberman and Saldana 2014, ch. 11): first-hand words weigh more than hearsay, volunteered ones more
than prompted, what is said alone more than what is said before others. Weights are not multiplied into a score: each
weakness is dropped by itself, and what is left is looked at.
"""

from collections.abc import Callable, Sequence

from qualcode.evidence.selection import is_human, list_ids
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, draw_split, head_sides
from qualcode.verify.material import Material, find_side
from qualcode.verify.to_decide import is_weak, list_weaknesses
from qualcode.verify.words import name_side

Keep = Callable[[Coding], bool]

ALONE = ("no", "none", "tidak", "tidak ada")  # of `others_present`, as researchers write it


def weigh(material: Material) -> Verdict:
    """Rows: the evidence by directness, by how it was elicited, by who judged it and, where cases.csv says
    `others_present`, by whether others heard it, then what is left when a kind of
    weak evidence is dropped; columns: what it leans to, passages for and against."""
    t = material.t
    rows = [
        (Heading(key, label), draw_split(*_keep(keep, material), material))
        for key, label, keep in _list_kinds(material)
    ]
    aside = material.set_aside
    rows.append((Heading("set-aside", t("Wishes and hypotheticals: counted nowhere")), draw_sides(aside, material)))
    changes = []
    for key, label, keep in _list_droppings(material):
        kept = _keep(keep, material)
        changed = find_side(*kept) != material.side
        if changed and key.startswith("without"):  # what is unknown is no weakness, and of most words it is unknown
            changes.append(label)
        remark = t("leans otherwise than all evidence") if changed else ""
        rows.append((Heading(key, label, remark), draw_split(*kept, material)))
    computed = Computed(
        title=t("how strong the evidence is"),
        columns=head_sides(t),
        rows=tuple(rows),
        rules=(
            EntryRule(t("All evidence"), t("leans {side}").format(side=name_side(material.side, t))),
            EntryRule(
                t("Dropping"),
                t(
                    "“without” drops what is known to be weak; “only” drops what is not known to be strong, too; no "
                    "weight is multiplied into a score"
                ),
            ),
        ),
        codings=(*material.bearing, *aside),
    )
    brief = _draw_brief(material, bool(changes))
    return answer(PART.name, material, brief, computed, _list_questions(material, changes))


def _keep(keep: Keep, material: Material) -> tuple[tuple[Coding, ...], tuple[Coding, ...]]:
    return tuple(filter(keep, material.supporting)), tuple(filter(keep, material.contrary))


def _find_others(material: Material) -> dict[str, bool]:
    """Whether others were present when an informant was interviewed; who says nothing of it is left out."""
    said = {case.id: case.attributes.get("others_present", "").strip().casefold() for case in material.study.cases}
    return {case: others not in ALONE for case, others in said.items() if others}


def _list_kinds(material: Material) -> tuple[tuple[str, str, Keep], ...]:
    t, others = material.t, _find_others(material)
    by_others: tuple[tuple[str, str, Keep], ...] = (
        ("alone", t("said alone"), lambda c: others.get(c.case) is False),
        ("before-others", t("said before others"), lambda c: others.get(c.case) is True),
        ("others-unknown", t("alone or not: unknown"), lambda c: c.case not in others),
    )
    return (
        ("first-hand", t("first-hand"), lambda c: c.directness == "first-hand"),
        ("second-hand", t("second-hand"), lambda c: c.directness == "second-hand"),
        ("direct-unknown", t("first-hand or not: unknown"), lambda c: c.directness == "unknown"),
        ("volunteered", t("volunteered"), lambda c: c.elicited == "volunteered"),
        ("prompted", t("prompted"), lambda c: c.elicited == "prompted"),
        ("elicited-unknown", t("prompted or not: unknown"), lambda c: c.elicited == "unknown"),
        *(by_others if others else ()),
        ("accepted", t("accepted"), is_human),
        ("suggested", t("suggested"), lambda c: not is_human(c)),
    )


def _list_droppings(material: Material) -> tuple[tuple[str, str, Keep], ...]:
    t, others = material.t, _find_others(material)
    alone: tuple[str, str, Keep] = (
        "without-others",
        t("Without what was said before others"),
        lambda c: not others.get(c.case),
    )
    return (
        ("without-second-hand", t("Without second-hand"), lambda c: c.directness != "second-hand"),
        ("without-prompted", t("Without prompted"), lambda c: c.elicited != "prompted"),
        ("without-both", t("Without second-hand and prompted"), lambda c: not is_weak(c)),
        *((alone,) if others else ()),
        ("only-first-hand", t("Only first-hand"), lambda c: c.directness == "first-hand"),
        ("only-volunteered", t("Only volunteered"), lambda c: c.elicited == "volunteered"),
    )


def _draw_brief(material: Material, has_changes: bool) -> Cell:
    t = material.t
    if not material.bearing:
        return Cell((t("silent"),), kind="silent")
    weak = list_ids(filter(is_weak, material.bearing))
    return Cell((t("leans otherwise") if has_changes else t("same lean"),), weak)


def _list_questions(material: Material, changes: Sequence[str]) -> tuple[str, ...]:
    t = material.t
    lines = []
    if changes:
        lines.append(t("It leans otherwise: {ways}.").format(ways=", ".join(changes)))
    lines += list_weaknesses(material)
    lines.append(t("Who was there, who only heard of it, who spoke alone and who before others? Give your reasons."))
    return tuple(lines)


PART = Tactic(
    name="weighting",
    number=4,
    purpose=mark("See how strong the evidence is, and whether the claim leans the same without the weak part."),
    test=weigh,
)
