"""Subsuming particulars into the general: which parts each class of the codebook draws together.

Tactic 8 (Miles, Huberman and Saldana 2014, ch. 11). A class that rests on one part of it, or on one informant, is no
more general than that part. The roll-up of step 1 stands below.
"""

from collections.abc import Sequence

from qualcode.evidence.selection import list_ids
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import (
    YOURS,
    Row,
    describe_counting,
    draw_count,
    draw_table,
    draw_who,
    fold,
    head_code,
    head_yours,
    tell_few,
)
from qualcode.meaning.material import Material
from qualcode.messages import mark
from qualcode.model import Cell, Code, Coding, EntryRule, Heading

FEWEST = 2  # parts, and informants, before a class draws anything together


def lay_out(material: Material) -> LaidOut:
    """A row a family and a row a code that has sub-codes, with the parts that hold anything and what the class rests
    on; then codes that people proposed, which no class holds."""
    t, book = material.t, material.study.codebook
    rows: list[Row] = []
    level = t("family")
    for family, codes in book.list_families():
        if family:
            parts = {code.id: material.by_code[code.id] for code in codes}
            label = family.label.in_language(material.language)
            rows.append(_draw_class(Heading(family.id, label, f"{family.id}; {level}"), parts, material))
        rows += [
            _draw_class(head_code(code.id, material), _part(code, material), material)
            for code in codes
            if code.subcodes
        ]
    for code_id, own in material.group_proposed().items():
        outside = Cell((t("no class: proposed, and not in the codebook"),), list_ids(own))
        rows.append((Heading(code_id, code_id), (draw_count(own, t), draw_who(own, material), outside, YOURS, YOURS)))
    table = draw_table(
        material,
        "subsuming-particulars",
        t("Classes, and what they rest on"),
        (
            Heading("units", t("Units")),
            Heading("informants", t("Informants")),
            Heading("rests", t("Rests on")),
            head_yours("right", t("The right class?"), t),
            head_yours("concept", t("Name of the concept"), t),
        ),
        rows,
        (
            describe_counting(t),
            EntryRule(
                t("Rests on"),
                t(
                    "the parts of the class in which anything was found; a coding with the class itself names no part; "
                    "what rests on one part or one informant is told"
                ),
            ),
        ),
        tell_few(material),
    )
    narrow = sum(t("one part alone") in cells[2].lines for _, cells in rows)
    brief = Cell((t("classes that rest on one part alone: {n}").format(n=narrow),))
    return LaidOut(brief, (table, *material.handed.condense("roll-up")))


def _part(code: Code, material: Material) -> dict[str, tuple[Coding, ...]]:
    own = material.by_code[code.id]
    named = dict.fromkeys(coding.code for coding in own if coding.code != code.id)  # moved here by the mode, too
    parts = {sub.id: tuple(c for c in own if c.code == sub.id) for sub in code.subcodes}
    parts |= {each: tuple(c for c in own if c.code == each) for each in named}
    return parts | {code.id: tuple(c for c in own if c.code == code.id)}


def _draw_class(heading: Heading, parts: dict[str, tuple[Coding, ...]], material: Material) -> Row:
    t = material.t
    codings = list({coding.id: coding for own in parts.values() for coding in own}.values())
    named = [part for part, own in parts.items() if own and part != heading.key]
    return heading, (
        draw_count(codings, t),
        draw_who(codings, material),
        _tell_rest(named, codings, material),
        YOURS,
        YOURS,
    )


def _tell_rest(named: Sequence[str], codings: Sequence[Coding], material: Material) -> Cell:
    t = material.t
    if not codings:
        return Cell((t("nothing that was found"),), kind="silent")
    lines = list(fold(named)) or [t("no part by name")]
    if len(named) < FEWEST and named:
        lines.append(t("one part alone"))
    if len(material.find_cases(codings)) < FEWEST:
        lines.append(t("one informant alone"))
    return Cell(tuple(lines), list_ids(codings))


PART = Aid(
    name="subsuming-particulars",
    number=8,
    purpose=mark("See what each class of the codebook draws together, and which rest on one part or one informant."),
    questions=(
        mark("Of what is this an instance, and is the class right?"),
        mark("What does the general name leave out of its particulars?"),
    ),
    lay_out=lay_out,
)
