"""The two-by-two of an if-then test: where one sign is met with the other, without it, and neither is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.model import Case, Coding
from qualcode.model.claim import IfThen, Sign
from qualcode.verify.material import Material
from qualcode.verify.signs import find_signs, has_value


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


def cross(test: IfThen, material: Material, codings: Iterable[Coding], cases: Sequence[Case]) -> TwoByTwo:
    """Look at every one of `cases`, or at each of their turns that bears any of `codings`, in their order."""
    found: dict[tuple[bool, bool], list[Place]] = defaultdict(list)
    for place, whole in _list_places(test, codings, cases):
        first = _meet(test.when, place, whole, material)
        second = _meet(test.then, place, whole, material)
        looked_at = (*_find(test.when, whole, material), *_find(test.then, whole, material))
        met = Place(place.case, tuple(dict.fromkeys(looked_at)), place.transcript, place.turn)
        found[first, second].append(met)
    order = ((True, False), (True, True), (False, True), (False, False))
    return TwoByTwo(*(tuple(found[key]) for key in order))


def _list_places(
    test: IfThen, codings: Iterable[Coding], cases: Sequence[Case]
) -> Iterable[tuple[Place, tuple[Coding, ...]]]:
    by_case: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        by_case[coding.case].append(coding)
    for case in cases:
        if test.within == "informant":
            yield Place(case, ()), tuple(by_case[case.id])
            continue
        turns: dict[tuple[str, int], list[Coding]] = defaultdict(list)
        for coding in by_case[case.id]:
            turns[coding.transcript, coding.turn].append(coding)
        for (transcript, turn), own in sorted(turns.items()):
            yield Place(case, (), transcript, turn), tuple(own)


def _find(sign: Sign, codings: tuple[Coding, ...], material: Material) -> tuple[Coding, ...]:
    """What to read for a sign: the codings it looks for, else those that say the opposite of the same code."""
    codebook = material.study.codebook
    return find_signs(sign, codings, codebook) or tuple(
        coding for coding in codings if sign.code and codebook.holds(sign.code, coding.code)
    )


def _meet(sign: Sign, place: Place, codings: tuple[Coding, ...], material: Material) -> bool:
    if sign.attribute:
        return has_value(sign, place.case) != sign.absent
    return bool(find_signs(sign, codings, material.study.codebook)) != sign.absent
