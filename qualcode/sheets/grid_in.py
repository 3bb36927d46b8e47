"""What a person filled into the Excel grid."""

from collections.abc import Mapping
from dataclasses import replace

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Polarity, Problem, Transcript, list_errors
from qualcode.sheets.book_in import BookBack, TableRow, tell_gone_columns
from qualcode.sheets.contract import Back, Edit, Left
from qualcode.sheets.grid_out import CODE_KEY
from qualcode.sheets.passages import show
from qualcode.sheets.words import CodeWords, fold, read_code, read_polarity

_YES = frozenset({"1", "v", "✓", "✔"})
_EITHER = "x"  # to some that the code is there, to others that it was looked for and is not


def read_grid(book: BookBack, texts: Mapping[str, Transcript], codes: CodeWords) -> Back:
    """A coding for every filled cell, `nothing` for units read without a code; every problem with its cell.

    A unit with anything wrong in its row, or in one of its rows, gives nothing.
    """
    problems = [*book.problems, *_tell_gone(book)]
    unchanged = 0
    seen: dict[int, TableRow] = {}
    edits: dict[int, list[Edit]] = {}
    clashing: set[int] = set()
    for row in book.rows:
        number = row.left_as
        if not 1 <= number <= len(book.imprint.rows):
            problems.append(
                Problem(row.where("number"), mark("no unit with this number left"), mark("Put the number back"))
            )
            continue
        left = book.imprint.rows[number - 1]
        if left.transcript not in texts:
            continue
        before = len(problems)
        found = _read_row(row, left, texts[left.transcript], codes, problems)
        is_wrong = row.is_broken or bool(list_errors(problems[before:]))
        held = edits.setdefault(number, [])
        if is_wrong:
            clashing.add(number)
        elif found and held and _say(found) != _say(held):
            what = mark("this unit is there twice (also {seen})", seen=seen[number].where("number"))
            problems.append(Problem(row.where("number"), what, mark("Keep one of the two rows")))
            clashing.add(number)
        unchanged += not (found or is_wrong)
        if found and not held:
            edits[number], seen[number] = found, row
    kept = (edit for number, found in edits.items() if number not in clashing for edit in found)
    return Back(tuple(kept), tuple(problems), unchanged)


def _tell_gone(book: BookBack) -> tuple[Problem, ...]:
    """The columns that are gone; sub-codes, which the imprint knows too, had none."""
    codes = [code for code, _ in book.imprint.codes]
    whole = [code for code in codes if not any(code.startswith(f"{other}.") for other in codes)]
    how = mark("No unit bears a code whose column is gone; fill in a copy of the grid as it left")
    return tell_gone_columns(book, {"none": mark("No code"), **{f"{CODE_KEY}{code}": code for code in whole}}, how)


def _say(edits: list[Edit]) -> list[tuple[object, ...]]:
    """What edits of one unit come to, wherever they stand."""
    return [(edit.act, edit.code, edit.polarity, edit.comment) for edit in edits]


def _read_row(
    row: TableRow, left: Left, transcript: Transcript, codes: CodeWords, problems: list[Problem]
) -> list[Edit]:
    def make(key: str, act: str, code: str = "", polarity: Polarity | None = None) -> Edit:
        return Edit(row.where(key), act, None, left.transcript, left.span, code, polarity)  # type: ignore[arg-type]

    before = len(problems)
    found: list[Edit] = []
    for key in row.cells:
        if not key.startswith(CODE_KEY) or not row.get(key):
            continue
        polarity = "supporting" if fold(row.get(key)) in _YES else read_polarity(row.get(key))
        if polarity is None:
            problems.append(_refuse_mark(row.where(key), row.get(key)))
            continue
        try:
            code = read_code(codes, key.removeprefix(CODE_KEY))
        except QualcodeError as error:
            problems.append(Problem(row.where(key), error.what, error.how))
            continue
        found.append(make(key, "code", code, polarity))
    if row.get("none") and found:
        problems.append(
            Problem(row.where("none"), mark("this unit bears a code and none"), mark("Clear one of the two"))
        )
    elif row.get("none"):
        found.append(make("none", "nothing"))
    shown = "".join(show(transcript.text, left.span))
    if (found or row.get("memo")) and "".join(row.cells.get("passage", "").split()) != "".join(shown.split()):
        how = mark("Put them back; a transcript is not changed by a sheet")
        problems.append(
            Problem(row.where("passage"), mark("these words are not those that left with this number"), how)
        )
    if row.is_broken or list_errors(problems[before:]):
        return []
    return _add_memo(row, found, problems)


def _refuse_mark(where: str, written: str) -> Problem:
    if fold(written) == _EITHER:
        what = mark("x may mean that the unit bears the code, or that it does not")
        how = mark("Write + or − where it does, and leave the column empty where it does not")
    else:
        what = mark("`{row}` is no polarity", row=written)
        how = mark("Write + (supporting) or − (contrary), or leave it empty")
    return Problem(where, what, how)


def _add_memo(row: TableRow, found: list[Edit], problems: list[Problem]) -> list[Edit]:
    """A unit's memo goes with the first of its codings."""
    memo = row.get("memo")
    if not memo:
        return found
    if not found:
        problems.append(
            Problem(row.where("memo"), mark("a memo needs a code, or the mark that there is none"), mark("Fill one in"))
        )
        return []
    return [replace(found[0], comment=memo), *found[1:]]
