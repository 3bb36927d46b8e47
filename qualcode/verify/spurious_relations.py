"""Ruling out spurious relations: does the link between two things hold in every group, or come of a third?

Tactic 10 (Miles, Huberman and Saldana 2014, ch. 11): the two-by-two of an if-then test is drawn again inside every
sector and jurisdiction, and from what was not prompted alone. A link that is seen in one group only may be the group's,
and one that turns round inside every group is made by what the groups differ in (Simpson 1951).
"""

from collections.abc import Iterable, Sequence

from qualcode.evidence.selection import list_ids
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Verdict
from qualcode.model.claim import IfThen
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.if_then import name_test
from qualcode.verify.kinds import group_by_value, head_group, list_kinds
from qualcode.verify.material import Material
from qualcode.verify.reversal import Fields, is_reversed
from qualcode.verify.two_by_two import Place, TwoByTwo, cross, list_tests, narrow

UNPROMPTED = "not-prompted"
Stratum = tuple[str, str, TwoByTwo]  # key, name, and the two-by-two inside it


def stratify(material: Material) -> Verdict:
    """A row for all and a row a stratum for each link between two codes that the claim names, within informants or
    turns; columns: the four fields of the two-by-two, counted."""
    t = material.t
    tests = [test for test in list_tests(material) if test.when.code and test.then.code]
    rows, doubts, codings = [], list[str](), dict[str, Coding]()
    for number, test in enumerate(tests, start=1):
        squares = _cross_strata(test, material)
        for key, label, square in squares:
            detail = name_test(test, t) if key == "all" else ""
            rows.append((Heading(f"{number}-{key}", label, detail), _draw_square(square, test)))
            codings |= {c.id: c for place in square.both for c in place.codings}
        doubts += [
            t("{test}: the link is seen in {group} alone. Is it the group's?").format(
                test=name_test(test, t), group=group
            )
            for group in find_lonely(squares)
        ]
        doubts += [
            t("{test}: both are met in {group} alone, and neither elsewhere. Does the group bring both about?").format(
                test=name_test(test, t), group=group
            )
            for group in find_confounding(squares)
        ]
        doubts += [
            t("{test}: inside each {group} the link turns round. What do the groups differ in?").format(
                test=name_test(test, t), group=group
            )
            for group in find_reversing(squares, t)
        ]
        if is_prompted(squares):
            doubts.append(
                t("{test}: without prompted passages the link is gone. Did the question make it?").format(
                    test=name_test(test, t)
                )
            )
    computed = Computed(
        title=t("whether a third thing makes the link"),
        columns=(
            Heading("counter", t("First without second")),
            Heading("both", t("Both")),
            Heading("second", t("Second without first")),
            Heading("neither", t("Neither")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(t("Cells"), t("informants, or turns that bear any coding that counts; a handful shows little")),
            EntryRule(t("Not prompted"), t("the same from passages alone that are not known to be prompted")),
        ),
        codings=tuple(codings.values()),
    )
    return answer(
        PART.name, material, _draw_brief(tests, doubts, codings.values(), t), computed, _ask(tests, doubts, t)
    )


def find_lonely(squares: Iterable[Stratum]) -> tuple[str, ...]:
    """The names of the strata in which alone a link is seen, though another of the same kind has the first sign too."""
    lonely = []
    for strata in _group_by_kind(squares):
        seen = [label for label, square in strata if square.both]
        testable = [label for label, square in strata if square.both or square.counter]
        if len(seen) == 1 and len(testable) > 1:
            lonely += seen
    return tuple(lonely)


def find_confounding(squares: Iterable[Stratum]) -> tuple[str, ...]:
    """The names of the strata in which alone either sign is met, and both are: what sets the stratum apart may bring
    both about, and no other stratum could tell."""
    confounding = []
    for strata in _group_by_kind(squares):
        met = [(label, square) for label, square in strata if square.both or square.counter or square.second]
        if len(met) == 1 and met[0][1].both and len(strata) > 1:
            confounding.append(met[0][0])
    return tuple(confounding)


def find_reversing(squares: Iterable[Stratum], t: Translate) -> tuple[str, ...]:
    """The names of the kinds of group inside which the link points the other way than in all."""
    strata = tuple(squares)
    whole = next(_count(square) for key, _, square in strata if key == "all")
    names = {"sector": t("sector"), "jurisdiction": t("jurisdiction")}
    inside: dict[str, list[Fields]] = {kind: [] for kind in names}
    for key, _, square in strata:
        kind, stratum, _ = key.partition("=")
        if stratum:
            inside[kind].append(_count(square))
    return tuple(names[kind] for kind, groups in inside.items() if is_reversed(whole, groups))


def _count(square: TwoByTwo) -> Fields:
    return Fields(len(square.both), len(square.counter), len(square.second), len(square.neither))


def _group_by_kind(squares: Iterable[Stratum]) -> list[list[tuple[str, TwoByTwo]]]:
    """The strata of each kind of group (sector, jurisdiction), with their names."""
    kinds: dict[str, list[tuple[str, TwoByTwo]]] = {}
    for key, label, square in squares:
        kind, stratum, _ = key.partition("=")
        if stratum:
            kinds.setdefault(kind, []).append((label, square))
    return list(kinds.values())


def is_prompted(squares: Iterable[Stratum]) -> bool:
    """Whether a link is seen that is gone once prompted passages are left out."""
    seen = {key: bool(square.both) for key, _, square in squares}
    return seen["all"] and not seen[UNPROMPTED]


def _cross_strata(test: IfThen, material: Material) -> list[Stratum]:
    t = material.t
    whole = cross(test, material)
    strata: list[Stratum] = [("all", t("All"), whole)]
    kinds = list_kinds(t)
    for kind in ("sector", "jurisdiction"):
        for value, cases in group_by_value(material.asked, kind).items():
            head = head_group(kind, kinds[kind], value, t)
            strata.append((head.key, head.label, narrow(whole, cases)))
    return [*strata, (UNPROMPTED, t("Not prompted"), cross(test, material, unprompted=True))]


def _draw_square(square: TwoByTwo, test: IfThen) -> tuple[Cell, ...]:
    return tuple(_draw(places, test) for places in (square.counter, square.both, square.second, square.neither))


def _draw(places: Sequence[Place], test: IfThen) -> Cell:
    ids = list_ids(coding for place in places for coding in place.codings)
    names = ", ".join(dict.fromkeys(place.case.id for place in places))
    if not places:
        return Cell(("0",))
    return Cell((str(len(places)), names) if test.within == "turn" else (names,), ids)


def _draw_brief(tests: Sequence[IfThen], doubts: Sequence[str], codings: Iterable[Coding], t: Translate) -> Cell:
    if not tests:
        return Cell((t("no relation claimed"),), kind="missing")
    ids = list_ids(codings)
    if not ids:
        return Cell((t("link not seen"),), kind="silent")
    return Cell((t("hangs on a group or on the questions") if doubts else t("in several groups"),), ids)


def _ask(tests: Sequence[IfThen], doubts: Sequence[str], t: Translate) -> tuple[str, ...]:
    if not tests:
        return (t("Does the claim say that one thing leads to another? Write `relation:` with `from:` and `to:`."),)
    return (*doubts, t("What else could bring both about, beyond what was coded? Who says that one came of the other?"))


PART = Tactic(
    name="spurious-relations",
    number=10,
    purpose=mark("Draw a claimed link again inside each group: does a third thing make it?"),
    test=stratify,
)
