"""Making conceptual, theoretical coherence: which parts of the framework the interviews fill, deny, or leave silent.

Tactic 13 (Miles, Huberman and Saldana 2014, ch. 11). What is silent stands beside what is present and takes as much
room; what people coded outside the framework stands below it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.evidence.asking import Asking, find_asking
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_code
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import (
    YOURS,
    Row,
    describe_counting,
    draw_side,
    draw_table,
    draw_who,
    head_yours,
    split_sides,
    tell_few,
)
from qualcode.meaning.material import Material
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading

State = Literal["present", "contrary", "both", "wish", "unsorted", "unasked", "silent"]


@dataclass(frozen=True, slots=True)
class Part:
    """A code or a sub-code of `code`, its codings that count, and what the interviews say of it."""

    id: str
    code: str
    codings: tuple[Coding, ...]
    state: State


def lay_out(material: Material) -> LaidOut:
    """A row a code, under it a row a sub-code, in the order of the codebook; then what lies outside it."""
    t = material.t
    parts = list(_list_parts(material))
    states = Counter(part.state for part in parts)
    said = ", ".join(f"{_name_state(state, t)} {n}" for state, n in states.items())
    table = draw_table(
        material,
        "theoretical-coherence",
        t("The framework, part by part"),
        (
            Heading("state", t("In the interviews")),
            Heading("informants", t("Informants")),
            Heading("for", t("For")),
            Heading("against", t("Against")),
            head_yours("fits", t("Fits, or forced?"), t),
        ),
        [*(_draw_part(part, material) for part in parts), *_draw_outside(material)],
        (
            EntryRule(
                t("Rows"),
                t("every code and every sub-code; below them what people proposed and the codebook lacks"),
            ),
            EntryRule(
                t("In the interviews"),
                t(
                    "present: supporting codings; contrary alone: only codings that deny it; only wished or supposed; "
                    "none by name: its code was found, and not sorted into sub-codes; not asked: nothing was found and "
                    "no question asked for it; silent: nothing was found, which is no denial"
                ),
            ),
            describe_counting(t),
        ),
        (*_tell_uncoded(material), *tell_few(material)),
    )
    return LaidOut(Cell((said or t("none"),)), (table,))


def _list_parts(material: Material) -> Iterator[Part]:
    asking = find_asking(material.study)
    for code in material.study.codebook.codes:
        own = material.by_code[code.id]
        aside = [coding for coding in material.selection.set_aside if material.find_code(coding) == code.id]
        yield Part(code.id, code.id, own, _find_state(code.id, own, aside, asking, material))
        bare = [coding for coding in own if coding.code == code.id]
        moved = (coding.code for coding in own if coding.code != code.id)  # by the mode of the codebook, too
        for subcode in dict.fromkeys((*(sub.id for sub in code.subcodes), *moved)):
            found = tuple(coding for coding in own if coding.code == subcode)
            wished = [coding for coding in aside if coding.code == subcode]
            state = _find_state(subcode, found, wished, asking, material)
            yield Part(subcode, code.id, found, "unsorted" if bare and state in ("silent", "unasked") else state)


def _find_state(
    own: str, codings: Sequence[Coding], aside: Sequence[Coding], asking: Asking, material: Material
) -> State:
    supporting, contrary = split_sides(codings)
    if supporting:
        return "both" if contrary else "present"
    if contrary:
        return "contrary"
    if aside:
        return "wish"
    asked = [not asking.is_unasked(case.id, own) for case in material.informants]
    return "silent" if any(asked) or not asked else "unasked"


def _draw_part(part: Part, material: Material) -> Row:
    t, book = material.t, material.study.codebook
    supporting, contrary = split_sides(part.codings)
    ids, word = list_ids(part.codings), _name_state(part.state, t)
    told = Cell((word,), ids) if ids else Cell((word,), kind="unasked" if part.state == "unasked" else "silent")
    label = name_code(book, part.id, material.language)
    if part.id != part.code:
        label = f"– {label.partition(': ')[2] or label}"
    return Heading(part.id, label, part.id), (
        told,
        draw_who(part.codings, material),
        draw_side(supporting, t),
        draw_side(contrary, t),
        YOURS,
    )


def _name_state(state: State, t: Translate) -> str:
    return {
        "present": t("present"),
        "contrary": t("contrary alone"),
        "both": t("present and contrary"),
        "wish": t("only wished or supposed"),
        "unsorted": t("none by name"),
        "unasked": t("not asked"),
        "silent": t("SILENT"),
    }[state]


def _draw_outside(material: Material) -> Iterator[Row]:
    t = material.t
    for own, codings in material.group_proposed().items():
        supporting, contrary = split_sides(codings)
        told = Cell((t("outside the framework"),), list_ids(codings))
        yield (
            Heading(own, own, t("proposed, and not in the codebook")),
            (told, draw_who(codings, material), draw_side(supporting, t), draw_side(contrary, t), YOURS),
        )


def _tell_uncoded(material: Material) -> tuple[str, ...]:
    """How much of what respondents say bears no code at all; what theory has no word for is among it."""
    sheets = material.study.accounts
    words = sum(sheet.respondent_words for sheet in sheets)
    bare = words - sum(sheet.coded_words for sheet in sheets)
    if not words or material.handed.where:
        return ()
    line = material.t(
        "Words of respondents that bear no code: {n} of {total}. What the framework has no word for is among them: "
        "`qualcode condense FOLDER left-out`."
    )
    return (line.format(n=bare, total=words),)


PART = Aid(
    name="theoretical-coherence",
    number=13,
    purpose=mark(
        "See which parts of the framework the interviews fill, deny or leave silent, and what lies outside it."
    ),
    questions=(
        mark("Does the theory fit what was said, or was it forced on it?"),
        mark("What do the silent parts mean: not there, not asked, or not said?"),
        mark("Which finding does the theory not foresee, and what other theory would?"),
    ),
    lay_out=lay_out,
)
