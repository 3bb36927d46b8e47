"""Counting: see what there is, keep honest, and see whose talk it comes from.

Tactic 5 (Miles, Huberman and Saldana 2014, ch. 11). Each count stands with what it is a count of; informants are named
and never turned into percentages. Rates per 1,000 words are after Biber, Conrad and Reppen (1998).
"""

from collections import defaultdict
from collections.abc import Sequence

from qualcode.evidence.marks import count_units, say_none
from qualcode.evidence.narrowing import find_case_value
from qualcode.evidence.selection import group_by_case, group_by_unit, list_ids
from qualcode.evidence.wording import name_value
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import (
    YOURS,
    Row,
    describe_case,
    describe_counting,
    draw_count,
    draw_elicited,
    draw_side,
    draw_table,
    draw_who,
    head_code,
    head_yours,
    split_sides,
    tell_few,
)
from qualcode.meaning.material import Material
from qualcode.meaning.rates import norm
from qualcode.messages import mark, write_decimal
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix

FIELDS = ("sector", "jurisdiction")


def lay_out(material: Material) -> LaidOut:
    """A row a code, with who it comes from; then a row an informant, with how much each says at all."""
    t = material.t
    brief = Cell((count_units(material.counted, t) if material.counted else t("none"),), list_ids(material.counted))
    return LaidOut(brief, (_count_codes(material), _count_talk(material)))


def _count_codes(material: Material) -> Matrix:
    t = material.t
    fields = [field for field in FIELDS if any(find_case_value(case, field) for case in material.informants)]
    labels = {"sector": t("By sector"), "jurisdiction": t("By jurisdiction")}
    return draw_table(
        material,
        "counting",
        t("Counts by code"),
        (
            Heading("for", t("For")),
            Heading("against", t("Against")),
            Heading("informants", t("Informants")),
            Heading("most", t("Most by one")),
            Heading("elicited", t("How it came up")),
            *(Heading(field, labels[field]) for field in fields),
            head_yours("yours", t("What does the count reflect?"), t),
        ),
        [_draw_code(code, codings, fields, material) for code, codings in material.by_code.items()],
        (
            describe_counting(t),
            EntryRule(t("Most by one"), t("the informant with most units, out of the units of all")),
            EntryRule(t("What it says"), t("how much was said and by whom, not how much the code matters")),
        ),
        tell_few(material),
    )


def _draw_code(code: str, codings: tuple[Coding, ...], fields: Sequence[str], material: Material) -> Row:
    t = material.t
    supporting, contrary = split_sides(codings)
    return head_code(code, material), (
        draw_side(supporting, t),
        draw_side(contrary, t),
        draw_who(codings, material),
        _draw_most(codings, t("{who}: {n} of {total}")),
        draw_elicited(codings, t),
        *(_draw_groups(codings, field, material) for field in fields),
        YOURS,
    )


def _draw_most(codings: Sequence[Coding], line: str) -> Cell:
    units = {case: len(group_by_unit(own)) for case, own in group_by_case(codings).items()}
    if not units:
        return Cell(("–",), kind="silent")
    who = max(units, key=lambda case: (units[case], case))
    ids = list_ids(coding for coding in codings if coding.case == who)
    return Cell((line.format(who=who or "?", n=units[who], total=sum(units.values())),), ids)


def _draw_groups(codings: Sequence[Coding], field: str, material: Material) -> Cell:
    """The units of each group, with how many of its informants they come from."""
    t = material.t
    members: dict[str, set[str]] = defaultdict(set)
    for case in material.informants:
        value = find_case_value(case, field)
        members[name_value(field, value, t) or t("not known")].add(case.id)
    lines = []
    for group, cases in members.items():
        own = [coding for coding in codings if coding.case in cases]
        if own:
            said = t("{group}: {units}, from {n} of {total}")
            n = len({coding.case for coding in own})
            lines.append(said.format(group=group, units=count_units(own, t), n=n, total=len(cases)))
    return Cell(tuple(lines), list_ids(codings)) if lines else say_none(t)


def _count_talk(material: Material) -> Matrix:
    t = material.t
    words: dict[str, int] = defaultdict(int)
    answers: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for said in material.handed.read_said():
        words[said.case] += len(said.text.split())
        answers[said.case].add((said.transcript, said.turn))
    by_case = group_by_case(material.counted)
    rows: list[Row] = []
    for case in material.informants:
        own = by_case.get(case.id, ())
        units = len(group_by_unit(own))
        coded = {(coding.transcript, coding.turn) for coding in own}
        rate = norm(units, words[case.id])
        per_thousand = "–"
        if rate is not None:
            written = write_decimal(f"{rate:.1f}", t)
            per_thousand = t("{rate} ({n} in {words} words)").format(rate=written, n=units, words=words[case.id])
        of_answers = t("{n} of {total}").format(n=len(coded), total=len(answers[case.id]))
        rows.append(
            (
                Heading(case.id, case.id, describe_case(case, t)),
                (
                    Cell((str(words[case.id]),)),
                    draw_count(own, t),
                    Cell((per_thousand,), list_ids(own)),
                    Cell((of_answers,), list_ids(own)),
                ),
            )
        )
    return draw_table(
        material,
        "counting@talk",
        t("How much each informant says"),
        (
            Heading("words", t("Words")),
            Heading("units", t("Coded units")),
            Heading("rate", t("Per 1,000 words")),
            Heading("answers", t("Answers that bear a code")),
        ),
        rows,
        (
            EntryRule(
                t("Words"), t("what white space separates, in units of respondents; labels and times are no words")
            ),
            EntryRule(t("Coded units"), t("units that bear any code that counts, each once")),
            EntryRule(t("Per 1,000 words"), t("coded units over words, times 1,000 (Biber, Conrad and Reppen 1998)")),
        ),
    )


PART = Aid(
    name="counting",
    number=5,
    purpose=mark("Count units, informants, sides and groups of each code, and how much each informant says at all."),
    questions=(
        mark("Does the count reflect the matter, or who talks much and what was asked?"),
        mark("What matters greatly, and was said once?"),
    ),
    lay_out=lay_out,
)
