"""Making if-then tests: if the claim holds, what else should be seen, and where is it not?

Tactic 9 (Miles, Huberman and Saldana 2014, ch. 11): the study writes what should follow; the cases are crossed in a
two-by-two, counter-instances first.
"""

from collections import defaultdict
from collections.abc import Sequence

from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Cell, CellKind, EntryRule, Heading, Verdict
from qualcode.model.claim import IfThen
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_passages
from qualcode.verify.material import Material
from qualcode.verify.two_by_two import Place, TwoByTwo, cross, list_tests


def try_tests(material: Material) -> Verdict:
    """Four rows a test: first sign without the second (the counter-instances), with it, the second alone, neither;
    columns: who, and the first passages there."""
    t = material.t
    tests = list_tests(material)
    squares = [cross(test, material) for test in tests]
    rows = [
        row
        for number, (test, square) in enumerate(zip(tests, squares, strict=True), start=1)
        for row in _draw_rows(number, test, square, material)
    ]
    computed = Computed(
        title=t("if the claim holds, what else should be seen"),
        columns=(Heading("who", t("Where")), Heading("quotes", t("First passage of each informant"))),
        rows=tuple(rows),
        rules=(
            EntryRule(
                t("Signs"),
                t(
                    "a sign is met where a coding that counts has the code and polarity; one that is not met may be "
                    "denied or never spoken of: silent marks who says nothing of its code"
                ),
            ),
            EntryRule(t("Turns"), t("only turns that bear any coding that counts are looked at")),
        ),
        codings=tuple({c.id: c for square in squares for place in _list_all(square) for c in place.codings}.values()),
    )
    counter = [place for square in squares for place in square.counter]
    brief = _draw_brief(tests, counter, t)
    return answer(PART.name, material, brief, computed, _list_questions(tests, counter, t))


def name_test(test: IfThen, t: Translate) -> str:
    """`if CG.TRU then CG.DLG, in the same turn`."""
    if test.within == "turn":
        return t("if {when} then {then}, in the same turn").format(when=test.when.written, then=test.then.written)
    return t("if {when} then {then}, with the same informant").format(when=test.when.written, then=test.then.written)


def _draw_rows(
    number: int, test: IfThen, square: TwoByTwo, material: Material
) -> list[tuple[Heading, tuple[Cell, ...]]]:
    t = material.t
    when, then = test.when.written, test.then.written
    kinds: tuple[tuple[str, str, tuple[Place, ...], CellKind], ...] = (
        ("counter", t("{when}, and not: {then}").format(when=when, then=then), square.counter, "contrary"),
        ("both", t("{when}, and {then}").format(when=when, then=then), square.both, "evidence"),
        ("second", t("not: {when}; but {then}").format(when=when, then=then), square.second, "value"),
        ("neither", t("neither"), square.neither, "value"),
    )
    return [
        (
            Heading(f"{number}-{key}", label, name_test(test, t) if key == "counter" else ""),
            _draw_places(test, places, kind, material),
        )
        for key, label, places, kind in kinds
    ]


def _draw_places(test: IfThen, places: Sequence[Place], kind: CellKind, material: Material) -> tuple[Cell, ...]:
    t = material.t
    codings = tuple(coding for place in places for coding in place.codings)
    if not places:
        return Cell((t("nobody") if test.within == "informant" else t("no turn"),)), Cell((t("none"),))
    lines = []
    if test.within == "informant":
        lines = [name_informant(place.case, t, *_find_silences(test, place, material)) for place in places]
    else:
        turns: dict[str, list[str]] = defaultdict(list)
        for place in places:
            turns[name_informant(place.case, t)].append(str(place.turn))
        lines = [t("{who}: turns {turns}").format(who=who, turns=", ".join(own)) for who, own in turns.items()]
    shown = draw_passages(codings, kind, material) if codings else Cell((t("none"),))
    return Cell(tuple(lines), list_ids(codings)), shown


def _find_silences(test: IfThen, place: Place, material: Material) -> tuple[str, ...]:
    holds = material.study.codebook.holds
    return tuple(
        dict.fromkeys(
            material.t("silent on {code}").format(code=sign.code)
            for sign in (test.when, test.then)
            if sign.code and not any(holds(sign.code, coding.code) for coding in place.codings)
        )
    )


def _list_all(square: TwoByTwo) -> tuple[Place, ...]:
    return (*square.counter, *square.both, *square.second, *square.neither)


def _draw_brief(tests: Sequence[IfThen], counter: Sequence[Place], t: Translate) -> Cell:
    if not tests:
        return Cell((t("no test written"),), kind="missing")
    ids = list_ids(coding for place in counter for coding in place.codings)
    kind: CellKind = "contrary" if ids else "value"
    return Cell((t("{n} counter-instances").format(n=len(counter)),), ids, kind)


def _list_questions(tests: Sequence[IfThen], counter: Sequence[Place], t: Translate) -> tuple[str, ...]:
    if not tests:
        return (t("If the claim holds, what else should be seen? Write it in claims.yaml, under `if_then`."),)
    lines = [t("Does the second really follow from the first, or do they only stand together?")]
    if counter:
        lines.insert(0, t("Read the counter-instances first: is it denied there, or was it never asked?"))
    return tuple(lines)


PART = Tactic(
    name="if-then",
    number=9,
    purpose=mark("Test what should follow if the claim holds, counter-instances first."),
    test=try_tests,
)
