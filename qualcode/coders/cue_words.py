"""Whether a cue can stand in a text at all, told by the words of the text without reading it.

A cue that is added to a codebook or taken out of it changes the codings only of texts in which it stands. For most of
them the words tell that it cannot: each place of a phrase wants a word that fills it.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from qualcode.codebook.combinations import parse_rule
from qualcode.codebook.patterns import Pattern, spell_variants
from qualcode.coders.places import Places
from qualcode.language.tokens import TOKEN, is_word


def list_words(text: str) -> list[str]:
    """The different words of a text as cues look for them: in lower case, with straight apostrophes; sorted."""
    tokens = {token for chunk in set(text.split()) for token in TOKEN.findall(chunk)}
    return sorted({token.casefold().replace("’", "'").replace("‑", "-") for token in tokens if is_word(token)})


class CueWords:
    """The words that some cues need, given as patterns with the language in which they are meant. `lemmas` are set by
    hand (language, then word, then lemma). A pattern that cannot be read raises `PatternError`."""

    def __init__(self, patterns: Iterable[tuple[str, str]], lemmas: Mapping[str, Mapping[str, str]]) -> None:
        self._rules = [(parse_rule(pattern), language) for pattern, language in patterns]
        self._lemmas = lemmas
        self._needs = cache(self._find_needs)

    def can_stand(self, words: Iterable[str], language: str) -> bool:
        """Whether one of the cues may stand in a text in `language` that has these words."""
        if not self._rules:
            return False
        needed, find = self._needs(language)
        there = frozenset().union(*map(find, words))
        return any(all(any(there.issuperset(way) for way in phrase) for phrase in cue) for cue in needed)

    def _find_needs(self, language: str) -> tuple[list[list[list[set[int]]]], Callable[[str], frozenset[int]]]:
        """For each cue the phrases that it needs, each as the ways in which it may be spelt, and these as numbers of
        places; and what tells the places that a word can fill."""
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
        return needed, cache(places.find)
