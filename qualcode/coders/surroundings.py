"""What stands around a sentence in its answer, for combinations that look beyond it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from qualcode.coders.combinations import Answer, Heard
from qualcode.coders.said import Said
from qualcode.language.sentences import find_sentences
from qualcode.model import Span


class Around(NamedTuple):
    """An answer: where its sentences begin, what is said in them, and what combinations find there."""

    starts: Sequence[int]
    said: Sequence[Said]
    answer: Answer


class Surroundings:
    """The answers of one text, each taken apart when a combination first looks beyond a sentence of it. An answer is
    one speaker's `turn`; what lies in no turn has nothing around it."""

    def __init__(
        self,
        text: str,
        turns: Sequence[Span],
        take_apart: Callable[[int, int], Said],
        hear: Callable[[Said], Heard],
    ) -> None:
        self._text = text
        self._turns = sorted(turns)
        self._take_apart = take_apart
        self._hear = hear
        self._known: dict[int, Around] = {}

    def look(self, start: int, end: int) -> tuple[Around, int]:
        """The answer that holds the sentence `text[start:end]`, and the number of the sentence in it."""
        number = bisect_right(self._turns, start, key=lambda turn: turn.start) - 1
        turn = self._turns[number] if number >= 0 else Span(start, end)
        around = self._read(turn.start, turn.end)
        place = bisect_right(around.starts, start) - 1
        if place >= 0 and around.starts[place] == start:
            return around, place
        return self._read(start, end), 0

    def _read(self, start: int, end: int) -> Around:
        if start not in self._known:
            bounds = find_sentences(self._text, start, end)
            said = [self._take_apart(first, last) for first, last in bounds]
            self._known[start] = Around([first for first, _ in bounds], said, Answer(list(map(self._hear, said))))
        return self._known[start]
