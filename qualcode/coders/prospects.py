"""What a sentence can hold at all, told by the words in it at once.

Most sentences lack a word that a cue needs; to look for it there would be in vain.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from qualcode.codebook.patterns import Pattern
from qualcode.coders.memory import Memory
from qualcode.coders.signs import MOST_REMEMBERED, Signer

Phrase = tuple[Pattern, str]
"""A pattern and the language whose lemmas it means."""


class Prospects:
    """Tells of some things which of them a sentence can hold. `needs` says of each thing what it cannot do without:
    one phrase or more, each of them any of several.

    Each thing has a bit in a row of bits, and there are as many rows as the neediest has phrases: a word that a phrase
    cannot do without sets the bit of the thing in the phrase's row. What can stand has its bit set in all rows.
    """

    def __init__(self, needs: Sequence[Sequence[Iterable[Phrase]]], signer: Signer) -> None:
        self._list_places = signer.list_places
        self._whole = (1 << len(needs)) - 1
        self._shifts = [row * len(needs) for row in range(1, max(map(len, needs), default=0))]
        self._of_place: dict[int, int] = defaultdict(int)
        self._given = 0  # the bits in rows for which a thing has no phrase
        for number, phrases in enumerate(needs):
            for row, shift in enumerate([0, *self._shifts]):
                if row >= len(phrases):
                    self._given |= 1 << shift + number
                    continue
                for pattern, of in phrases[row]:
                    for places, rarest in signer.spell(pattern, of):
                        self._of_place[places[rarest]] |= 1 << shift + number
        self._of_piece = Memory(self._add_up, MOST_REMEMBERED).__getitem__

    def find(self, pieces: Iterable[str]) -> int:
        """The bits of the things that a sentence of these signs can hold, the first thing's the lowest."""
        told = reduce(or_, filter(None, map(self._of_piece, pieces)), self._given)
        able = told & self._whole
        for shift in self._shifts:
            able &= told >> shift
        return able

    def _add_up(self, piece: str) -> int:
        places = (place for sign in piece for place in self._list_places(sign))
        return reduce(or_, (self._of_place.get(place, 0) for place in places), 0)


def list_numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, the lowest first."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1
