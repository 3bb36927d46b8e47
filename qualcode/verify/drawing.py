"""Cells that tactics share: passages by informant, counts, and what was searched."""

from collections.abc import Iterable, Sequence

from qualcode.evidence.excerpts import Excerpt, find_excerpts
from qualcode.evidence.selection import group_by_unit, is_human, list_ids
from qualcode.evidence.wording import count_informants, name_layer, name_subcodes, write_quote
from qualcode.messages import Translate
from qualcode.model import Cell, CellKind, Coding, EntryRule, Heading
from qualcode.verify.material import Material, find_side, group_by_speaker
from qualcode.verify.words import name_side


def draw_passages(codings: Sequence[Coding], kind: CellKind, material: Material) -> Cell:
    """The first passage of each informant, accepted before suggested, and the number of the others, or where the
    material is to be told in brief how many; where there is none the cell says whether it was searched."""
    t = material.t
    if material.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    if not codings:
        return Cell((t("searched, none found"),), kind="silent")
    lines = []
    for speaker, found in group_by_speaker(codings, material.study, t).items():
        if material.brief:
            lines.append(f"{speaker}: {draw_count(found, material).lines[0]}")
            continue
        excerpts = sorted(find_excerpts(found, material.study.codebook), key=lambda e: not is_human(e.codings[0]))
        line = f"{speaker}: {_quote(excerpts[0], material)}"
        if len(excerpts) > 1:
            line += " " + t("and {n} more").format(n=len(excerpts) - 1)
        lines.append(line)
    return Cell(tuple(lines), list_ids(codings), kind)


def describe_passages(*, brief: bool, t: Translate) -> EntryRule:
    """The rule by which `draw_passages` chooses what it quotes, or says that it counts."""
    if brief:
        return EntryRule(t("Passages"), t("how many each informant has on each side; the quotes stand apart"))
    return EntryRule(
        t("Choice of quotes"),
        t("the first of each informant on each side, accepted before suggested; the others are counted after it"),
    )


def _quote(excerpt: Excerpt, material: Material) -> str:
    t = material.t
    return write_quote(
        excerpt,
        t,
        ", ".join(dict.fromkeys(coding.code for coding in excerpt.codings)),
        name_subcodes(material.study.codebook, excerpt.codings, material.language),
        name_layer(excerpt.codings, t),
        t("prompted") if any(coding.elicited == "prompted" for coding in excerpt.codings) else "",
        t("second-hand") if any(coding.directness == "second-hand" for coding in excerpt.codings) else "",
    )


def count_passages(codings: Iterable[Coding]) -> int:
    """How many passages codings lie on, whatever their codes: those that overlap are one."""
    return len(group_by_unit(codings))


def draw_count(codings: Sequence[Coding], material: Material) -> Cell:
    """How many passages, and how many of them a person accepted or made; "0" where there is none."""
    human = [coding for coding in codings if is_human(coding)]
    n, accepted = count_passages(codings), count_passages(human) if human else 0
    line = material.t("{n} ({accepted} accepted)").format(n=n, accepted=accepted) if accepted else str(n)
    return Cell((line,), list_ids(codings))


def draw_sides(codings: Iterable[Coding], material: Material) -> tuple[Cell, Cell, Cell]:
    """What codings that bear on the claim lean to, and how many passages there are for it and against it."""
    return draw_split(*material.split(tuple(codings)), material)


def draw_split(supporting: Sequence[Coding], contrary: Sequence[Coding], material: Material) -> tuple[Cell, Cell, Cell]:
    """The same of codings that are split already."""
    side = find_side(supporting, contrary)
    n, m = draw_count(supporting, material), draw_count(contrary, material)
    kind: CellKind = "silent" if side == "silent" else "value"
    return Cell((name_side(side, material.t),), (*n.coding_ids, *m.coding_ids), kind), n, m


def head_sides(t: Translate) -> tuple[Heading, Heading, Heading]:
    """The heads of the columns that `draw_sides` fills."""
    return (
        Heading("lean", t("Leans")),
        Heading("for", t("Passages for")),
        Heading("against", t("Passages against")),
    )


def describe_search(material: Material) -> str:
    """What was looked for, and in whose interviews."""
    claim, t = material.claim, material.t
    if claim.checkable == "no":
        return t("not searched: interviews cannot answer this")
    sides = {
        "supporting": t("{code} (supporting: for, contrary: against)"),
        "contrary": t("{code} (contrary: for, supporting: against)"),
    }
    return t("searched {codes} in the interviews of {who}; wishes and hypotheticals set aside: {n}").format(
        codes=", ".join(sides[polarity].format(code=code) for code, polarity in claim.codes),
        who=count_informants(material.asked, len(material.asked) + len(material.missing), t),
        n=len(material.set_aside),
    )
