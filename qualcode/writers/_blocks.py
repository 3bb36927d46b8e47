"""Wide matrices cut into blocks of columns that fit a page or a screen."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from qualcode.model import Heading, Matrix


def split_columns(matrix: Matrix, most: int) -> tuple[range, ...]:
    """The columns as blocks of at most `most` neighbours.

    Columns of one family (`CG.DLG` and `CG.TRU`, by their keys) stay together where they fit; a family that does
    not fit is cut into parts as even as can be.
    """
    return tuple(join_families(find_families(matrix.columns), most))


def join_families(families: Sequence[range], most: int) -> Iterator[range]:
    """Families of columns joined and cut as in `split_columns`, one block after the other."""
    block = range(0)
    for family in families:
        parts = -(-len(family) // most)
        if block and parts == 1 and len(block) + len(family) <= most:
            block = range(block.start, family.stop)
            continue
        cuts = [family.start - (-len(family) * part // parts) for part in range(parts + 1)]
        for start, stop in pairwise(cuts):
            if block:
                yield block
            block = range(start, stop)
    if block:
        yield block


def find_families(columns: tuple[Heading, ...]) -> tuple[range, ...]:
    """Neighbouring columns of one family; a column that is of none, such as the place on a variable, goes with the
    family after it."""
    names = [column.key.partition(".")[0] if "." in column.key else "" for column in columns]
    for place in range(len(names) - 2, -1, -1):
        names[place] = names[place] or names[place + 1]
    families = []
    start = 0
    for _, members in groupby(names):
        stop = start + sum(1 for _ in members)
        families.append(range(start, stop))
        start = stop
    return tuple(families)
