"""Following up surprises: what was expected before coding, and what was found.

Tactic 7 (Miles, Huberman and Saldana 2014, ch. 11): a surprise shows a theory that one did not know one had. That only
works with expectations that were filed, with a name and a date, before anybody looked.
"""

from collections.abc import Sequence

from qualcode.evidence.days import find_day
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_scope
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Side, Verdict
from qualcode.model.claim import Expectation
from qualcode.verify.answering import Computed, answer
from qualcode.verify.claims.scope import find_in_scope
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_passages
from qualcode.verify.material import Material, find_side
from qualcode.verify.words import name_side


def compare_with_expected(material: Material) -> Verdict:
    """A row an expectation; columns: when and by whom it was filed, what was expected, what the codings lean to, and
    the passages that were not expected."""
    t = material.t
    rows, surprises, unexpected = [], [], list[Coding]()
    for number, expected in enumerate(material.claim.expectations, start=1):
        found = _find_in_scope(expected, material)
        side, strange = find_side(*found), find_unexpected(expected.lean, *found)
        if side != expected.lean:
            surprises.append(_describe_scope(expected, material) or t("expectation {n}").format(n=number))
            unexpected += strange
        rows.append((_head(number, expected, material), _fill(expected, side, found, strange, material)))
    computed = Computed(
        title=t("what was expected and what was found"),
        columns=(
            Heading("filed", t("Filed")),
            Heading("expected", t("Expected to lean")),
            Heading("found", t("Leans")),
            Heading("unexpected", t("Passages not expected")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(
                t("Filed"),
                t(
                    "an expectation counts as one where it is older than the first look at the data; it is compared "
                    "with the first interview of cases.csv that has a date, and the study's log says when coding began"
                ),
            ),
        ),
        codings=material.bearing,
    )
    brief = _draw_brief(material, surprises, unexpected)
    return answer(PART.name, material, brief, computed, _list_questions(material, surprises))


def find_unexpected(lean: Side, supporting: Sequence[Coding], contrary: Sequence[Coding]) -> tuple[Coding, ...]:
    """The codings that somebody who expected the claim to lean so would not expect."""
    return {
        "for": tuple(contrary),
        "against": tuple(supporting),
        "silent": (*supporting, *contrary),
    }.get(lean, ())


def find_first_interview(material: Material) -> str:
    """The earliest day of an interview in cases.csv, "" where no interviewed case has one."""
    return min(filter(None, (find_day(case) for case in material.study.cases if case.transcripts)), default="")


def _find_in_scope(expected: Expectation, material: Material) -> tuple[tuple[Coding, ...], tuple[Coding, ...]]:
    if not expected.scope:
        return material.supporting, material.contrary
    ids = {case.id for case in find_in_scope(material.asked, expected.scope)}
    supporting, contrary = (
        tuple(coding for coding in side if coding.case in ids) for side in (material.supporting, material.contrary)
    )
    return supporting, contrary


def _describe_scope(expected: Expectation, material: Material) -> str:
    scope = name_scope(expected.scope, material.t)
    return material.t("only of {scope}").format(scope=scope) if scope else ""


def _head(number: int, expected: Expectation, material: Material) -> Heading:
    details = (_describe_scope(expected, material), expected.why)
    return Heading(str(number), material.t("expectation {n}").format(n=number), "; ".join(filter(None, details)))


def _fill(
    expected: Expectation,
    side: Side,
    found: tuple[Sequence[Coding], Sequence[Coding]],
    strange: Sequence[Coding],
    material: Material,
) -> tuple[Cell, ...]:
    t = material.t
    first = find_first_interview(material)
    when = t("{date}, by {who}").format(date=expected.date, who=expected.by)
    if not first:
        age = t("no interview has a date: compare with the log")
    elif expected.date < first:
        age = t("before the first interview ({date})").format(date=first)
    else:
        age = t("not before the first interview ({date}): was it before coding?").format(date=first)
    ids = list_ids((*found[0], *found[1]))
    return (
        Cell((when, age)),
        Cell((name_side(expected.lean, t),)),
        Cell((name_side(side, t),), ids, "silent" if side == "silent" else "value"),
        draw_passages(strange, "contrary", material) if strange else Cell((t("none"),)),
    )


def _draw_brief(material: Material, surprises: Sequence[str], unexpected: Sequence[Coding]) -> Cell:
    t = material.t
    if not material.claim.expectations:
        return Cell((t("nothing filed"),), kind="missing")
    if not surprises:
        return Cell((t("as expected"),))
    return Cell((t("otherwise than expected"),), list_ids(unexpected))


def _list_questions(material: Material, surprises: Sequence[str]) -> tuple[str, ...]:
    t = material.t
    if not material.claim.expectations:
        return (t("What do you expect, and why? File it in claims.yaml under `expected`, before anybody codes."),)
    if not surprises:
        return (t("As expected: was the expectation older than the look at the data, and what would have surprised?"),)
    return (
        t("Otherwise than expected: {which}. What did you take for granted?").format(which=", ".join(surprises)),
        t("Where is more evidence of it to be found?"),
    )


PART = Tactic(
    name="surprises",
    number=7,
    purpose=mark("Compare what was found with what was expected, and filed with a date, before coding."),
    test=compare_with_expected,
)
