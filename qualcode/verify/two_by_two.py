"""The two-by-two of an if-then test: where one sign is met with the other, without it, and neither is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.model import Case, Coding
from qualcode.model.claim import IfThen, Sign
from qualcode.verify.claims.signs import has_value
from qualcode.verify.material import Material


@dataclass(frozen=True, slots=True)
class Place:
    """An informant, or one turn of an informant's, with the codings there that the test looks at."""

    case: Case
    codings: tuple[Coding, ...]
    transcript: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class TwoByTwo:
    """Where the test's first sign is met without the second (`counter`), with it, the second alone, and neither."""

    counter: tuple[Place, ...]
    both: tuple[Place, ...]
    second: tuple[Place, ...]
    neither: tuple[Place, ...]


def list_tests(material: Material) -> tuple[IfThen, ...]:
    """The claim's if-then tests; a claim that one code leads to another is one too, within informants and turns."""
    claim = material.claim
    if claim.relation is None:
        return claim.if_then
    when, then = (Sign(code, code) for code in claim.relation)
    return (*claim.if_then, IfThen(when, then), IfThen(when, then, "turn"))


def cross(test: IfThen, material: Material, *, unprompted: bool = False) -> TwoByTwo:
    """Look at every informant in the claim's scope, or at each of their turns that bears any coding, in their order;
    `unprompted` leaves out codings that are known to be prompted."""
    first, second = (
        _file_by_place(sign, test.within, material, unprompted=unprompted) for sign in (test.when, test.then)
    )
    found: dict[tuple[bool, bool], list[Place]] = defaultdict(list)
    for case in material.asked:
        bare = (_meet(test.when, case, ()), _meet(test.then, case, ()))
        turns = material.counted.turns.get(case.id, ()) if test.within == "turn" else (("", 0),)
        for transcript, turn in turns:
            place = (case.id, transcript, turn)
            when, then = first.get(place, ()), second.get(place, ())
            if not when and not then:  # as in most turns
                found[bare].append(Place(case, (), transcript, turn))
                continue
            shown = {coding.id: coding for coding in (*_choose(test.when, when), *_choose(test.then, then))}
            met = (_meet(test.when, case, when), _meet(test.then, case, then))
            found[met].append(Place(case, tuple(shown.values()), transcript, turn))
    order = ((True, False), (True, True), (False, True), (False, False))
    return TwoByTwo(*(tuple(found[key]) for key in order))


def narrow(square: TwoByTwo, cases: Sequence[Case]) -> TwoByTwo:
    """The same two-by-two of some of the cases alone."""
    ids = {case.id for case in cases}
    fields = (square.counter, square.both, square.second, square.neither)
    return TwoByTwo(*(tuple(place for place in field if place.case.id in ids) for field in fields))


def _file_by_place(
    sign: Sign, within: str, material: Material, *, unprompted: bool
) -> dict[tuple[str, str, int], list[Coding]]:
    """The codings of the sign's code, whatever they say of it, by informant or by turn."""
    filed: dict[tuple[str, str, int], list[Coding]] = defaultdict(list)
    codes = (sign.code,) if sign.code else ()
    for coding in material.counted.find(codes, material.study.codebook):
        if not (unprompted and coding.elicited == "prompted"):
            place = (coding.transcript, coding.turn) if within == "turn" else ("", 0)
            filed[coding.case, *place].append(coding)
    return filed


def _meet(sign: Sign, case: Case, codings: Sequence[Coding]) -> bool:
    if sign.attribute:
        return has_value(sign, case) != sign.absent
    return any(coding.polarity == sign.polarity for coding in codings) != sign.absent


def _choose(sign: Sign, codings: Sequence[Coding]) -> Sequence[Coding]:
    """What to read for a sign: the codings it looks for, else those that say the opposite of the same code."""
    return [coding for coding in codings if coding.polarity == sign.polarity] or codings
