"""Claims and what the interviews say for them, against them and nothing about them."""

from dataclasses import dataclass, field
from typing import Literal

from qualcode.model.codebook import Change, Words
from qualcode.model.coding import Polarity
from qualcode.model.decision import Answer
from qualcode.model.matrix import Cell, Matrix

Side = Literal["for", "against", "both", "silent", "not checkable"]
Checkable = Literal["yes", "partly", "no"]
ClaimStatus = Literal["supported", "mixed", "contradicted", "silent", "not checkable"]
"""What a person judges a claim to be; nothing computes it."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another explanation of the same thing, with the codes that would speak for it."""

    text: Words
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """What one half of an if-then test looks for, written by the study as `written`: a coding of `code` (or of its
    sub-codes) with `polarity`, or a case's `attribute` with `value`. `absent` looks for there being none."""

    written: str
    code: str = ""
    polarity: Polarity = "supporting"
    attribute: str = ""
    value: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class IfThen:
    """If the claim holds, `then` should be met wherever `when` is, `within` one informant or within one turn."""

    when: Sign
    then: Sign
    within: Literal["informant", "turn"] = "informant"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What somebody expected the interviews to say, filed before coding. `date` is ISO 8601; `scope` as in a claim."""

    lean: Side
    by: str
    date: str
    why: str = ""
    scope: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to verify. `codes` pairs a code (or sub-code) with the polarity that would support the claim.

    `scope` limits it to cases whose attributes have these values (`{"sector": "public"}`); empty means every case.
    `checkable` is "no" where interviews cannot answer, "partly" where they give accounts of what another source
    must show; `needs` names that source. `source` says who makes the claim and where; `author` is who took it up and
    `date` (ISO 8601) when; `history` is what was changed since. `figures` are the numbers it states, which interviews
    cannot give. `relation` says that a code leads to another (from, to). `if_then` are tests of what should then be
    seen, `expectations` what was expected before coding.
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
    figures: tuple[str, ...] = ()
    relation: tuple[str, str] | None = None
    if_then: tuple[IfThen, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    author: str = ""
    date: str = ""
    history: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One tactic's answer about one claim; never a judgement.

    `brief` is one word or count for the overview, `computed` what was found, every cell with the codings behind it.
    `to_decide` are the questions that are left to a person, `answers` what people answered, one a person.
    """

    claim: str
    tactic: str
    brief: Cell
    computed: Matrix
    to_decide: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
