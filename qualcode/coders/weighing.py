"""What the words of a sentence say of codes together, where no cue stands in it.

A cue says one thing for sure; speech says most things by the way. Each word speaks a little for some codes and against
others, in the sentence, in its neighbours and in the question that it answers, and points of all of them add up (see
`codebook.word_weights`). What is likely enough is suggested with the words that spoke most for it as its reasons.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from qualcode.codebook.word_weights import TONE, TONE_OF_OBSTACLES, Points, Table
from qualcode.coders.memory import Memory
from qualcode.coders.signs import MOST_REMEMBERED
from qualcode.language.function_words import FUNCTION_WORDS
from qualcode.language.lemmas import find_lemma
from qualcode.language.tokens import WORD, find_words
from qualcode.language.units import Bounds
from qualcode.model import Code, Evidence, Polarity, Span

RULE = "words"  # the name of the rule by which words together speak for a code
LIKELY = -100  # points: better than one in four
UNLIKELY = -260  # one in fourteen
SURE = 50  # points of a tone: six in ten
MOST_REASONS = 3

_CHUNK = re.compile(r"\S+")
_WIDTH = 32  # bits for the points of one column; all columns of a word are one number, so that they add up at once
_HALF = 1 << _WIDTH - 1
_FIELD = (1 << _WIDTH) - 1

Lemmas = Sequence[str]


class LemmaReader:
    """The lemmas of the words of texts in `language`, in order; what stands between two blanks is taken apart once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._of_chunk = Memory(self._take_apart, MOST_REMEMBERED).__getitem__

    def read(self, text: str) -> Lemmas:
        """The lemmas of a text."""
        return [lemma for lemmas in map(self._of_chunk, text.lower().split()) for lemma in lemmas]

    def locate(self, text: str, span: Span, words: str) -> Span:
        """Where in a span the first words with these lemmas stand; they do stand there."""
        places = [
            (chunk.start() + word.start(), chunk.start() + word.end())
            for chunk in _CHUNK.finditer(text, span.start, span.end)
            for word in WORD.finditer(chunk[0])
        ]
        lemmas = [self._find_lemma(text[start:end].lower()) for start, end in places]
        wanted = words.split(" ")
        first = next(at for at in range(len(lemmas)) if lemmas[at : at + len(wanted)] == wanted)
        return Span(places[first][0], places[first + len(wanted) - 1][1])

    def _take_apart(self, chunk: str) -> tuple[str, ...]:
        return tuple(map(self._find_lemma, find_words(chunk)))

    def _find_lemma(self, word: str) -> str:
        return find_lemma(word.casefold().replace("’", "'").replace("‑", "-"), self._language)


def list_words(lemmas: Lemmas) -> set[str]:
    """The different lemmas of a sentence, and the pairs of those that stand side by side."""
    return {*lemmas, *(f"{first} {second}" for first, second in pairwise(lemmas))}


class Weighed(NamedTuple):
    """The points of a sentence, those of all columns as one number: of all the words, and of its own alone."""

    all: int
    own: int


class Weigher:
    """Weighs sentences by the points of `table` for `codes`; columns of other codes count for nothing."""

    def __init__(self, table: Table, codes: Sequence[Code], language: str) -> None:
        self.language = language
        self._reader = LemmaReader(language)
        self._columns = {column: number for number, column in enumerate(table.columns)}
        self._codes = [(code, self._columns[code.id]) for code in codes if code.id in self._columns]
        self._said, self._around, self._asked = map(_pack_all, (table.said, table.around, table.asked))
        self._base = _pack(table.base)
        self._zero = _pack([_HALF] * len(table.columns))  # what keeps each column above nought
        shifted = {column for _, column in self._codes}
        self._shift = _pack([-LIKELY if number in shifted else 0 for number in range(len(table.columns))])
        self._likely = _pack([_HALF if number in shifted else 0 for number in range(len(table.columns))])

    def weigh_question(self, text: str) -> int:
        """What the words of a question say of the answer."""
        return _add_up(self._asked, set(self._reader.read(text)))

    def weigh(self, text: str, bounds: Sequence[Bounds], asked: int) -> list[Weighed]:
        """What the words say in each sentence of a turn, `text[start:end]`, after a question with points `asked`."""
        read = [self._reader.read(text[start:end]) for start, end in bounds]
        around = [0, *(_add_up(self._around, set(lemmas)) for lemmas in read), 0]
        weighed = []
        for place, lemmas in enumerate(read):
            own = _add_up(self._said, list_words(lemmas)) + self._zero
            weighed.append(Weighed(own + self._base + asked + around[place] + around[place + 2], own))
        return weighed

    def find_likely(self, weighed: Weighed) -> list[Code]:
        """The codes that are likely, and not against what the sentence itself says."""
        told = weighed.all + self._shift & weighed.own & self._likely
        return [code for code, column in self._codes if told >> column * _WIDTH & _FIELD] if told else []

    def is_unlikely(self, weighed: Weighed, code: str) -> bool:
        """Whether next to nothing speaks for a code; never of one that is not weighed."""
        return code in self._columns and self._get(weighed, code) < UNLIKELY

    def tell_polarity(self, weighed: Weighed, *, is_obstacle: bool) -> Polarity | None:
        """What the sentence says of a code, None where the words do not tell."""
        tone = self._get(weighed, TONE_OF_OBSTACLES if is_obstacle else TONE)
        if abs(tone) < SURE:
            return None
        return "supporting" if tone > 0 else "contrary"

    def explain(self, code: str, text: str, unit: Span, question: Span | None) -> list[Evidence]:
        """The words that speak most for a code, in the sentence and in the question before it, those that say something
        of the matter foremost; the whole sentence where none does."""
        spans = [(unit, self._said)] + ([(question, self._asked)] if question else [])
        told = [
            (_is_glue(words, self.language), -points, span, words)
            for span, table in spans
            for words in list_words(self._reader.read(span.of(text)))
            if (points := _unpack(table.get(words, 0), self._columns[code])) > 0
        ]
        found = [self._reader.locate(text, span, words) for _, _, span, words in sorted(told)[:MOST_REASONS]]
        return [Evidence(f"{code}/{RULE}", span.of(text), span) for span in found or [unit]]

    def _get(self, weighed: Weighed, column: str) -> int:
        return (weighed.all >> self._columns[column] * _WIDTH & _FIELD) - _HALF


def _is_glue(words: str, language: str) -> bool:
    return FUNCTION_WORDS[language].issuperset(words.split(" "))


def _add_up(table: Mapping[str, int], words: Iterable[str]) -> int:
    return sum(filter(None, map(table.get, words)))


def _pack(points: Iterable[int]) -> int:
    return sum(each << number * _WIDTH for number, each in enumerate(points))


def _pack_all(table: Mapping[str, Points]) -> dict[str, int]:
    return {words: _pack(points) for words, points in table.items()}


def _unpack(packed: int, column: int) -> int:
    """The points of one column of a single word."""
    return (packed + _pack([_HALF] * (column + 1)) >> column * _WIDTH & _FIELD) - _HALF
