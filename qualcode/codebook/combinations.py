"""Combinations: several phrases that make one cue together.

In a codebook's file a combination is a mapping. As a cue's `pattern` it is the same on one line, the keys parted by
semicolons and the phrases by commas: `near: anggaran, (potong|pangkas); window: 4; unless: potong rambut`.
docs/rules.md shows each with an example.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from qualcode.codebook.patterns import Pattern, PatternError, parse_pattern, spell_variants
from qualcode.messages import mark

Kind = Literal["cue", "near", "all"]
Within = Literal["sentence", "neighbour", "answer"]

KINDS: tuple[Kind, ...] = ("cue", "near", "all")
WITHIN: tuple[Within, ...] = ("sentence", "neighbour", "answer")
KEYS = (*KINDS, "window", "ordered", "unless", "within")
WINDOW = 5  # where nothing is said
WIDEST = 30
MOST_PARTS = 5

Fault = tuple[str, str, str]
"""The key at which something is wrong, what it is, and how to mend it."""

_CLAUSE = re.compile(rf"\s*({'|'.join(KEYS)})\s*:(?:\s|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Combination:
    """Phrases that must stand together, and phrases that must not stand beside them.

    `near`: all `parts` in one sentence, no two on the same word, in their order if `ordered`, with `window` words at
    most between the first and the last. `all`: all `parts` somewhere `within`. `cue`: the one part. None of `unless`
    may stand `within`: in the sentence of the (first) part, in it or a sentence right before or after it, or in the
    whole answer.
    """

    kind: Kind
    parts: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    window: int = WINDOW
    ordered: bool = False
    within: Within = "sentence"

    @property
    def text(self) -> str:
        """The one line that says it; what is not said is left out."""
        clauses = [_list_phrases(self.parts) if self.kind == "cue" else f"{self.kind}: {_list_phrases(self.parts)}"]
        if self.window != WINDOW:
            clauses.append(f"window: {self.window}")
        if self.ordered:
            clauses.append("ordered: yes")
        if self.unless:
            clauses.append(f"unless: {_list_phrases(self.unless)}")
        if self.within != "sentence":
            clauses.append(f"within: {self.within}")
        return "; ".join(clauses)


@lru_cache(maxsize=8192)
def parse_rule(text: str) -> Pattern | Combination:
    """Read a cue, be it one phrase or a combination. What cannot be meant raises `PatternError`."""
    head = _CLAUSE.match(text)
    if (not head and ";" not in text) or re.match(r"\s*token\s*:", text):
        return parse_pattern(text)
    clauses = _parse_clauses(text)
    kinds = [kind for kind in KINDS if kind in clauses]
    if len(kinds) != 1:
        raise PatternError(*describe_kinds(kinds))
    combination = Combination(
        kinds[0],
        _parse_phrases(clauses[kinds[0]]),
        _parse_phrases(clauses["unless"]) if "unless" in clauses else (),
        parse_window(clauses.get("window", str(WINDOW))),
        clauses.get("ordered") == "yes",
        cast(Within, clauses.get("within", "sentence")),
    )
    for _, what, how in find_faults(combination, clauses):
        raise PatternError(what, how)
    return combination


@cache
def is_combination(text: str) -> bool:
    """Whether a cue that can be read asks for words that need not stand together (`near`, `all`)."""
    rule = parse_rule(text)
    return isinstance(rule, Combination) and rule.kind != "cue"


def parse_window(text: str) -> int:
    """How many words may stand between; what is no number up to 30 raises `PatternError`."""
    if re.fullmatch(r"[0-9]{1,3}", text) and int(text) <= WIDEST:
        return int(text)
    raise PatternError(
        mark("window cannot be `{text}`", text=text),
        mark(
            "Write a number of words from 0 to {widest}; {window} stands where none is given.",
            widest=WIDEST,
            window=WINDOW,
        ),
    )


def describe_kinds(kinds: Sequence[str]) -> tuple[str, str]:
    """What is wrong with a cue that says in no way, or in two ways, what to look for, and how to mend it."""
    if not kinds:
        return mark("the cue has no words to look for"), mark(
            "Write them as `cue: ...`, `near: [...]` or `all: [...]`."
        )
    return mark("`{kinds}` and `{kinds2}` stand in one cue", kinds=kinds[0], kinds2=kinds[1]), mark(
        "Write one item for each."
    )


def find_faults(combination: Combination, given: Collection[str]) -> Iterator[Fault]:
    """What is wrong with a combination whose phrases are right; `given` are the keys that it was written with."""
    kind = combination.kind
    if kind != "cue":
        yield from _find_faults_of_parts(combination)
    for key in ("window", "ordered"):
        if key in given and kind != "near":
            yield (
                key,
                mark("`{key}` says nothing without `near`", key=key),
                mark("Take it out, or write the phrases under `near:`."),
            )
    if "within" in given and kind != "all" and not combination.unless:
        yield "within", mark("`within` says nothing without `all` or `unless`"), mark("Take it out.")
    for key, patterns in ((kind, combination.parts), ("unless", combination.unless)):
        if any(pattern.token for pattern in patterns):
            yield (
                key,
                mark("a token pattern cannot be part of a cue"),
                mark("Write it as an item of its own: `token: [...]`."),
            )


def _find_faults_of_parts(combination: Combination) -> Iterator[Fault]:
    kind, parts = combination.kind, combination.parts
    if len(parts) < 2:
        yield (
            kind,
            mark("`{kind}` has only one phrase", kind=kind),
            mark("Write two or more, or write it as a cue of its own."),
        )
    if len(parts) > MOST_PARTS:
        yield (
            kind,
            mark(
                "`{kind}` has {count} phrases; {most_parts} is the most",
                kind=kind,
                count=len(parts),
                most_parts=MOST_PARTS,
            ),
            mark("Keep those that carry the meaning."),
        )
    if kind == "near" and combination.window < (fewest := _count_words_between(combination)):
        yield (
            "window",
            mark(
                "window: {window} leaves no room for the phrases between the first and the last",
                window=combination.window,
            ),
            mark("Write {fewest} or more: they have {fewest} words themselves.", fewest=fewest),
        )


def _count_words_between(combination: Combination) -> int:
    """The fewest words that the phrases between the first and the last can have."""
    lengths = [min(map(len, spell_variants(part)), default=0) for part in combination.parts]
    return sum(lengths[1:-1] if combination.ordered else sorted(lengths)[:-2])


def _parse_clauses(text: str) -> dict[str, str]:
    clauses: dict[str, str] = {}
    for number, clause in enumerate(text.split(";")):
        found = _CLAUSE.match(clause)
        if not found and number:
            raise PatternError(
                mark('"{clause}" is no part of a cue', clause=clause.strip()),
                mark("Known: {keys}.", keys=", ".join(KEYS)),
            )
        key, value = (found[1], found[2]) if found else ("cue", clause)
        if key in clauses:
            raise PatternError(mark("`{key}` stands twice in the cue", key=key), mark("Keep one of the two."))
        clauses[key] = value.strip()
    for key, known in (("ordered", ("yes", "no")), ("within", WITHIN)):
        if clauses.get(key, known[0]) not in known:
            raise PatternError(
                mark("{key} cannot be `{clauses}`", key=key, clauses=clauses[key]),
                mark("Use one of: {known}.", known=", ".join(known)),
            )
    return clauses


def _parse_phrases(text: str) -> tuple[Pattern, ...]:
    return tuple(parse_pattern(phrase.strip()) for phrase in text.split(","))


def _list_phrases(patterns: tuple[Pattern, ...]) -> str:
    return ", ".join(" ".join(pattern.text.split()) for pattern in patterns)
