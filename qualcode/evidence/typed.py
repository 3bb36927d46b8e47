"""Cells that people type: what is still to be written, what was, by whom, and whether its evidence changed since."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.evidence.answers import find_answers, hash_basis
from qualcode.evidence.marks import part_layers
from qualcode.evidence.selection import list_ids
from qualcode.evidence.standing import find_renamed, rename
from qualcode.messages import Translate
from qualcode.model import Answer, Cell, Coding, EntryRule, Matrix, Study

_KEYS = re.compile("([:/])")  # what the parts of a cell's id stand between


def to_be_written(t: Translate) -> Cell:
    """A cell that only a person can fill."""
    return Cell((t("to be written by a person"),), kind="open")


def leave_open(codings: Sequence[Coding], t: Translate) -> Cell:
    """A cell whose codings, at least one, are for a person to sum up."""
    line = t("not summarised yet; codings: {n}").format(n=_count(codings, t))
    return Cell((line,), list_ids(codings), kind="open")


def _count(codings: Sequence[Coding], t: Translate) -> str:
    people, machine = part_layers(codings)
    if people and machine:
        return t("{n} accepted (+{more} suggested)").format(n=len(people), more=len(machine))
    return (t("{n} accepted") if people else t("{n} suggested")).format(n=len(codings))


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell that people may write in: its id, its place, the codings that it rests on, and what they wrote so far.

    A cell without codings of its own rests on those of its row.
    """

    id: str
    row: int
    column: int
    codings: tuple[Coding, ...]
    answers: tuple[Answer, ...]

    @property
    def basis(self) -> str:
        """The hash of its codings as they are now."""
        return hash_basis(self.codings)


def find_open(matrix: Matrix, study: Study) -> tuple[OpenCell, ...]:
    """The cells of a matrix, as `build` gives it, that people may write in, row by row."""
    written = find_written(study)
    by_id = study.find_once("by id", lambda: {coding.id: coding for coding in study.codings})
    found = []
    for r, row in enumerate(matrix.cells):
        of_row: tuple[str, ...] = ()
        for c, cell in enumerate(row):
            if cell.kind == "open":
                of_row = of_row or tuple(dict.fromkeys(id_ for each in row for id_ in each.counted_ids))
                codings = tuple(by_id[id_] for id_ in cell.coding_ids or of_row if id_ in by_id)
                id_ = matrix.cell_id(r, c)
                found.append(OpenCell(id_, r, c, codings, written.get(id_, ())))
    return tuple(found)


def find_written(study: Study) -> dict[str, tuple[Answer, ...]]:
    """What people typed into cells, by the cells' ids as they are now: those of codes that were renamed go along."""
    renamed = find_renamed(study.decisions)
    found: dict[str, tuple[Answer, ...]] = {}
    for on, answers in find_answers(study.decisions, "fill").items():
        for answer in answers:
            id_ = "".join(rename(part, answer.when, renamed) for part in _KEYS.split(on))
            found[id_] = (*found.get(id_, ()), answer)
    return found


def split_keys(keys: str) -> Iterator[tuple[str, str]]:
    """Every way in which `row:column` may be meant: an informant whom no cases.csv names is called `interview:Ani`."""
    parts = keys.split(":")
    return ((":".join(parts[:place]), ":".join(parts[place:])) for place in range(1, len(parts)))


def put_in_words(matrix: Matrix, study: Study, build_whole: Callable[[], Matrix], t: Translate) -> Matrix:
    """The matrix with the words that people typed into its open cells, each with its author.

    Words that were written on other codings are marked. `build_whole` gives the display as it is without any narrowing,
    where it may rest on just those codings that they were written on.
    """
    cells = find_open(matrix, study)
    if not cells:
        return matrix
    bases: dict[str, str] = {}
    if any(answer.basis != cell.basis for cell in cells for answer in cell.answers):
        bases = {cell.id: cell.basis for cell in find_open(build_whole(), study)}
    rows = [list(row) for row in matrix.cells]
    for cell in cells:
        if cell.answers:
            was = rows[cell.row][cell.column]
            lines = [line for each in cell.answers for line in _tell(each, cell.basis, bases.get(cell.id, ""), t)]
            lines += [t("codings: {n}").format(n=_count(cell.codings, t))] if was.coding_ids else []
            rows[cell.row][cell.column] = replace(was, lines=tuple(lines), kind="written")
    rules = (*matrix.entry_rules, EntryRule(t("Typed cells"), _describe(cells, t)))
    return replace(matrix, cells=tuple(tuple(row) for row in rows), entry_rules=rules)


def _tell(answer: Answer, here: str, whole: str, t: Translate) -> Iterable[str]:
    """What one person wrote, then who and when, and whether the codings are others by now."""
    changed = ""
    if answer.basis and answer.basis != here:
        elsewhere, since = t("rests on codings that are not shown here"), t("evidence changed since")
        changed = elsewhere if answer.basis == whole else since
    remarks = ", ".join(filter(None, (f"{answer.who} {answer.when[:10]}", changed)))
    return (*answer.text.split("\n"), f"({remarks})")


def _describe(cells: Sequence[OpenCell], t: Translate) -> str:
    people = sorted({answer.who for cell in cells for answer in cell.answers})
    written = sum(bool(cell.answers) for cell in cells)
    return t(
        "written by people in their own words, {n} of {all} so far ({people}); what two people wrote stands side by "
        "side; “evidence changed since”: the codings behind the cell, or what people decided on them, are others by now"
    ).format(n=written, all=len(cells), people=", ".join(people) or t("nobody yet"))
