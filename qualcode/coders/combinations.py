"""Finding phrases that make a cue together: near one another, in one place, or where others do not stand.

Of the stretches of a sentence that hold all phrases of a `near` those count that hold no shorter one, and a phrase
itself is taken where it is shortest (Clarke, Cormack and Burkowski 1995). All this is asked only in a sentence in which
`prospects` says that a combination can stand.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, permutations
from typing import NamedTuple

from qualcode.codebook.combinations import Combination
from qualcode.codebook.patterns import Pattern

Place = tuple[int, int]
"""Tokens `[start, end)` of a sentence."""

Friend = tuple[int, int, str]
"""The tokens of a false friend, and the code that it is for ("" for all)."""

_REACH = {"sentence": 0, "neighbour": 1, "answer": 1_000_000}  # in sentences


class Heard(NamedTuple):
    """What stands in one sentence: for each token whether it is a word, where each part of a combination stands, and
    the false friends."""

    is_word: Sequence[bool]
    places: Mapping[int, Sequence[Place]]
    friends: Sequence[Friend] = ()

    def find(self, part: int, code: str) -> list[Place]:
        """Where a part stands outside the false friends of a code, in order."""
        if not self.friends:
            return sorted(self.places.get(part, ()))
        friends = [(start, end) for start, end, of in self.friends if of in ("", code)]
        return sorted(
            (first, last)
            for first, last in self.places.get(part, ())
            if not any(start <= first and last <= end for start, end in friends)
        )


class Answer:
    """The sentences of an answer, in order, for what is looked for beyond one of them."""

    def __init__(self, sentences: Sequence[Heard]) -> None:
        self.sentences = sentences
        self._holders: dict[int, list[int]] = defaultdict(list)
        for number, heard in enumerate(sentences):
            for part in heard.places:
                self._holders[part].append(number)

    def list_holders(self, part: int, number: int, reach: int) -> Iterator[int]:
        """The sentences at most `reach` away from sentence `number` that hold a part, the nearest first and of two as
        near the earlier."""
        holders = self._holders.get(part, [])
        after = bisect_left(holders, number)
        before = after - 1
        while before >= 0 or after < len(holders):
            back = number - holders[before] if before >= 0 else reach + 1
            ahead = holders[after] - number if after < len(holders) else reach + 1
            if min(back, ahead) > reach:
                return
            if back <= ahead:
                yield holders[before]
                before -= 1
            else:
                yield holders[after]
                after += 1


class Match(NamedTuple):
    """A combination that stands in a sentence: the number of its cue, the stretches of the sentence on which it fires,
    and, in the order in which its phrases are listed, where each stands: how many sentences on (0 for this one), and
    the tokens there."""

    cue: int
    hits: tuple[Place, ...]
    places: tuple[tuple[int, Place], ...]


class _Rule(NamedTuple):
    cue: int
    code: str
    combination: Combination
    parts: tuple[int, ...]
    unless: tuple[int, ...]
    needs: tuple[int, ...]  # the parts that must stand in the sentence itself


class Combinations:
    """The combinations among the cues of a codebook: by the number of the cue, its code, what it combines, and the
    language in which that is meant.

    `parts` are the phrases to be looked for, each with its language; a part's number is its place. `needs` are for each
    combination those without which a sentence is not worth asking for it.
    """

    def __init__(self, cues: Mapping[int, tuple[str, Combination, str]]) -> None:
        numbers: dict[tuple[Pattern, str], int] = {}
        self._rules: list[_Rule] = []
        for cue, (code, combination, language) in cues.items():
            parts, unless = (
                tuple(numbers.setdefault((pattern, language), len(numbers)) for pattern in patterns)
                for patterns in (combination.parts, combination.unless)
            )
            needs = parts if combination.within == "sentence" or combination.kind != "all" else parts[:1]
            self._rules.append(_Rule(cue, code, combination, parts, unless, needs))
        self.parts: tuple[tuple[Pattern, str], ...] = tuple(numbers)
        self.needs = [[self.parts[part] for part in rule.needs] for rule in self._rules]

    def list_parts(self, among: Iterable[int]) -> set[int]:
        """The parts of the combinations whose places in the row of all are `among` these."""
        return {part for rule in map(self._rules.__getitem__, among) for part in rule.parts + rule.unless}

    def find(self, heard: Heard, around: Callable[[], tuple[Answer, int]], among: Iterable[int]) -> list[Match]:
        """What stands in one sentence of the combinations `among` these. `around` gives its answer and its number
        there; it is called only where a combination looks beyond the sentence."""
        here = Answer([heard]), 0
        return [
            match
            for rule in map(self._rules.__getitem__, among)
            if all(part in heard.places for part in rule.needs)
            for match in _find(rule, *(here if rule.combination.within == "sentence" else around()))
        ]


def find_near(
    parts: Sequence[Sequence[Place]], is_word: Sequence[bool], window: int, ordered: bool
) -> list[list[Place]]:
    """The shortest stretches in which each of the parts stands at a place of its own, with at most `window` words
    between the end of the first and the start of the last; the places in the order of the parts."""
    places = [_keep_shortest(each) for each in parts]
    words_before = list(accumulate(is_word, initial=0))
    stretches: dict[Place, list[Place]] = {}
    for order in [tuple(range(len(parts)))] if ordered else permutations(range(len(parts))):
        for first in places[order[0]]:
            chain = _follow(first, [places[part] for part in order[1:]])
            if chain and words_before[chain[-1][0]] - words_before[first[1]] <= window:
                stretches.setdefault((first[0], chain[-1][1]), [chain[order.index(part)] for part in range(len(parts))])
    return [stretches[stretch] for stretch in _keep_shortest(stretches)]


def _follow(first: Place, parts: Sequence[Sequence[Place]]) -> list[Place]:
    """The nearest place of each part after the one before; [] where a part has none."""
    chain = [first]
    for places in parts:
        number = bisect_left(places, (chain[-1][1], 0))
        if number == len(places):
            return []
        chain.append(places[number])
    return chain


def _keep_shortest(places: Iterable[Place]) -> list[Place]:
    """The places that hold no other one, in order: each begins and ends after the one before."""
    kept: list[Place] = []
    for start, end in sorted(set(places), key=lambda place: (place[0], -place[1])):
        while kept and kept[-1][1] >= end:
            kept.pop()
        kept.append((start, end))
    return kept


def _find(rule: _Rule, answer: Answer, number: int) -> Iterator[Match]:
    combination = rule.combination
    reach = _REACH[combination.within]
    heard = answer.sentences[number]
    if any(True for part in rule.unless for _ in answer.list_holders(part, number, reach)):
        return
    if combination.kind == "all":
        places = tuple(_find_one(rule, part, answer, number, reach) for part in rule.parts[1:])
        firsts = heard.find(rule.parts[0], rule.code)
        if firsts and all(places):
            stand = ((0, firsts[0]), *filter(None, places))
            yield Match(rule.cue, tuple(place for on, place in stand if not on), stand)
        return
    found = [heard.find(part, rule.code) for part in rule.parts]
    if combination.kind == "cue":
        chains = [[place] for place in found[0]]
    else:
        chains = find_near(found, heard.is_word, combination.window, combination.ordered)
    for chain in chains:
        stretch = min(chain)[0], max(chain)[1]
        yield Match(rule.cue, (stretch,), tuple((0, place) for place in chain))


def _find_one(rule: _Rule, part: int, answer: Answer, number: int, reach: int) -> tuple[int, Place] | None:
    """The place of a part that is nearest: the first in the nearest sentence that holds it."""
    for holder in answer.list_holders(part, number, reach):
        if places := answer.sentences[holder].find(part, rule.code):
            return holder - number, places[0]
    return None
