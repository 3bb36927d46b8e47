"""Weighting the evidence: how strong it is, and whether the claim leans the same without the weak part.

Tactic 4 (Miles, Huberman and Saldana 2014, ch. 11): first-hand words weigh more than hearsay, volunteered ones more
than prompted. Weights are not multiplied into a score: each weakness is dropped by itself, and what is
left is looked at.
"""

from collections.abc import Callable, Sequence

from qualcode.evidence.selection import is_human, list_ids
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, draw_split, head_sides
from qualcode.verify.material import Material, find_side
from qualcode.verify.to_decide import is_weak, list_weaknesses
from qualcode.verify.words import name_side

Keep = Callable[[Coding], bool]


def weigh(material: Material) -> Verdict:
    """Rows: the evidence by directness, by how it was elicited and by who judged it, then what is left when a kind of
    weak evidence is dropped; columns: what it leans to, passages for and against."""
    t = material.t
    rows = [(Heading(key, label), draw_split(*_keep(keep, material), material)) for key, label, keep in _list_kinds(t)]
    aside = material.set_aside
    rows.append((Heading("set-aside", t("Wishes and hypotheticals: counted nowhere")), draw_sides(aside, material)))
    changes = []
    for key, label, keep in _list_droppings(t):
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


def _list_kinds(t: Translate) -> tuple[tuple[str, str, Keep], ...]:
    return (
        ("first-hand", t("first-hand"), lambda c: c.directness == "first-hand"),
        ("second-hand", t("second-hand"), lambda c: c.directness == "second-hand"),
        ("direct-unknown", t("first-hand or not: unknown"), lambda c: c.directness == "unknown"),
        ("volunteered", t("volunteered"), lambda c: c.elicited == "volunteered"),
        ("prompted", t("prompted"), lambda c: c.elicited == "prompted"),
        ("elicited-unknown", t("prompted or not: unknown"), lambda c: c.elicited == "unknown"),
        ("accepted", t("accepted"), is_human),
        ("suggested", t("suggested"), lambda c: not is_human(c)),
    )


def _list_droppings(t: Translate) -> tuple[tuple[str, str, Keep], ...]:
    return (
        ("without-second-hand", t("Without second-hand"), lambda c: c.directness != "second-hand"),
        ("without-prompted", t("Without prompted"), lambda c: c.elicited != "prompted"),
        ("without-both", t("Without second-hand and prompted"), lambda c: not is_weak(c)),
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
