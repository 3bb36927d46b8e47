"""What tactics work from: a claim with the codings that bear on it, for it and against it.

A coding of one of its codes (or of a sub-code) speaks for the claim where it has the polarity that the claim expects,
else against it. Rejected codings, and suggestions where a person gave the same code, do not count; wishes and
hypotheticals are set aside.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from qualcode.evidence.answers import find_answers
from qualcode.evidence.jaccard import average_distances
from qualcode.evidence.selection import group_by_case, select
from qualcode.evidence.wording import find_interviewed, name_informant
from qualcode.messages import Translate
from qualcode.model import Answer, Case, Claim, Codebook, Coding, Polarity, Rival, Side, Span, Study
from qualcode.verify.claims.scope import find_in_scope


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A respondent's unit without a coding. `cues` are codes with the polarity that a cue there speaks for, and its
    words: too weak a sign to be suggested, and enough to be read."""

    transcript: str
    case: str
    speaker: str
    turn: int
    span: Span
    quote: str
    cues: tuple[tuple[str, Polarity, str], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """All codings of a study that count, filed once for all claims, in the order of the study: `by_code` by the whole
    id they bear, `by_case`, and `turns`, the transcripts and turns of each case that bear any.

    `topics` are the codes and polarities that each case speaks of; `find_distances` tells how far each of some cases
    lies from the others by them, once for all claims about the same cases."""

    by_code: Mapping[str, tuple[Coding, ...]]
    by_case: Mapping[str, tuple[Coding, ...]]
    turns: Mapping[str, tuple[tuple[str, int], ...]]
    topics: Mapping[str, frozenset[tuple[str, Polarity]]]
    find_distances: Callable[[tuple[str, ...]], Mapping[str, float | None]]

    def find(self, codes: Iterable[str], codebook: Codebook) -> tuple[Coding, ...]:
        """The codings of any of `codes`, sub-codes included."""
        wanted = tuple(codes)
        holding = (own for own in self.by_code if any(codebook.holds(code, own) for code in wanted))
        return _sort(coding for own in holding for coding in self.by_code[own])


@dataclass(frozen=True, slots=True)
class Material:
    """A claim and what bears on it; results are written with `t`, in `language`.

    `asked` are the cases in the claim's scope that were interviewed, `missing` those that were not. `supporting`,
    `contrary` and `set_aside` are the codings that bear on the claim, `bearing` those of both sides, in the order of
    the study; of a claim that interviews cannot answer there are none. `counted` are all codings of the study that
    count. `uncoded` are units without a coding that hold cues, None where they were not looked for. `answers` are what
    people answered to tactics by what it is on (`K1:rivals`), `judgements` what they judged the claim to be. `expected`
    are the polarities that would support the claim, by the codes of the study's codings, None where it does not bear.
    `brief` asks for passages to be counted where they would be quoted, as in tables that are printed.
    """

    claim: Claim
    study: Study
    t: Translate
    language: str
    asked: tuple[Case, ...]
    missing: tuple[Case, ...]
    supporting: tuple[Coding, ...]
    contrary: tuple[Coding, ...]
    set_aside: tuple[Coding, ...]
    bearing: tuple[Coding, ...]
    counted: Counted
    uncoded: tuple[Uncoded, ...] | None = None
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    judgements: tuple[Answer, ...] = ()
    expected: Mapping[str, Polarity | None] = field(default_factory=dict)
    brief: bool = False

    @property
    def side(self) -> Side:
        """What the codings lean to; never a judgement."""
        return "not checkable" if self.claim.checkable == "no" else find_side(self.supporting, self.contrary)

    def split(self, codings: Iterable[Coding]) -> tuple[tuple[Coding, ...], tuple[Coding, ...]]:
        """Those of `codings`, all of which bear on the claim, that speak for it, and those against it."""
        sides: tuple[list[Coding], list[Coding]] = ([], [])
        for coding in codings:
            sides[coding.polarity != self.expected[coding.code]].append(coding)
        return tuple(sides[0]), tuple(sides[1])


def find_side(supporting: Collection[object], contrary: Collection[object]) -> Side:
    """What codings for a claim and codings against it, or those who made them, lean to."""
    if supporting and contrary:
        return "both"
    if supporting:
        return "for"
    return "against" if contrary else "silent"


def gather(
    study: Study, t: Translate, language: str, uncoded: tuple[Uncoded, ...] | None = None
) -> tuple[Material, ...]:
    """The material of every claim of the study, in the order of the claims. `uncoded` is None where nobody has read the
    sentences without codings again."""
    selection = select(study)
    counted, set_aside = _file(selection.counted), _group_by_id(selection.set_aside)
    answers, judgements = find_answers(study.decisions, "answer"), find_answers(study.decisions, "judge")
    interviewed = find_interviewed(study)
    materials = []
    for claim in study.claims:
        cases = find_in_scope(study.cases, claim.scope)
        expected = expect(claim, (*counted.by_code, *set_aside), study.codebook)
        supporting, contrary = _find_bearing(claim, cases, counted.by_code, expected)
        materials.append(
            Material(
                claim=claim,
                study=study,
                t=t,
                language=language,
                asked=tuple(case for case in cases if case.id in interviewed),
                missing=tuple(case for case in cases if case.id not in interviewed),
                supporting=supporting,
                contrary=contrary,
                set_aside=_sort(sum(_find_bearing(claim, cases, set_aside, expected), ())),
                bearing=_sort((*supporting, *contrary)),
                counted=counted,
                uncoded=uncoded,
                answers=answers,
                judgements=judgements.get(claim.id, ()),
                expected=expected,
            )
        )
    return tuple(materials)


def find_for_rival(rival: Rival, material: Material) -> tuple[Coding, ...]:
    """The codings that speak for a rival: of its codes, supporting, by the cases in the claim's scope."""
    return tuple(coding for coding in find_bearing_on_rival(rival, material) if coding.polarity == "supporting")


def find_bearing_on_rival(rival: Rival, material: Material) -> tuple[Coding, ...]:
    """The codings of a rival's codes by the cases in the claim's scope."""
    ids = {case.id for case in material.asked}
    found = material.counted.find(rival.codes, material.study.codebook)
    return tuple(coding for coding in found if coding.case in ids)


def _file(codings: Sequence[Coding]) -> Counted:
    by_case = group_by_case(codings)
    turns = {case: tuple(dict.fromkeys((c.transcript, c.turn) for c in own)) for case, own in by_case.items()}
    topics = {case: frozenset((c.code, c.polarity) for c in own) for case, own in by_case.items()}

    @cache
    def find_distances(cases: tuple[str, ...]) -> Mapping[str, float | None]:
        return average_distances({case: topics.get(case, frozenset()) for case in cases})

    return Counted(_group_by_id(codings), by_case, turns, topics, find_distances)


def _find_bearing(
    claim: Claim,
    cases: Iterable[Case],
    filed: Mapping[str, Sequence[Coding]],
    expected: Mapping[str, Polarity | None],
) -> tuple[tuple[Coding, ...], tuple[Coding, ...]]:
    """The codings for and against, by the cases in the claim's scope; without a scope, of every respondent."""
    sides: tuple[list[Coding], list[Coding]] = ([], [])
    if claim.checkable == "no":
        return (), ()
    ids = {case.id for case in cases}
    for code in filed:
        if polarity := expected[code]:
            for coding in filed[code]:
                if not claim.scope or coding.case in ids:
                    sides[coding.polarity != polarity].append(coding)
    return _sort(sides[0]), _sort(sides[1])


_ORDER = attrgetter("transcript", "span.start", "span.end", "code", "coder", "polarity")


def _sort(codings: Iterable[Coding]) -> tuple[Coding, ...]:
    return tuple(sorted(codings, key=_ORDER))


def expect(claim: Claim, codes: Iterable[str], codebook: Codebook) -> dict[str, Polarity | None]:
    """For each of `codes` the polarity that would support the claim; None for one that does not bear on it."""
    named = dict(claim.codes)  # a sub-code may be named beside its code: then the finer one says
    return {code: named.get(code) or named.get(codebook.name_whole(code)) for code in codes}


def _group_by_id(codings: Iterable[Coding]) -> dict[str, tuple[Coding, ...]]:
    """The codings of each code or sub-code, by the whole id they bear."""
    codes: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        codes[coding.code].append(coding)
    return {code: tuple(found) for code, found in codes.items()}


def group_by_speaker(codings: Iterable[Coding], study: Study, t: Translate) -> dict[str, tuple[Coding, ...]]:
    """The codings of each speaker, by the speaker's name and sector, in the order of the cases; speakers whom no case
    names come last, by label and transcript."""
    found = group_by_case(codings)
    speakers = {name_informant(case, t): found.pop(case.id) for case in study.cases if case.id in found}
    others: dict[str, list[Coding]] = defaultdict(list)
    for own in found.values():
        for coding in own:
            others[f"{coding.speaker or '?'} ({coding.transcript})"].append(coding)
    return speakers | {name: tuple(own) for name, own in others.items()}
