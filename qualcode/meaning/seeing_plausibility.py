"""Seeing plausibility: which claims and pattern codes make good sense, and rest on little else.

Tactic 2 (Miles, Huberman and Saldana 2014, ch. 11): plausible is a first pointer, to be checked. Listed is what rests
on one informant, on a memo of the analyst, or on nothing that was found.
"""

from qualcode.evidence.selection import list_ids
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, describe_counting, draw_each, draw_side, draw_table, head_yours
from qualcode.meaning.material import Assertion, Material
from qualcode.messages import mark
from qualcode.model import Cell, EntryRule, Heading


def lay_out(material: Material) -> LaidOut:
    """A row a claim or pattern code for which at most one informant speaks."""
    t = material.t
    assertions = [each for each in material.handed.list_assertions() if each.is_checkable]
    untested = [each for each in assertions if len(_name_backers(each)) <= 1]
    codings = [coding for each in untested for coding in (*each.supporting, *each.contrary)]
    table = draw_table(
        material,
        "seeing-plausibility",
        t("Plausible, and untested"),
        (
            Heading("rests", t("Rests on")),
            Heading("for", t("For")),
            Heading("against", t("Against")),
            Heading("rivals", t("Rivals named")),
            head_yours("why", t("Why do I find it plausible?"), t),
            head_yours("wrong", t("What would make it wrong?"), t),
        ),
        [_draw_row(each, material) for each in untested],
        (
            EntryRule(
                t("Rows"),
                t(
                    "claims and pattern codes for which one informant speaks or none; an informant heard twice, or "
                    "coded by two people, is one; claims that interviews cannot answer are left out"
                ),
            ),
            describe_counting(t),
        ),
        _tell_rest(assertions, untested, material),
    )
    brief = Cell((t("rest on one informant or less: {n}").format(n=len(untested)),), list_ids(codings))
    return LaidOut(brief, (table,))


def _name_backers(assertion: Assertion) -> frozenset[str]:
    return frozenset(coding.case or coding.transcript for coding in assertion.supporting)


def _draw_row(assertion: Assertion, material: Material) -> Row:
    t = material.t
    kind = t("pattern code") if assertion.kind == "pattern" else t("claim")
    if assertion.supporting:
        rests = t("one informant alone: {who}").format(who=", ".join(sorted(_name_backers(assertion))))
    elif assertion.memos:
        rests = t("a memo alone: {memos}").format(memos=", ".join(assertion.memos))
    else:
        rests = t("nothing that was found")
    heading = Heading(assertion.id, assertion.text, f"{assertion.id}; {kind}")
    return heading, (
        Cell((rests,), list_ids(assertion.supporting)),
        draw_side(assertion.supporting, t),
        draw_each(assertion.contrary, material),
        Cell((str(assertion.rivals),)),
        YOURS,
        YOURS,
    )


def _tell_rest(assertions: list[Assertion], untested: list[Assertion], material: Material) -> tuple[str, ...]:
    t = material.t
    if not assertions:
        return (t("There are no claims and no pattern codes yet: write what you find plausible into claims.yaml."),)
    line = t(
        "Not listed, because at least two informants speak for them, which does not make them true: {n} of {total}."
    )
    return (line.format(n=len(assertions) - len(untested), total=len(assertions)),)


PART = Aid(
    name="seeing-plausibility",
    number=2,
    purpose=mark("See which claims and pattern codes rest on one informant, on a memo, or on nothing that was found."),
    questions=(
        mark("Why do you find it plausible: because of what was said, or because you expected it?"),
        mark("What would make it wrong, and where would that be seen?"),
    ),
    lay_out=lay_out,
)
