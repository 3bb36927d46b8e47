"""Which places of phrases a word can fill: as it is written, by its lemma, by a wildcard."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qualcode.codebook.patterns import GLUE, Atom, AtomKind, Element, Pattern, spell_variants
from qualcode.language.function_words import FUNCTION_WORDS
from qualcode.language.lemmas import find_doubled, find_lemma, is_foreign_lemma, is_own_word
from qualcode.language.normal_forms import find_normal_form

_START = 3  # letters by which wildcards are sorted

Spelling = tuple[tuple[int, ...], int]
"""The places of a phrase in order, and at which of these the rarest word stands."""


class Places:
    """The places of phrases by their numbers. Places that ask for the same in the same language are one.

    `language` is that of the words; `lemmas` are set by hand (language, then word, then lemma).
    """

    def __init__(self, language: str, lemmas: Mapping[str, Mapping[str, str]]) -> None:
        self._language = language
        self._lemmas = lemmas
        self._numbers: dict[tuple[str, Element], int] = {}
        self._spelt: dict[tuple[str, str], Sequence[Spelling]] = {}
        self._by_lemma: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_doubled: dict[str, list[int]] = defaultdict(list)  # Indonesian words that are said twice
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self._wildcards: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
        self._any: list[int] = []

    @property
    def of_any_word(self) -> frozenset[int]:
        """The places that every word can fill."""
        return frozenset(self._any)

    def number(self, element: Element, language: str) -> int:
        """The number of a place whose lemmas are meant in `language`."""
        key = (language, element)
        if key not in self._numbers:
            place = self._numbers[key] = len(self._numbers)
            for atom in element.atoms:
                self._file(atom, language, place)
        return self._numbers[key]

    def spell(self, pattern: Pattern, language: str) -> Sequence[Spelling]:
        """The ways in which what stands in a text for a pattern may be spelt; its lemmas are meant in `language`. Of a
        token pattern it is a word that must stand where it matches, or any word where none can be told."""
        key = (pattern.text, language)
        if key not in self._spelt:
            ways = spell_variants(pattern) if pattern.elements else _find_sure_words(pattern)
            self._spelt[key] = [
                (tuple(self.number(element, language) for element in way), _find_rarest(way, language)) for way in ways
            ]
        return self._spelt[key]

    def find(self, word: str) -> frozenset[int]:
        """The places that a word, in lower case, can fill."""
        found = {*self._any, *self._by_form.get(word, ())}
        for language, by_lemma in self._by_lemma.items():
            if language != self._language and word not in by_lemma and is_own_word(word, self._language):
                continue  # its lemma in the other language would be one by chance: see `is_foreign_lemma`
            places = by_lemma.get(lemma := self._find_lemma(word, language))
            if places and (language == self._language or not is_foreign_lemma(word, lemma, self._language)):
                found.update(places)
        if self._by_doubled and ("-" in word or "2" in word):
            found.update(self._by_doubled.get(find_doubled(word), ()))
        for start in (word[:_START], ""):
            found.update(place for wildcard, place in self._wildcards.get(start, ()) if wildcard.fullmatch(word))
        return frozenset(found)

    def _file(self, atom: Atom, language: str, place: int) -> None:
        if atom.kind == "any":
            self._any.append(place)
        elif atom.kind == "form":
            self._by_form[atom.text].append(place)
        elif atom.kind == "lemma" and language == "id" and (doubled := find_doubled(atom.text)):
            self._by_doubled[doubled].append(place)
        elif atom.kind == "lemma":
            self._by_lemma[language][self._find_lemma(atom.text, language)].append(place)
        else:
            expression = ".*".join(re.escape(piece) for piece in atom.text.split("*"))
            start = atom.text.partition("*")[0][:_START]
            self._wildcards[start if len(start) == _START else ""].append((re.compile(expression), place))

    def _find_lemma(self, word: str, language: str) -> str:
        if by_hand := self._lemmas.get(language):
            set_by_hand = by_hand.get(word.casefold()) or by_hand.get(find_normal_form(word, language))
            if set_by_hand:
                return set_by_hand
        return find_lemma(word, language)


def _find_rarest(elements: Sequence[Element], language: str) -> int:
    """Which of some places the rarest words fill, as far as one can guess. Rare are words that say something of the
    matter, the longer the rarer (Zipf 1935); of several in one place the commonest tells."""

    def guess(element: Element) -> tuple[bool, bool, int]:
        texts = [find_normal_form(atom.text.strip("*"), language) for atom in element.atoms]
        is_glue = "" in texts or not GLUE.isdisjoint(texts)
        return not is_glue, FUNCTION_WORDS[language].isdisjoint(texts), min(map(len, texts))

    rarity = list(map(guess, elements))
    return rarity.index(max(rarity))


def _find_sure_words(pattern: Pattern) -> Iterable[tuple[Element, ...]]:
    kinds: dict[str, AtomKind] = {"LEMMA": "lemma", "LOWER": "form", "ORTH": "form", "TEXT": "form"}
    for token in pattern.token:
        if token.get("OP", "1") not in ("1", "+"):
            continue
        for attribute, kind in kinds.items():
            value = token.get(attribute)
            values: list[object] = value.get("IN", [None]) if isinstance(value, dict) else [value]
            texts = [text.casefold() for text in values if isinstance(text, str)]
            if texts and len(texts) == len(values):
                return [(Element(tuple(Atom(kind, text) for text in texts)),)]
    return [(Element((Atom("any", "*"),)),)]
