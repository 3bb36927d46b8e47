"""Finding many phrases at once in the words of a sentence.

Words that can fill the same places of phrases are of one kind, and a kind is written as one character, its sign. So a
sentence becomes a short string, plain ASCII where no phrase can begin; a sign tells which phrases of one word stand
there, and together with the next one which longer phrases begin. A word is looked at closely only when it is met for
the first time.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from qualcode.codebook.patterns import Atom, AtomKind, Element, Pattern, spell_variants
from qualcode.coders.memory import Memory
from qualcode.coders.places import Places
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import CLOSERS, TITLES, TOKEN, is_word

MOST_REMEMBERED = 32_768
MARK, WORD, CONTEXT = ".wc"  # signs of marks, of words that fill no place, and of those that bear on their neighbours
_QUIET = [chr(code) for code in range(0x20, 0x7F) if chr(code) not in (MARK, WORD, CONTEXT)]
FIRST_TELLING = 0x80
_ENDING = ",.?!"
_WITH_STOP = TITLES | CLOSERS
_TELLING = re.compile(r"[^\x00-\x7f]")

Hit = tuple[int, int, int]
"""Tokens `[start, end)` of a sentence and the number of the phrase found there."""


class Kind(NamedTuple):
    """What is known of the words with one sign: the places that they fill, the phrases that are such a word alone, and
    as bits the pairs of places, with which longer phrases begin, whose first or second they fill."""

    places: frozenset[int]
    alone: tuple[int, ...]
    firsts: int
    seconds: int


NO_KIND = Kind(frozenset(), (), 0, 0)


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
        self._alone: dict[int, list[int]] = defaultdict(list)  # phrases of one word by their place
        self._pairs: dict[tuple[int, int], int] = {}  # the first two places of longer phrases, each pair with its bit
        self._firsts: dict[int, int] = defaultdict(int)  # by place, the bits of the pairs of which it is the first
        self._seconds: dict[int, int] = defaultdict(int)
        self._longer: list[list[tuple[tuple[int, ...], int]]] = []  # longer phrases by the bit of their pair
        for number, (pattern, of) in enumerate(phrases):
            for elements in spell_variants(pattern) if pattern.elements else _find_sure_words(pattern):
                self._add(tuple(self._places.number(element, of) for element in elements), number)
        self._kinds = dict.fromkeys(map(chr, range(FIRST_TELLING)), NO_KIND)  # by their signs
        self._signs: dict[tuple[frozenset[int], bool], str] = {}  # by places, and whether the word is of the context
        self._bearing: set[str] = set()
        self._quiet = _QUIET.copy()
        self._signs_of = Signs(self._choose_sign, MOST_REMEMBERED).__getitem__

    def sign(self, text: str) -> list[str]:
        """The signs of the words and marks of a text, together for what stands between two blanks."""
        return list(map(self._signs_of, text.lower().split()))

    def find(self, signs: str) -> list[Hit]:
        """Every place where a phrase stands in the words and marks of these signs, overlapping ones too, each once,
        in the order of their first words."""
        hits: list[Hit] = []
        for telling in _TELLING.finditer(signs):
            place = telling.start()
            _, alone, firsts, _ = self._kinds[signs[place]]
            if alone:
                hits += [(place, place + 1, number) for number in alone]
            if firsts and place + 1 < len(signs) and (pairs := firsts & self._kinds[signs[place + 1]].seconds):
                hits += self._find_longer(signs, place, pairs)
        return hits

    def has_context(self, signs: str) -> bool:
        """Whether there is a word that bears on its neighbours."""
        return not self._bearing.isdisjoint(signs)

    def _add(self, places: tuple[int, ...], number: int) -> None:
        if len(places) == 1:
            self._alone[places[0]].append(number)
            return
        first, second, *_ = places
        if (first, second) not in self._pairs:
            self._firsts[first] |= 1 << len(self._pairs)
            self._seconds[second] |= 1 << len(self._pairs)
            self._pairs[first, second] = len(self._pairs)
            self._longer.append([])
        self._longer[self._pairs[first, second]].append((places, number))

    def _find_longer(self, signs: str, start: int, pairs: int) -> Iterator[Hit]:
        """The phrases of several words that begin with one of these pairs at `start`."""
        while pairs:
            bit = pairs.bit_length() - 1
            pairs ^= 1 << bit
            for places, number in self._longer[bit]:
                end = start + len(places)
                if end <= len(signs) and all(
                    place in self._kinds[sign].places for place, sign in zip(places, signs[start:end], strict=True)
                ):
                    yield start, end, number

    def _choose_sign(self, word: str) -> str:
        places = self._places.find(word)
        bears = find_normal_form(word, self.language) in self._context
        if (places, bears) not in self._signs:
            sign = self._signs[places, bears] = self._add_kind(self._describe(places), bears)
            if bears:
                self._bearing.add(sign)
        return self._signs[places, bears]

    def _add_kind(self, kind: Kind, bears: bool) -> str:
        """The sign of a new kind. Kinds with which no phrase begins have signs of ASCII as long as there are any."""
        begins = bool(kind.alone or kind.firsts)
        if not begins and kind.places == self._places.of_any_word:
            sign = CONTEXT if bears else WORD
        elif not begins and self._quiet:
            sign = self._quiet.pop()
        else:
            sign = chr(len(self._kinds))
        self._kinds[sign] = kind
        return sign

    def _describe(self, places: frozenset[int]) -> Kind:
        alone = dict.fromkeys(number for place in sorted(places) for number in self._alone.get(place, ()))
        firsts = seconds = 0
        for place in places:
            firsts |= self._firsts.get(place, 0)
            seconds |= self._seconds.get(place, 0)
        return Kind(places, tuple(alone), firsts, seconds)


class Signs(Memory[str]):
    """The signs of chunks of text, each learnt once. Of a word with a mark at its end only the word is remembered."""

    def __init__(self, sign_word: Callable[[str], str], most: int) -> None:
        super().__init__(self._take_apart, most)
        self._sign_word = sign_word

    def __missing__(self, chunk: str) -> str:
        word = chunk[:-1]
        if chunk[-1] in _ENDING and word.isalpha() and word not in _WITH_STOP:
            return self[word] + MARK
        return super().__missing__(chunk)

    def _take_apart(self, chunk: str) -> str:
        if chunk.isalpha():
            return self._sign_word(chunk.casefold())
        signs = [
            self._sign_word(token.casefold().replace("’", "'").replace("‑", "-")) if is_word(token) else MARK
            for token in TOKEN.findall(chunk)
        ]
        return sys.intern("".join(signs))  # many chunks, few different strings of signs


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
