"""A matrix display: rows by columns, each cell keeping the ids of the codings behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pandas import DataFrame

CellKind = Literal["evidence", "contrary", "mixed", "silent", "unasked", "missing", "value", "open", "written"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row's or a column's head. `key` is stable and goes into cell ids; `label` and `detail` are for reading."""

    key: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell (plain lines, interview text verbatim) and which codings it rests on.

    `evidence`, `contrary` and `mixed` cells hold at least one coding id; a `silent` cell was looked for and nothing
    that counts was found: it opens onto the wishes and hypotheticals that it says were set aside; so it is with an
    `unasked` one, and no question asked for it; a `missing` cell could not be looked for; a `value` cell is computed (a
    count, a name). An `open` cell waits for what a person writes in it, a `written` one
    holds such words, with their author. `opens` is the address, relative to the report, of a page that holds
    what the cell sums up, "" for none.
    """

    lines: tuple[str, ...] = ()
    coding_ids: tuple[str, ...] = ()
    kind: CellKind = "value"
    opens: str = ""

    @property
    def counted_ids(self) -> tuple[str, ...]:
        """The codings that count in it: those that it opens onto, none of a silent one."""
        return () if self.kind == "silent" else self.coding_ids


@dataclass(frozen=True, slots=True)
class EntryRule:
    """One line of the block that says how a display was filled: `label`: `value`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A display in rows and columns; `cells[r][c]` belongs to `rows[r]` and `columns[c]`.

    `entry_rules` are printed under the matrix in every format; `notes` are warnings of the display itself. In a `heat`
    map the cells that rest on codings begin with a number, by which formats with colours shade them.
    """

    name: str
    title: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[Cell, ...], ...]
    entry_rules: tuple[EntryRule, ...]
    notes: tuple[str, ...] = ()
    heat: bool = False

    def __post_init__(self) -> None:
        if len(self.cells) != len(self.rows) or any(len(row) != len(self.columns) for row in self.cells):
            raise ValueError(f"matrix {self.name}: cells do not fit rows x columns")

    @property
    def coding_ids(self) -> frozenset[str]:
        """The codings onto which any of its cells opens."""
        return frozenset(id_ for row in self.cells for cell in row for id_ in cell.coding_ids)

    def cell_id(self, row: int, column: int) -> str:
        """`name:row:column` by the headings' keys; what `qualcode show` takes."""
        return f"{self.name}:{self.rows[row].key}:{self.columns[column].key}"

    def find(self, cell_id: str) -> tuple[int, int] | None:
        """The row and the column of a cell by its id; None where there is no such cell."""
        places = ((row, column) for row in range(len(self.rows)) for column in range(len(self.columns)))
        return next((place for place in places if self.cell_id(*place) == cell_id), None)

    def to_frame(self) -> "DataFrame":
        """The matrix as a pandas frame: keys as index and columns, each cell's lines joined by newlines."""
        from pandas import DataFrame

        return DataFrame(
            [["\n".join(cell.lines) for cell in row] for row in self.cells],
            index=[row.key for row in self.rows],
            columns=[column.key for column in self.columns],
        )
