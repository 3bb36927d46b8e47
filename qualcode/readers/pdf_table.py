"""Tables of a PDF, which has none: columns by where words begin below each other, rows by gaps or the first column."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from qualcode.formats.blocks import Block, Paragraph, Table
from qualcode.readers.document import reads_as_talk
from qualcode.readers.pdf_page import Cell, Line, join_cut

_NEAR = 5.0  # points by which words of one column may begin apart
_EDGE = 3  # lines of a page: running heads or a page number, and then what goes on
_LEAST = 3  # lines with cells side by side
_GAP = 1.25  # times the usual distance of lines, between two rows

_Stretch = tuple[int, int, tuple[float, ...]]  # its first line, the one behind its last, where columns begin


def mark_tables(pages: Sequence[tuple[list[Line], list[Line]]]) -> list[list[Line]]:
    """Of each page the lines in reading order or, where it holds a table of talk, its rows of cells, those of the table
    with the places where its columns begin."""
    marked = [lines for lines, _ in pages]
    rows = [rows for _, rows in pages]
    for table in _join_stretches(_find_all(rows)):
        columns = table[0][1][2]
        if not reads_as_talk(build_table([each for n, at in table for each in _set_columns(rows[n], at, columns)])):
            continue
        for number, stretch in table:
            if marked[number] is pages[number][0]:
                marked[number] = list(rows[number])
            marked[number][stretch[0] : stretch[1]] = _set_columns(rows[number], stretch, columns)
    return marked


def _set_columns(lines: Sequence[Line], stretch: _Stretch, columns: tuple[float, ...]) -> list[Line]:
    return [replace(line, columns=columns) for line in lines[stretch[0] : stretch[1]]]


def build_table(lines: Sequence[Line], mend: Callable[[str], str] = str) -> Table:
    """The lines of a table, on one page or several, as rows of cells; a row that goes on upon the next page is one.
    What each cell holds is put through `mend`."""
    rows: list[tuple[tuple[Block, ...], ...]] = []
    for page in _split_pages(lines):
        first, *rest = _make_rows(page, mend)
        if rows and not first[0]:
            first = tuple(_join_cells(*both) for both in zip_longest(rows.pop(), first, fillvalue=()))
        rows += (first, *rest)
    return Table(tuple(rows))


def _find_all(pages: Sequence[Sequence[Line]]) -> list[list[_Stretch]]:
    """The stretches of each page: in columns of its own or, if more lines stand in them, in those of the page before or
    behind, where its first or its last lines may be few."""
    found = [_find_stretches(rows, _find_columns(rows)) for rows in pages]
    for near, order in ((-1, range(len(pages))), (1, reversed(range(len(pages))))):
        for number in order:
            others = found[number + near] if 0 <= number + near < len(pages) else []
            if others:
                columns = others[-1 if near < 0 else 0][2]
                found[number] = max(_find_stretches(pages[number], columns, near), found[number], key=_cover)
    return found


def _cover(stretches: Sequence[_Stretch]) -> int:
    return sum(last - first for first, last, _ in stretches)


def _find_stretches(lines: Sequence[Line], columns: tuple[float, ...], near: int = 0) -> list[_Stretch]:
    """Where lines stand in these columns: at least a few, but where the columns are those of the page before (-1) or
    behind (1) and the lines at this page's beginning or end."""
    if len(columns) < 2:
        return []
    found = []
    begun: int | None = None
    for number, line in enumerate([*lines, Line("", 0.0)]):
        if line.cells and _fits(line.cells, columns):
            if begun is None and (near < 0 or not _may_be_title(line.cells, columns)):
                begun = number
        elif begun is not None:
            at_edge = begun < _EDGE if near < 0 else near > 0 and number > len(lines) - _EDGE
            if at_edge or sum(len(each.cells) > 1 for each in lines[begun:number]) >= _LEAST:
                found.append(_add_header(lines, begun, number, columns))
            begun = None
    return found


def _may_be_title(cells: Sequence[Cell], columns: tuple[float, ...]) -> bool:
    """Whether a line holds nothing but words at the left edge; above a table it is its title."""
    return len(cells) == 1 and not _column_of(cells[0], columns)


