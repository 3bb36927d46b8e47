"""Finding many phrases at once in the words of a sentence.

Everything that Python does is done once a word type: a type knows which places of which phrases it can fill. A phrase
hangs on its rarest place, so that most words, and most sentences, are passed over by a test of two sets.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from qualcode.codebook.patterns import Atom, AtomKind, Element, Pattern, spell_variants
from qualcode.language.lemmas import find_lemma, is_foreign_lemma
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, is_word

MOST_TYPES = 400_000  # remembered at a time, so that memory does not grow with the number of transcripts
_START = 3  # letters by which wildcards are sorted

Hit = tuple[int, int, int]
"""Tokens `[start, end)` of a sentence and the number of the phrase found there."""

Anchor = tuple[tuple[int, ...], int, int]
"""The places of a phrase, which of them is the rarest, and the number of the phrase."""


class WordType(NamedTuple):
    """What is known of a word or mark as typed: its lower case, its normal form, the places that it can fill and the
    phrases that hang on it."""

    spelling: str
    typed: str
    form: str
    places: frozenset[int]
    anchors: tuple[Anchor, ...]


V = TypeVar("V")


class _Learnt(dict[str, V]):
    """What is known of words or chunks of text, each learnt when it is first asked for."""

    def __init__(self, learn: Callable[[str], V]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, text: str) -> V:
        if len(self) > MOST_TYPES:
            self.clear()
        known = self[text] = self._learn(text)
        return known


class Chunk(NamedTuple):
    """What stands between white space, as words and marks.

    On a telling chunk hangs a telling phrase. For the sake of an entangled one a sentence must be read as a whole: a
    phrase of several words, a phrase beside the telling ones or a word of the context is in it. In a sentence without
    these each telling chunk speaks for itself.
    """

    words: tuple[WordType, ...]
    is_telling: bool
    is_entangled: bool


class PhraseIndex:
    """The phrases of a codebook, ready to be looked for. A phrase's number is its place in what was given.

    `phrases` are patterns with the language whose lemmas they mean; `language` is that of the texts; `lemmas` are
    set by hand (language, then word, then lemma). `telling` is how many of the phrases, from the first on, make a text
    worth reading; the others only matter beside them. Of a token pattern only the word that must be there is looked
    for: its hit says that the sentence is worth spaCy's look. `context` are normal forms of words that
    bear on what is found beside them. A phrase of `apart` is only part of what is looked for, and never speaks for
    itself.
    """

    def __init__(
        self,
        phrases: Sequence[tuple[Pattern, str]],
        language: str,
        lemmas: Mapping[str, Mapping[str, str]],
        telling: int,
        context: frozenset[str] = frozenset(),
        apart: Collection[int] = (),
    ) -> None:
        self._first_mute = telling
        self._language = language
        self._lemmas = lemmas
        self._places: dict[tuple[str, Element], int] = {}
        self._by_lemma: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self._wildcards: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
        self._any: list[int] = []
        self._anchors: dict[int, dict[Anchor, None]] = defaultdict(dict)
        self._types = _Learnt(self._describe)
        self._chunks = _Learnt(self._take_apart)
        self._context = context
        self._apart = {*apart, *(number for number, (pattern, _) in enumerate(phrases) if pattern.token)}
        for number, (pattern, of) in enumerate(phrases):
            for elements in spell_variants(pattern) if pattern.elements else _find_sure_words(pattern):
                self._add(elements, of, number)

    def look_up(self, chunk: str) -> Chunk:
        """What is known of a chunk of text without white space."""
        return self._chunks[chunk]

    def find(self, types: Sequence[WordType]) -> list[Hit]:
        """Every place where a phrase stands in these words and marks, overlapping ones too, each once."""
        hits: dict[Hit, None] = {}
        last = len(types)
        for place, word in enumerate(types):
            for places, offset, number in word.anchors:
                start = place - offset
                end = start + len(places)
                if start < 0 or end > last:
                    continue
                for wanted, other in zip(places, types[start:end], strict=True):
                    if wanted not in other.places:
                        break
                else:
                    hits[start, end, number] = None
        return list(hits)

    def _add(self, elements: Sequence[Element], language: str, number: int) -> None:
        places = tuple(self._number_place(element, language) for element in elements)
        offset = max(range(len(elements)), key=lambda place: _guess_rarity(elements[place]))
        self._anchors[places[offset]][places, offset, number] = None

    def _number_place(self, element: Element, language: str) -> int:
        key = (language, element)
        if key not in self._places:
            place = self._places[key] = len(self._places)
            for atom in element.atoms:
                self._file(atom, language, place)
        return self._places[key]

    def _file(self, atom: Atom, language: str, place: int) -> None:
        if atom.kind == "any":
            self._any.append(place)
        elif atom.kind == "form":
            self._by_form[atom.text].append(place)
        elif atom.kind == "lemma":
            self._by_lemma[language][self._find_lemma(atom.text, language)].append(place)
        else:
            expression = ".*".join(re.escape(piece) for piece in atom.text.split("*"))
            start = atom.text.partition("*")[0][:_START]
            self._wildcards[start if len(start) == _START else ""].append((re.compile(expression), place))

    def _find_lemma(self, word: str, language: str) -> str:
        by_hand = self._lemmas.get(language, {})
        form = find_normal_form(word, language)
        return by_hand.get(word.casefold()) or by_hand.get(form) or find_lemma(word, language)

    def _take_apart(self, chunk: str) -> Chunk:
        words = tuple(map(self._learn, TOKEN.findall(chunk)))
        anchors = [anchor for word in words for anchor in word.anchors]
        is_telling = any(number < self._first_mute for _, _, number in anchors)
        is_entangled = any(word.form in self._context for word in words) or any(
            len(places) > 1 or number >= self._first_mute or number in self._apart for places, _, number in anchors
        )
        return Chunk(words, is_telling, is_entangled)

    def _learn(self, token: str) -> WordType:
        if not is_word(token):
            return WordType(token, token, token, frozenset(), ())
        typed = token.casefold().replace("’", "'").replace("‑", "-")
        known = self._types[typed]
        return known if token == typed else known._replace(spelling=token)

    def _describe(self, word: str) -> WordType:
        places = {*self._any, *self._by_form.get(word, ())}
        for language, by_lemma in self._by_lemma.items():
            lemma = self._find_lemma(word, language)
            if language == self._language or not is_foreign_lemma(word, lemma, self._language):
                places.update(by_lemma.get(lemma, ()))
        for start in (word[:_START], ""):
            places.update(place for wildcard, place in self._wildcards.get(start, ()) if wildcard.fullmatch(word))
        anchors = tuple(anchor for place in sorted(places) for anchor in self._anchors.get(place, ()))
        return WordType(word, word, find_normal_form(word, self._language), frozenset(places), anchors)


def _guess_rarity(element: Element) -> int:
    """Long words are rarer than short ones (Zipf 1935); a place with alternatives is as common as its shortest."""
    return min(0 if atom.kind == "any" else len(atom.text.replace("*", "")) for atom in element.atoms)


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
