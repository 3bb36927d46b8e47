"""Claims and what the interviews say for them, against them and nothing about them."""

from dataclasses import dataclass
from typing import Literal

from qualcode.model.codebook import Words
from qualcode.model.coding import Polarity

Side = Literal["for", "against", "both", "silent", "not checkable"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another explanation of the same thing, with the codes that would speak for it."""

    text: Words
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to verify. `codes` pairs a code (or sub-code) with the polarity that would support the claim.

    `scope` limits it to cases whose attributes have these values (`{"sector": "public"}`); empty means every case.
    `checkable` is "no" where interviews cannot answer; `needs` then names the source that could.
    """

    id: str
    text: Words
    codes: tuple[tuple[str, Polarity], ...]
    scope: dict[str, str]
    checkable: Literal["yes", "partly", "no"]
    needs: Words
    rivals: tuple[Rival, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One tactic's answer about one claim.

    `side` is what the codings lean to; it is never a judgement while only machines coded (`judged` is False).
    `searched` says in words what was looked for, so that an empty side reads "searched, none found".
    `missing_cases` are cases in scope from whom nothing bears on the claim.
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
    missing_cases: tuple[str, ...]
    searched: str
