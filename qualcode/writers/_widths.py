"""How wide the columns of a printed table are: no word is broken that fits, long texts get what is left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import floor, log2

from qualcode.messages import Translate
from qualcode.model import Heading, Matrix
from qualcode.writers._blocks import find_families, join_families
from qualcode.writers._words import cell_lines

_CHARACTER, _PADDING = 0.15, 0.45  # cm: a bold letter of the tables' eight points, and the margins of a cell
_NARROW, _CAPITAL, _BROAD = 0.1, 0.19, 0.25
_NARROW_LETTERS = frozenset("fijlrtI.,;:'’‘!|()[]-")
_BROAD_LETTERS = frozenset("mwMW%@…")
_NARROWEST, _WIDEST_WORD = 1.3, 6.0
_LONG, _LONG_TEXT = 60, 3.2  # characters of a line that is a text, and the least that a column of texts needs
_WIDEST = 9.0
_OTHER_FONT = 1.25  # how much broader than Calibri's the letters of DejaVu Sans are, at most
_NEARLY = 1e-9  # sums of the same widths differ by less
_BREAKS = re.compile(r"\s+|(?<=-)")


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide the columns of a matrix are to be (cm): of the rows' heads and of each column, what it needs at least
    and what its longest line would take."""

    families: tuple[range, ...]
    heads: tuple[float, float]
    columns: tuple[tuple[float, float], ...]

    def choose_blocks(self, room: float) -> tuple[range, ...]:
        """The columns as blocks of neighbours, as few as fit `room` beside the rows' heads."""
        ends = [0.0, *accumulate(least for least, _ in self.columns)]
        left = room - self.heads[0] + _NEARLY
        for most in range(len(self.columns), 1, -1):
            if all(ends[block.stop] - ends[block.start] <= left for block in join_families(self.families, most)):
                return tuple(join_families(self.families, most))
        return tuple(join_families(self.families, 1))

    def fit(self, block: range, room: float) -> tuple[float, ...]:
        """The widths of the rows' heads and of the columns of a block; together they are `room`.

        Where there is room, half of it goes to words in another font's letters: not every computer has Calibri."""
        sizes = [self.heads, *(self.columns[column] for column in block)]
        least = sum(low for low, _ in sizes)
        if (ease := min(_OTHER_FONT, (1 + room / least) / 2)) > 1:
            sizes = [(low * ease, max(low * ease, want)) for low, want in sizes]
            least *= ease
        wanted = sum(want - low for low, want in sizes)
        if least >= room or not wanted:
            return tuple(_round(low * room / least) for low, _ in sizes)
        share = (room - least) / wanted
        return tuple(_round(low + (want - low) * share) for low, want in sizes)


def measure(matrix: Matrix, t: Translate) -> Widths:
    """The widths of a matrix's columns; all its texts are looked at, so ask once."""
    heads, *columns = map(_measure, _list_texts(matrix, t))
    return Widths(find_families(matrix.columns), heads, tuple(columns))


def _round(width: float) -> float:
    return floor(width * 100) / 100


def _measure(texts: Sequence[str]) -> tuple[float, float]:
    """What a column needs at least, and what its longest line would take; of a text of many lines a share."""
    text = "\n".join(texts)
    word = 0.0
    for part in set(_BREAKS.split(text)):
        if len(part) * _BROAD > word:
            word = max(word, sum(map(_measure_letter, part)))
    line = max(map(len, text.split("\n")))
    least = max(_NARROWEST, min(word + _PADDING, _WIDEST_WORD), _LONG_TEXT if line > _LONG else 0)
    wanted = line * _CHARACTER + _PADDING
    return least, max(least, wanted if wanted <= _WIDEST else _WIDEST * (1 + log2(wanted / _WIDEST)))


@cache
def _measure_letter(letter: str) -> float:
    """A bold letter of eight points, in a font such as Calibri; letters of other scripts are taken for broad ones."""
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS or ord(letter) > 0x24F:
        return _BROAD
    return _CAPITAL if letter.isupper() else _CHARACTER


def _list_texts(matrix: Matrix, t: Translate) -> list[list[str]]:
    """All texts of each column, the rows' heads first."""
    heads = [text for row in matrix.rows for text in _name(row)]
    columns = [
        [*_name(column), *(line for row in matrix.cells for line in cell_lines(row[place], t))]
        for place, column in enumerate(matrix.columns)
    ]
    return [heads, *columns]


def _name(heading: Heading) -> tuple[str, str]:
    return heading.label, heading.detail
