"""Claims and what the interviews say for them, against them and nothing about them."""

from dataclasses import dataclass
from typing import Literal

from qualcode.model.codebook import Words
from qualcode.model.coding import Polarity

Side = Literal["for", "against", "both", "silent", "not checkable"]
Checkable = Literal["yes", "partly", "no"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another explanation of the same thing, with the codes that would speak for it."""

    text: Words
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to verify. `codes` pairs a code (or sub-code) with the polarity that would support the claim.

    `scope` limits it to cases whose attributes have these values (`{"sector": "public"}`); empty means every case.
    `checkable` is "no" where interviews cannot answer, "partly" where they give accounts of what another source
    must show; `needs` names that source. `source` says who makes the claim and where.
    """

    id: str
    text: Words
    codes: tuple[tuple[str, Polarity], ...]
    scope: dict[str, str]
    checkable: Checkable
    needs: Words
    rivals: tuple[Rival, ...]
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One tactic's answer about one claim.

    `side` is what the codings lean to; it is never a judgement while only machines coded: `judged` is true where a
    person accepted, edited or made every coding counted, and there is one. `supporting`, `contrary` and `set_aside`
    are ids of codings. `searched` says in words what was looked for, so that an empty side reads "searched, none
    found". `silent_cases` are cases in scope that were interviewed and say nothing on either side; `missing_cases`
    are those in scope without an interview.
    """

    claim: str
    tactic: str
    side: Side
    judged: bool
    supporting: tuple[str, ...]
    contrary: tuple[str, ...]
    set_aside: tuple[str, ...]
    cases_for: tuple[str, ...]
    cases_against: tuple[str, ...]
    silent_cases: tuple[str, ...]
    missing_cases: tuple[str, ...]
    searched: str
