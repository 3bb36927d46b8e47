"""Where in a text a cue can stand at all, told by its words without reading it.

A cue that is added to a codebook or taken out of it changes the codings only of texts in which it stands, and there
those of the answer alone. Of most texts and answers the words tell that it cannot stand in them: each place of a phrase
wants a word that fills it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qualcode.codebook.combinations import parse_rule
from qualcode.codebook.patterns import Pattern, spell_variants
from qualcode.coders.places import Places
from qualcode.language.tokens import TOKEN, is_word
from qualcode.model import Span

_MOST_LOOKED_FOR = 30  # words: to look for more takes longer than to take the text apart


def list_words(text: str) -> list[str]:
    """The different words of a text as cues look for them: in lower case, with straight apostrophes; sorted."""
    chunks = set(text.split())
    plain = set(filter(str.isalpha, chunks))
    words = [*plain, *filter(is_word, set(TOKEN.findall(" ".join(chunks - plain))))]
    return sorted(set(_fold(" ".join(words)).split()))  # at once: one by one would take longer


class _Needs(NamedTuple):
    """For each cue the phrases that it needs, each as the ways in which it may be spelt, and these as numbers of
    places; what tells the places that a word can fill, those that any word can, and the words that can fill others."""

    cues: list[list[list[set[int]]]]
    find: Callable[[str], frozenset[int]]
    of_any: frozenset[int]
    telling: "_Sieve"


class _Sieve:
    """Picks the words that `tells` is true of, each looked at once."""

    def __init__(self, tells: Callable[[str], bool]) -> None:
        self._tells = tells
        self._known: set[str] = set()
        self._picked: set[str] = set()

    def pick(self, words: Iterable[str]) -> set[str]:
        """Those of these words."""
        there = set(words)
        new = there - self._known
        self._known |= new
        self._picked.update(filter(self._tells, new))
        return there & self._picked


class CueWords:
    """The words that some cues need, given as patterns with the language in which they are meant. `lemmas` are set by
    hand (language, then word, then lemma). A pattern that cannot be read raises `PatternError`."""

    def __init__(self, patterns: Iterable[tuple[str, str]], lemmas: Mapping[str, Mapping[str, str]]) -> None:
        self._rules = [(parse_rule(pattern), language) for pattern, language in patterns]
        self._lemmas = lemmas
        self._needs = cache(self._find_needs)

    def pick(self, words: Iterable[str], language: str) -> set[str]:
        """Those of these words of a text in `language` that can stand in a cue; they tell as much as all words do."""
        return self._needs(language).telling.pick(words) if self._rules else set()

    def can_stand(self, words: Iterable[str], language: str) -> bool:
        """Whether one of the cues may stand in a text in `language` that has these words."""
        if not self._rules:
            return False
        needs = self._needs(language)
        there = needs.of_any.union(*map(needs.find, needs.telling.pick(words)))
        return any(all(any(there.issuperset(way) for way in phrase) for phrase in cue) for cue in needs.cues)

    def find_stretches(self, text: str, stretches: Sequence[Span], words: Iterable[str], language: str) -> set[int]:
        """The places in the row of `stretches`, sorted and apart from one another, of those in which one of the cues
        may stand. `words` are those of the whole text."""
        needs, low = self._needs(language), _fold(text)
        telling = needs.telling.pick(words)
        held: dict[int, list[str]] = defaultdict(list)
        if len(telling) <= _MOST_LOOKED_FOR and all(needs.cues) and len(low) == len(text):
            for word in telling:
                for place in _find_all(word, low):
                    held[bisect_right(stretches, place, key=lambda stretch: stretch.start) - 1].append(word)
        else:
            held |= {place: list_words(stretch.of(text)) for place, stretch in enumerate(stretches)}
        return {place for place, there in held.items() if place >= 0 and self.can_stand(there, language)}

    def _find_needs(self, language: str) -> _Needs:
        """What the cues need of a text in this language."""
        places = Places(language, self._lemmas)
        needed = []
        for rule, of in self._rules:
            phrases = [rule] if isinstance(rule, Pattern) else rule.parts
            needed.append(
                [
                    [{places.number(element, of) for element in way} for way in spell_variants(phrase)]
                    for phrase in phrases
                    if phrase.elements  # a token pattern may stand anywhere
                ]
            )
        find, of_any = cache(places.find), places.of_any_word
        return _Needs(needed, find, of_any, _Sieve(lambda word: not places.find(word) <= of_any))


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("‑", "-")


def _find_all(word: str, text: str) -> Iterator[int]:
    """The places of a word in a text; among letters it is part of another word."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (word[0].isalpha() and text[place - 1 : place].isalpha()) and not (
            word[-1].isalpha() and text[end : end + 1].isalpha()
        ):
            yield place
        place = text.find(word, end)
