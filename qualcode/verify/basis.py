"""What a person's answer about a claim was given on, so that it is told when that has changed since.

A basis is written `claim:1a2b... codings:3c4d... CG.TRU:5e6f...`: a hash of the claim's wording, of the codings behind
the answer, and of the entry of each code that the claim names.
"""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from qualcode.evidence.answers import hash_basis
from qualcode.model import Answer, Claim, Codebook, Coding, Words


def make_basis(claim: Claim, codings: Iterable[Coding], codebook: Codebook, *, on_rivals: bool = False) -> str:
    """The basis of an answer that rests on `codings`; with `on_rivals` the claim's rivals are part of it."""
    parts = {
        "claim": _hash(_spell(claim.text), claim.codes, sorted(claim.scope.items()), claim.checkable),
        "codings": hash_basis(codings),
    }
    if on_rivals:
        parts["rivals"] = _hash(*((_spell(rival.text), rival.codes) for rival in claim.rivals))
    named = [code for code, _ in claim.codes]
    named += [code for rival in claim.rivals if on_rivals for code in rival.codes]
    for id_ in named:
        code = codebook.find(id_)
        parts[codebook.name_whole(id_)] = code.hash[:8] if code else ""
    return " ".join(f"{key}:{value}" for key, value in parts.items())


def find_changed(then: str, now: str) -> tuple[str, ...]:
    """What differs between two bases: "claim", "codings", "rivals", the ids of codes."""
    old, new = _read(then), _read(now)
    return tuple(key for key in dict.fromkeys((*new, *old)) if old.get(key) != new.get(key)) if then else ()


def mark_changed(answers: Iterable[Answer], now: str) -> tuple[Answer, ...]:
    """The answers, each with what has changed since it was given."""
    return tuple(replace(each, changed=find_changed(each.basis, now)) for each in answers)


def _read(basis: str) -> dict[str, str]:
    pairs = (part.rpartition(":") for part in basis.split())
    return {key: value for key, _, value in pairs}


def _spell(words: Words) -> tuple[str, str]:
    return words.id, words.en


def _hash(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:16]
