"""Large tables of the page in parts of about a screen: a browser lays out a part when a reader comes near it. Laid out
whole, a thousand rows of quotes would hold it up for seconds."""

from dataclasses import dataclass

from qualcode.messages import Translate
from qualcode.model import Matrix
from qualcode.writers._words import cell_lines

LONG = 60  # characters of a cell that is a text
_LARGE = 30_000  # characters of a table that is no longer laid out whole
_SCREEN = 50  # lines of a part: as high as report.css says that one is
_LINE, _SHORT_LINE = 40, 16  # characters of a line, in a column of texts and in another


@dataclass(frozen=True, slots=True)
class Screens:
    """The rows of a table in parts, and which columns are texts. A table of one part is laid out whole."""

    parts: tuple[range, ...]
    long: frozenset[int]

    @property
    def is_large(self) -> bool:
        """Whether parts are laid out one by one, in columns that are as wide as their class says."""
        return len(self.parts) > 1


def part_rows(matrix: Matrix, t: Translate) -> Screens:
    """The parts of a matrix as it stands on the page."""
    texts = [[cell_lines(cell, t) for cell in row] for row in matrix.cells]
    long = frozenset(c for row in texts for c, lines in enumerate(row) if sum(map(len, lines)) > LONG)
    if sum(len(line) for row in texts for lines in row for line in lines) <= _LARGE:
        return Screens((range(len(texts)),), long)
    parts, height = [0], 0
    for r, row in enumerate(texts):
        own = 1 + max(
            sum(1 + len(line) // (_LINE if c in long else _SHORT_LINE) for line in lines) for c, lines in enumerate(row)
        )
        if height and height + own > _SCREEN:
            parts.append(r)
            height = 0
        height += own
    return Screens(tuple(map(range, parts, [*parts[1:], len(texts)])), long)
