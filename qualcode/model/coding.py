"""A coding: one code on one span by one coder, and what speaks for it."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from qualcode.model.text import Span

Polarity = Literal["supporting", "contrary"]
Modality = Literal["actual", "wish", "hypothetical"]
Directness = Literal["first-hand", "second-hand", "unknown"]
Elicited = Literal["volunteered", "prompted", "unknown"]
Status = Literal["suggested", "accepted", "edited", "manual", "rejected"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why a machine made a coding: the rule that fired and the words it fired on (`cue == text[span]`)."""

    rule: str
    cue: str
    span: Span


@dataclass(frozen=True, slots=True)
class Coding:
    """One code on one span of one transcript by one coder. `quote` is `text[start:end]`, verbatim.

    For an obstacle code "supporting" means that the obstacle is there, "contrary" that it is denied or solved.
    `case` is the informant's id ("" if no case names the speaker). `score` is None for rules. `code_hash` is the
    hash of the code's entry at the time of coding, `codebook` its name and version. `decided_by` are the people whose
    decision `status` is, `disputed_by` those who decided otherwise.
    """

    id: str
    transcript: str
    case: str
    speaker: str
    turn: int
    span: Span
    quote: str
    code: str
    polarity: Polarity
    modality: Modality
    directness: Directness
    elicited: Elicited
    coder: str
    evidence: tuple[Evidence, ...]
    score: float | None
    status: Status
    codebook: str
    code_hash: str
    text_sha256: str
    decided_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()


def make_coding_id(transcript: str, span: Span, code: str, polarity: Polarity, modality: Modality, coder: str) -> str:
    """The id of a coding: 16 hex digits.

    It never depends on codebook, rule, score or text, so that decisions about a coding survive a re-run and a
    better codebook.
    """
    key = "\x1f".join((transcript, str(span.start), str(span.end), code, polarity, modality, coder))
    return blake2b(key.encode(), digest_size=8).hexdigest()
