"""Finding many phrases at once in the words of a sentence.

Words that can fill the same places of phrases are of one kind, and a kind is written as one character, its sign. So a
sentence becomes a short string, plain ASCII where no phrase can begin; a sign tells which phrases of one word stand
there, and what must follow for a longer one. A word is looked at closely only when it is met for the first time.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from qualcode.codebook.patterns import Atom, AtomKind, Element, Pattern, spell_variants
from qualcode.coders.memory import Memory
from qualcode.coders.places import Places
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, is_word

MOST_REMEMBERED = 100_000
MARK, WORD, CONTEXT = ".wc"  # signs of marks, of words that fill no place, and of those that bear on their neighbours
FIRST_OF_PLACES = "\x80"  # signs from here on stand for words that fill places

Hit = tuple[int, int, int]
"""Tokens `[start, end)` of a sentence and the number of the phrase found there."""


class Kind(NamedTuple):
    """What is known of the words with one sign: the places that they fill, the phrases that are such a word alone, and
    the second places of longer phrases that begin with one."""

    places: frozenset[int]
    alone: tuple[int, ...]
    seconds: frozenset[int]


NO_KIND = Kind(frozenset(), (), frozenset())


class PhraseIndex:
    """The phrases of a codebook, ready to be looked for. A phrase's number is its place in what was given.

    `phrases` are patterns with the language whose lemmas they mean; `language` is that of the texts; `lemmas` are
    set by hand (language, then word, then lemma). Of a token pattern only the word that must be there is looked for:
    its hit says that the sentence is worth spaCy's look. `context` are normal forms of words that bear on what is
    found beside them.
    """

    def __init__(
        self,
        phrases: Sequence[tuple[Pattern, str]],
        language: str,
        lemmas: Mapping[str, Mapping[str, str]],
        context: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self._context = context
        self._places = Places(language, lemmas)
        self._phrases: dict[int, list[tuple[tuple[int, ...], int]]] = defaultdict(list)  # by their first place
        for number, (pattern, of) in enumerate(phrases):
            for elements in spell_variants(pattern) if pattern.elements else _find_sure_words(pattern):
                places = tuple(self._places.number(element, of) for element in elements)
                self._phrases[places[0]].append((places, number))
        self._kinds: dict[str, Kind] = {MARK: NO_KIND}
        self._signs: dict[tuple[frozenset[int], bool], str] = {}  # by places, and whether the word is of the context
        self._bearing: set[str] = set()
        self._sign_word = lru_cache(MOST_REMEMBERED)(self._choose_sign)
        self.sign = Memory(self._sign, MOST_REMEMBERED).__getitem__
        """The signs of the words and marks in a chunk of text without white space."""

    def find(self, signs: str) -> list[Hit]:
        """Every place where a phrase stands in the words and marks of these signs, overlapping ones too, each once,
        in the order of their first words."""
        hits: list[Hit] = []
        kinds = self._kinds
        signs += MARK  # so that every word has one after it
        for place, sign in enumerate(signs):
            if sign >= FIRST_OF_PLACES:
                _, alone, seconds = kinds[sign]
                if alone:
                    hits += [(place, place + 1, number) for number in alone]
                if seconds and not seconds.isdisjoint(kinds[signs[place + 1]][0]):
                    hits += self._find_longer(signs, place)
        return hits

    def has_context(self, signs: str) -> bool:
        """Whether there is a word that bears on its neighbours."""
        return not self._bearing.isdisjoint(signs)

    def _find_longer(self, signs: str, start: int) -> Iterator[Hit]:
        """The phrases of several words that begin at `start`."""
        for first in self._kinds[signs[start]].places:
            for places, number in self._phrases.get(first, ()):
                end = start + len(places)
                if 1 < len(places) < len(signs) - start and all(
                    place in self._kinds[sign].places for place, sign in zip(places, signs[start:end], strict=True)
                ):
                    yield start, end, number

    def _sign(self, chunk: str) -> str:
        if chunk.isalpha():  # most are one word
            return self._sign_word(chunk.casefold())
        signs = [
            self._sign_word(token.casefold().replace("’", "'").replace("‑", "-")) if is_word(token) else MARK
            for token in TOKEN.findall(chunk)
        ]
        return sys.intern("".join(signs))  # many chunks, few different strings of signs

    def _choose_sign(self, word: str) -> str:
        places = self._places.find(word)
        bears = find_normal_form(word, self.language) in self._context
        if (places, bears) not in self._signs:
            kind = self._describe(places)
            is_plain = not kind.alone and not kind.seconds and places == self._places.of_any_word
            sign = (CONTEXT if bears else WORD) if is_plain else chr(ord(FIRST_OF_PLACES) + len(self._signs))
            self._signs[places, bears] = sign
            self._kinds[sign] = kind
            if bears:
                self._bearing.add(sign)
        return self._signs[places, bears]

    def _describe(self, places: frozenset[int]) -> Kind:
        phrases = [phrase for place in sorted(places) for phrase in self._phrases.get(place, ())]
        alone = dict.fromkeys(number for phrase, number in phrases if len(phrase) == 1)
        return Kind(places, tuple(alone), frozenset(phrase[1] for phrase, _ in phrases if len(phrase) > 1))


def _find_sure_words(pattern: Pattern) -> Iterable[tuple[Element, ...]]:
    """A word that must stand where a token pattern matches, or any word where none can be told."""
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
