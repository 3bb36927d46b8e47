"""Looking for negative evidence: what speaks for a claim and what speaks against it, side by side.

Tactic 8 for testing or confirming findings (Miles, Huberman and Saldana 2014, ch. 11): disconfirmation is sought as
actively as support, and that it was sought in vain is recorded too.
"""

from collections.abc import Iterable, Sequence

from qualcode.evidence.selection import is_human, select
from qualcode.evidence.wording import count_informants, find_interviewed
from qualcode.messages import Translate
from qualcode.model import Case, Claim, Codebook, Coding, Polarity, Side, Study, Verdict
from qualcode.verify.contract import Tactic
from qualcode.verify.scope import find_in_scope


def set_side_by_side(claim: Claim, study: Study, t: Translate) -> Verdict:
    """The codings that bear on a claim, for it and against it.

    A coding of one of its codes (or of a sub-code) speaks for the claim where it has the polarity that the claim
    expects, else against it. Rejected codings, and suggestions where a person gave the same code, do not count;
    wishes and hypotheticals are set aside. A claim that interviews cannot answer is not looked for.
    """
    cases = find_in_scope(study.cases, claim.scope)
    interviewed = find_interviewed(study)
    asked = [case for case in cases if case.id in interviewed]
    selection = select(study)
    looked_for = claim.checkable != "no"
    counted = find_bearing(claim, selection.counted, cases, study.codebook) if looked_for else []
    set_aside = find_bearing(claim, selection.set_aside, cases, study.codebook) if looked_for else []
    supporting = [coding for coding in counted if _expect(claim, coding.code, study.codebook) == coding.polarity]
    contrary = [coding for coding in counted if _expect(claim, coding.code, study.codebook) != coding.polarity]
    speaking = {coding.case for coding in counted}
    return Verdict(
        claim=claim.id,
        tactic=PART.name,
        side=_find_side(supporting, contrary) if looked_for else "not checkable",
        judged=bool(counted) and all(map(is_human, counted)),
        supporting=_list_ids(supporting),
        contrary=_list_ids(contrary),
        set_aside=_list_ids(set_aside),
        cases_for=_list_cases(supporting, cases),
        cases_against=_list_cases(contrary, cases),
        silent_cases=tuple(case.id for case in asked if case.id not in speaking) if looked_for else (),
        missing_cases=tuple(case.id for case in cases if case.id not in interviewed) if looked_for else (),
        searched=_describe_search(claim, asked, len(cases), len(set_aside), t),
    )


def find_bearing(claim: Claim, codings: Iterable[Coding], cases: Sequence[Case], codebook: Codebook) -> list[Coding]:
    """The codings of the claim's codes by the cases in its scope; without a scope, of every respondent."""
    ids = {case.id for case in cases}
    return [c for c in codings if _expect(claim, c.code, codebook) and (not claim.scope or c.case in ids)]


def _expect(claim: Claim, code: str, codebook: Codebook) -> Polarity | None:
    """The polarity that would support the claim, by its finest code that holds `code`; None for any other code."""
    holding = [(own, polarity) for own, polarity in claim.codes if codebook.holds(own, code)]
    return max(holding, key=lambda pair: len(pair[0]))[1] if holding else None


def _find_side(supporting: Sequence[Coding], contrary: Sequence[Coding]) -> Side:
    if supporting and contrary:
        return "both"
    if supporting:
        return "for"
    return "against" if contrary else "silent"


def _list_ids(codings: Iterable[Coding]) -> tuple[str, ...]:
    return tuple(coding.id for coding in codings)


def _list_cases(codings: Iterable[Coding], cases: Sequence[Case]) -> tuple[str, ...]:
    speaking = {coding.case for coding in codings}
    return tuple(case.id for case in cases if case.id in speaking)


def _describe_search(claim: Claim, asked: Sequence[Case], in_scope: int, set_aside: int, t: Translate) -> str:
    if claim.checkable == "no":
        return t("not searched: interviews cannot answer this")
    sides = {
        "supporting": t("{code} (supporting: for, contrary: against)"),
        "contrary": t("{code} (contrary: for, supporting: against)"),
    }
    return t("searched {codes} in the interviews of {who}; wishes and hypotheticals set aside: {n}").format(
        codes=", ".join(sides[polarity].format(code=code) for code, polarity in claim.codes),
        who=count_informants(asked, in_scope, t),
        n=set_aside,
    )


PART = Tactic(
    name="negative-evidence",
    purpose="Set what speaks against a claim beside what speaks for it, and say so where nothing was found.",
    test=set_side_by_side,
)
