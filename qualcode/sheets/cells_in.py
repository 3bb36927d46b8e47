"""What people wrote into the Excel sheet of a display."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qualcode.messages import mark
from qualcode.model import Problem
from qualcode.sheets.book_in import BookBack, TableRow, tell_gone_columns
from qualcode.sheets.contract import LeftCell

Recorded = Collection[tuple[str, str, str]]  # what a coder wrote so far: the cell's id, the words, their basis


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a cell now, "" where a person emptied it, and where in the sheet."""

    where: str
    cell: LeftCell
    text: str


@dataclass(frozen=True, slots=True)
class CellsBack:
    """The words that are new, what is wrong or odd, and how many cells are as they left or were recorded before."""

    words: tuple[Words, ...]
    problems: tuple[Problem, ...]
    unchanged: int
    known: int


def read_cells(book: BookBack, mine: Mapping[str, str], recorded: Recorded = ()) -> CellsBack:
    """The cells whose words are others than when the sheet left, and those marked as still right.

    `mine` is what the coder has written by now, by cell, `recorded` all that the coder ever wrote: the same words on
    the same codings are not taken twice. Words that came in another way since are told; those of the sheet then follow
    them. A number that did not leave and two rows of one number with different words are problems, and nothing of those
    rows is taken.
    """
    gone = tell_gone_columns(
        book, {"yours": mark("In your words")}, mark("Fill in a copy of the sheet as it left"), "error"
    )
    if gone:  # else every cell would count as emptied
        return CellsBack((), (*book.problems, *gone), 0, 0)
    problems = list(book.problems)
    found = _find_rows(book, problems)
    words: list[Words] = []
    unchanged = known = 0
    for number, row in found.items():
        left, text = book.imprint.cells[number - 1], row.get("yours")
        now = mine.get(left.id, "").strip()
        holds = bool(text and row.get("still"))
        if text == left.text.strip() and not holds:
            unchanged += 1
        elif (left.id, text, left.basis) in recorded or (text == now and not holds):
            known += 1
        else:
            words.append(Words(row.where("yours"), left, text))
            if now != left.text.strip():
                what = mark("since the sheet left you wrote something else in {id}", id=left.id)
                how = mark("The sheet's words follow it; both stay on record")
                problems.append(Problem(row.where("yours"), what, how, "warning"))
    return CellsBack(tuple(words), tuple(problems), unchanged, known)


def _find_rows(book: BookBack, problems: list[Problem]) -> dict[int, TableRow]:
    """The rows that are whole by their numbers; what is wrong with the others joins the problems."""
    found: dict[int, TableRow] = {}
    clashing: set[int] = set()
    for row in book.rows:
        number = row.left_as
        if not 1 <= number <= len(book.imprint.cells):
            problems.append(
                Problem(row.where("number"), mark("no cell with this number left"), mark("Put the number back"))
            )
        elif number in found and found[number].get("yours") != row.get("yours"):
            what = mark("this cell is there twice (also {found})", found=found[number].where("number"))
            problems.append(Problem(row.where("number"), what, mark("Keep one of the two rows")))
            clashing.add(number)
        elif not row.is_broken:
            found[number] = row
    return {number: row for number, row in found.items() if number not in clashing}
