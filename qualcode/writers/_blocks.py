"""Wide matrices cut into blocks of columns that fit a page or a screen."""

from itertools import groupby, pairwise

from qualcode.model import Heading, Matrix


def split_columns(matrix: Matrix, most: int) -> tuple[range, ...]:
    """The columns as blocks of at most `most` neighbours.

    Columns of one family (`CG.DLG` and `CG.TRU`, by their keys) stay together where they fit; a family that does
    not fit is cut into parts as even as can be.
    """
    blocks: list[range] = []
    for family in _find_families(matrix.columns):
        parts = -(-len(family) // most)
        if blocks and parts == 1 and len(blocks[-1]) + len(family) <= most:
            blocks[-1] = range(blocks[-1].start, family.stop)
            continue
        cuts = [family.start - (-len(family) * part // parts) for part in range(parts + 1)]
        blocks += (range(start, stop) for start, stop in pairwise(cuts))
    return tuple(blocks)


def _find_families(columns: tuple[Heading, ...]) -> list[range]:
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
    return families
