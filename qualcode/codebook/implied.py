"""Phrases of a combination that always stand together: what such a combination asks is asked in vain."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from qualcode.codebook.combinations import Combination, parse_rule
from qualcode.codebook.patterns import Atom, Element, Pattern
from qualcode.language.lemmas import find_doubled, find_lemma
from qualcode.language.normal_forms import find_normal_form
from qualcode.messages import LANGUAGES, mark
from qualcode.model import Codebook, Severity


def find_implied(codebook: Codebook, base: Codebook | None = None) -> Iterator[tuple[int, str, str, Severity]]:
    """The combinations that can never fire, because a phrase of `unless` stands in the cue itself, and those with a
    phrase that stands wherever another does: line, what, how and severity of each. Codes of the codebook's `base`,
    which come first, are passed over."""
    roots = {language: _Roots(language, codebook.lemma_exceptions.get(language, {})) for language in LANGUAGES}
    for code in codebook.codes[len(base.codes) if base else 0 :]:
        for cue in code.cues:
            rule = parse_rule(cue.pattern) if ": " in cue.pattern else None
            if isinstance(rule, Combination):
                for note in _find_in(rule, roots[cue.language]):
                    yield cue.line, *note


def _find_in(rule: Combination, roots: "_Roots") -> Iterator[tuple[str, str, Severity]]:
    for part in rule.parts:
        for other in rule.unless:
            if roots.imply(part, other):
                what = mark(
                    'the cue can never fire: "{text}" of `unless` stands wherever "{text2}" does',
                    text=other.text,
                    text2=part.text,
                )
                yield what, mark("Write in `unless` the words around the cue, or take it out."), "error"
    for pair in combinations(rule.parts, 2):
        if rule.kind == "near" and pair[0].elements == pair[1].elements:  # asks for two of a kind
            continue
        for part, other in (pair, pair[::-1]):
            if roots.imply(part, other):
                what = mark(
                    '"{text}" stands wherever "{text2}" does; `{kind}` asks nothing more of it',
                    text=other.text,
                    text2=part.text,
                    kind=rule.kind,
                )
                yield what, mark("Take one of the two out."), "warning"
                break


class _Roots:
    """Tells which words stand wherever others do, by the roots of one language and those set by hand."""

    def __init__(self, language: str, lemmas: Mapping[str, str]) -> None:
        self._language = language
        self._lemmas = lemmas
        self._find_root = cache(self._look_up_root)

    def imply(self, part: Pattern, other: Pattern) -> bool:
        """Whether every place of `part` holds one of `other`."""
        width = len(other.elements)
        return any(
            all(map(self._fills, part.elements[start : start + width], other.elements))
            for start in range(len(part.elements) - width + 1)
        )

    def _fills(self, narrow: Element, wide: Element) -> bool:
        return all(any(self._is_a(atom, other) for other in wide.atoms) for atom in narrow.atoms)

    def _is_a(self, atom: Atom, other: Atom) -> bool:
        if atom == other or other.kind == "any":
            return True
        if other.kind == "wildcard":
            return atom.kind == "form" and bool(
                re.fullmatch(".*".join(map(re.escape, other.text.split("*"))), atom.text)
            )
        return (
            other.kind == "lemma"
            and atom.kind in ("lemma", "form")
            and not (self._language == "id" and find_doubled(other.text) and not find_doubled(atom.text))
            and self._find_root(atom.text) == self._find_root(other.text)
        )

    def _look_up_root(self, word: str) -> str:
        form = find_normal_form(word, self._language)
        return self._lemmas.get(word) or self._lemmas.get(form) or find_lemma(word, self._language)
