"""Finding many phrases at once in the signs of a sentence.

A phrase of several words is looked for at its rarest word, and there only if the word beside it fits: so what is
common costs next to nothing, however many phrases it stands in.
"""

import sys
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from qualcode.codebook.patterns import Pattern
from qualcode.coders.memory import Memory
from qualcode.coders.signs import MOST_REMEMBERED, Signer

ANY = range(sys.maxsize)

Hit = tuple[int, int, int]
"""Tokens `[start, end)` of a sentence and the number of the phrase found there."""

_Pair = tuple[int, int, int]
"""The places of the rarest word of a phrase and of one beside it, which comes after it (1) or before (-1)."""

_Longer = tuple[int, tuple[int, ...], int]
"""Where in a phrase the rarest word stands, the phrase's places, and its number."""


class Kind(NamedTuple):
    """What is known of the words with one sign: whether a search begins at them, the phrases that they are alone, and
    as bits the pairs whose rarest word they can be, and those whose other word, after the rarest or before it."""

    begins: bool
    alone: tuple[int, ...]
    rarest: int
    after: int
    before: int


_QUIET = Kind(False, (), 0, 0, 0)


class PhraseIndex:
    """Phrases by their numbers, ready to be looked for in the signs that `signer` gives.

    Each is a pattern with the language whose lemmas it means. Of a token pattern only the word that must be there is
    looked for: its hit says that the sentence is worth spaCy's look.
    """

    def __init__(self, phrases: Mapping[int, tuple[Pattern, str]], signer: Signer) -> None:
        self._list_places = signer.list_places
        self._of_one: dict[int, list[int]] = defaultdict(list)  # phrases of one word by their place
        self._pairs: dict[_Pair, int] = {}  # each with its bit
        self._rarest: dict[int, int] = defaultdict(int)  # by place, the bits of the pairs whose rarest word fills it
        self._after: dict[int, int] = defaultdict(int)  # and of those whose other word does, after the rarest
        self._before: dict[int, int] = defaultdict(int)  # or before it
        self._longer: list[list[_Longer]] = []  # by the bit of their pair
        for number, (pattern, of) in phrases.items():
            for places, rarest in signer.spell(pattern, of):
                self._add(places, number, rarest)
        self._wanted = self._of_one.keys() | self._rarest.keys() | self._after.keys() | self._before.keys()
        self._kinds = Memory(self._describe, MOST_REMEMBERED).__getitem__

    def find(self, signs: str, among: Container[int] = ANY) -> list[Hit]:
        """Every place where a phrase `among` these numbers stands in the words and marks of these signs, overlapping
        ones too, each once, sorted."""
        hits: list[Hit] = []
        kinds = list(map(self._kinds, signs))
        for place, kind in enumerate(kinds):
            if not kind[0]:
                continue
            _, alone, pairs, _, _ = kind
            if alone:
                hits += [(place, place + 1, number) for number in alone if number in among]
            if pairs:
                beside = kinds[place + 1].after if place + 1 < len(kinds) else 0
                if place:
                    beside |= kinds[place - 1].before
                if pairs := pairs & beside:
                    hits += [hit for hit in self._find_longer(signs, place, pairs) if hit[2] in among]
        if len(hits) > 1:
            hits.sort()
        return hits

    def _add(self, places: tuple[int, ...], number: int, rarest: int) -> None:
        if len(places) == 1:
            self._of_one[places[0]].append(number)
            return
        step = 1 if rarest + 1 < len(places) else -1
        pair = places[rarest], places[rarest + step], step
        if pair not in self._pairs:
            bit = 1 << len(self._pairs)
            self._rarest[pair[0]] |= bit
            (self._after if step > 0 else self._before)[pair[1]] |= bit
            self._pairs[pair] = len(self._pairs)
            self._longer.append([])
        self._longer[self._pairs[pair]].append((rarest, places, number))

    def _find_longer(self, signs: str, place: int, pairs: int) -> Iterator[Hit]:
        """The phrases of several words that have one of these pairs, the rarest word at `place`."""
        while pairs:
            bit = pairs.bit_length() - 1
            pairs ^= 1 << bit
            for rarest, places, number in self._longer[bit]:
                start, end = place - rarest, place - rarest + len(places)
                if (
                    start >= 0
                    and end <= len(signs)
                    and all(
                        wanted in self._list_places(sign) for wanted, sign in zip(places, signs[start:end], strict=True)
                    )
                ):
                    yield start, end, number

    def _describe(self, sign: str) -> Kind:
        places = sorted(self._wanted & self._list_places(sign))
        if not places:
            return _QUIET
        alone = tuple(dict.fromkeys(number for place in places for number in self._of_one.get(place, ())))
        rarest, after, before = (
            reduce(or_, (bits.get(place, 0) for place in places)) for bits in (self._rarest, self._after, self._before)
        )
        return Kind(bool(alone or rarest), alone, rarest, after, before)