def _add_header(lines: Sequence[Line], first: int, last: int, columns: tuple[float, ...]) -> _Stretch:
    """The stretch with the line above it, where that has a cell over each column, and more over columns left empty."""
    cells = lines[first - 1].cells if first else ()
    if not {*range(len(columns))} <= {_column_of(cell, columns) for cell in cells if _begins(cell, columns)}:
        return first, last, columns
    more = tuple(sorted({*columns, *(cell.left for cell in cells if not _begins(cell, columns))}))
    fits = all(_fits(line.cells, more) for line in lines[first - 1 : last])
    return (first - 1, last, more) if fits else (first, last, columns)


def _join_stretches(stretches: Sequence[Sequence[_Stretch]]) -> list[list[tuple[int, _Stretch]]]:
    """The tables: stretches with their pages, of which the last on a page and the first on the next one are one table
    where they have the same columns. A header stands on the first page alone, and a few rows tell little."""
    tables: list[list[tuple[int, _Stretch]]] = []
    for number, found in enumerate(stretches):
        for stretch in found:
            before = tables[-1][-1] if tables else None
            goes_on = stretch is found[0] and before is not None and before[0] == number - 1
            if before and goes_on and _are_alike(before[1][2], stretch[2]):
                tables[-1].append((number, stretch))
            else:
                tables.append([(number, stretch)])
    return tables


def _split_pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and line.bottom > page[-1].bottom:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _make_rows(lines: Sequence[Line], mend: Callable[[str], str]) -> list[tuple[tuple[Block, ...], ...]]:
    """The lines of one page. Where some lie further apart than others, a row begins behind such a gap; else where the
    first column holds words."""
    columns = lines[0].columns
    distances = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = min((distance for distance in distances if distance > 1), default=0.0)
    gapped = any(distance > _GAP * usual for distance in distances)
    rows: list[list[list[str]]] = []
    for number, line in enumerate(lines):
        placed = {_column_of(cell, columns): cell.words for cell in line.cells}
        opens = distances[number - 1] > _GAP * usual if gapped and number else 0 in placed
        if opens or not rows:
            rows.append([[] for _ in columns])
        for column, words in placed.items():
            rows[-1][column].append(words)
    return [tuple(_make_cell(mend(" ".join(join_cut(words)))) for words in row) for row in rows]


def _are_alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether columns begin at the same places."""
    return len(one) == len(other) and all(abs(a - b) <= 2 * _NEAR for a, b in zip(one, other, strict=True))


def _find_columns(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where columns begin: the left edge, and where cells behind a first one often do."""
    split = [line for line in lines if len(line.cells) > 1]
    if len(split) < _LEAST:
        return ()
    columns: list[list[float]] = []
    for left in sorted(cell.left for line in split for cell in line.cells):
        if columns and left - columns[-1][-1] <= _NEAR:
            columns[-1].append(left)
        else:
            columns.append([left])
    return tuple(column[0] for column in columns if len(column) >= max(_LEAST, 0.3 * len(split)))


def _fits(cells: Sequence[Cell], starts: Sequence[float]) -> bool:
    """Whether each cell begins where a column does and ends before the next one begins."""
    for cell in cells:
        column = _column_of(cell, starts)
        behind = starts[column + 1] if column + 1 < len(starts) else float("inf")
        if not _begins(cell, starts) or cell.right > behind:
            return False
    return len({_column_of(cell, starts) for cell in cells}) == len(cells)


def _begins(cell: Cell, starts: Sequence[float]) -> bool:
    """Whether a cell begins where a column does."""
    return abs(cell.left - starts[_column_of(cell, starts)]) <= 2 * _NEAR


def _column_of(cell: Cell, starts: Sequence[float]) -> int:
    return max((n for n, start in enumerate(starts) if start <= cell.left + _NEAR), default=0)


def _make_cell(words: str) -> tuple[Block, ...]:
    return (Paragraph(words),) if words else ()


def _join_cells(upper: tuple[Block, ...], lower: tuple[Block, ...]) -> tuple[Block, ...]:
    words = [block.text for block in (*upper, *lower) if isinstance(block, Paragraph)]
    return _make_cell(" ".join(words))
