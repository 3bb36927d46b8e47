"""What the words of a sentence say of codes together, where no cue stands in it.

A cue says one thing for sure; speech says most things by the way. Each word speaks a little for some codes and against
others, in the sentence, in its neighbours and in the question that it answers, and points of all of them add up (see
`codebook.word_weights`). What is likely enough is suggested with the words that spoke most for it as its reasons.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from qualcode.codebook.word_weights import TONE, TONE_OF_OBSTACLES, Table
from qualcode.coders.memory import Memory
from qualcode.coders.signs import MOST_REMEMBERED
from qualcode.language.function_words import FUNCTION_WORDS
from qualcode.language.lemmas import find_lemma
from qualcode.language.tokens import WORD, find_words
from qualcode.language.units import Bounds
from qualcode.model import Code, Evidence, Polarity, Span

RULE = "words"  # the name of the rule by which words together speak for a code
LIKELY = -100  # points: better than one in four
OF_ITS_OWN = 20  # points that a sentence must give by words of its own, more than glue, whatever was asked
UNLIKELY = -260  # one in fourteen
SURE = 50  # points of a tone: six in ten
MOST_REASONS = 3

_CHUNK = re.compile(r"\S+")
_WIDTH = 32  # bits for the points of one column; all columns of a word are one number, so that they add up at once
_HALF = 1 << _WIDTH - 1
_FIELD = (1 << _WIDTH) - 1

Lemmas = Sequence[str]


class LemmaReader:
    """The lemmas of the words of texts in `language`; what stands between two blanks is taken apart once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.take_apart = Memory(self._take_apart, MOST_REMEMBERED).__getitem__

    def read(self, text: str) -> Lemmas:
        """The lemmas of the different words of a text: who says a word again says no more by it."""
        return list(chain.from_iterable(map(self.take_apart, _list_chunks(text))))

    def locate(self, text: str, span: Span, lemma: str) -> Span:
        """Where in a span the first word with this lemma stands; it does stand there."""
        chunks = _CHUNK.finditer(text, span.start, span.end)
        chunk = next(each for each in chunks if lemma in self.take_apart(each[0].lower()))
        place = self.take_apart(chunk[0].lower()).index(lemma)
        start, end = list(WORD.finditer(chunk[0]))[place].span()
        return Span(chunk.start() + start, chunk.start() + end)

    def _take_apart(self, chunk: str) -> tuple[str, ...]:
        return tuple(map(self._find_lemma, find_words(chunk)))

    def _find_lemma(self, word: str) -> str:
        return find_lemma(word.casefold().replace("’", "'").replace("‑", "-"), self._language)


class Weighed(NamedTuple):
    """The points of a sentence, those of all columns as one number: of all the words, and of those of its own that are
    more than glue."""

    all: int
    own: int


class Weigher:
    """Weighs sentences by the points of `table` for `codes`; columns of other codes count for nothing."""

    def __init__(self, table: Table, codes: Sequence[Code], language: str) -> None:
        self.language = language
        self._table = table
        self._reader = LemmaReader(language)
        self._columns = {column: number for number, column in enumerate(table.columns)}
        self._codes = [(code, self._columns[code.id]) for code in codes if code.id in self._columns]
        self._base = _pack(table.base)
        self._zero = _pack([_HALF] * len(table.columns))  # what keeps each column above nought
        weighed = {column for _, column in self._codes}
        self._shift = _pack([-LIKELY if number in weighed else 0 for number in range(len(table.columns))])
        self._of_its_own = _pack([OF_ITS_OWN if number in weighed else 0 for number in range(len(table.columns))])
        self._likely = _pack([_HALF if number in weighed else 0 for number in range(len(table.columns))])
        # What a word says itself, if only as glue, and what it says around it stand above one another in one number.
        self._apart = len(table.columns) * _WIDTH
        self._whole = (1 << self._apart) - 1
        self._zeros = sum(self._zero << part * self._apart for part in range(3))
        self._of_chunk = Memory(self._weigh_chunk, MOST_REMEMBERED).__getitem__

    def weigh_question(self, text: str) -> int:
        """What the words of a question say of the answer."""
        return sum(_pack(self._table.asked[lemma]) for lemma in self._reader.read(text) if lemma in self._table.asked)

    def weigh(self, text: str, bounds: Sequence[Bounds], asked: int) -> list[Weighed]:
        """What the words say in each sentence of a turn, `text[start:end]`, after a question with points `asked`."""
        told = [sum(map(self._of_chunk, _list_chunks(text[start:end]))) + self._zeros for start, end in bounds]
        own, glue, around = ([each >> part * self._apart & self._whole for each in told] for part in range(3))
        around = [self._zero, *around, self._zero]
        start = self._base + asked - 3 * self._zero
        return [Weighed(own[at] + glue[at] + around[at] + around[at + 2] + start, own[at]) for at in range(len(told))]

    def find_likely(self, weighed: Weighed) -> list[Code]:
        """The codes that are likely, and for which the sentence itself says something."""
        told = weighed.all + self._shift & weighed.own - self._of_its_own & self._likely
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
        """The words that speak most for a code, in the sentence and then in the question before it, those that say
        something of the matter foremost."""
        column = self._columns[code]
        spans = [(unit, self._table.said)] + ([(question, self._table.asked)] if question else [])
        told = [
            (lemma in FUNCTION_WORDS[self.language], span == question, -points, span, lemma)
            for span, table in spans
            for lemma in set(self._reader.read(span.of(text)))
            if lemma in table and (points := table[lemma][column]) > 0
        ]
        found = [self._reader.locate(text, span, lemma) for *_, span, lemma in sorted(told)[:MOST_REASONS]]
        return [Evidence(f"{code}/{RULE}", span.of(text), span) for span in found]

    def _weigh_chunk(self, chunk: str) -> int:
        """What stands between two blanks says so much itself, as glue, and around it."""
        parts = [0, 0, 0]
        for lemma in self._reader.take_apart(chunk):
            if lemma in self._table.said:
                parts[lemma in FUNCTION_WORDS[self.language]] += _pack(self._table.said[lemma])
            if lemma in self._table.around:
                parts[2] += _pack(self._table.around[lemma])
        return sum(points << part * self._apart for part, points in enumerate(parts))

    def _get(self, weighed: Weighed, column: str) -> int:
        return (weighed.all >> self._columns[column] * _WIDTH & _FIELD) - _HALF


def _list_chunks(text: str) -> list[str]:
    """What stands between two blanks, each once, in a fixed order."""
    return list(dict.fromkeys(text.lower().split()))


def _pack(points: Iterable[int]) -> int:
    return sum(each << number * _WIDTH for number, each in enumerate(points))
