"""The cells of a display that people write in, out to a sheet with their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_drawn
from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.jottings import find_jottings, write_jotting
from qualcode.evidence.marks import SIGNS, find_kind
from qualcode.evidence.selection import is_human
from qualcode.evidence.typed import OpenCell, find_open
from qualcode.evidence.wording import name_layer, write_quote
from qualcode.messages import Translate, mark, translator
from qualcode.model import Cell, Heading, Matrix, Study
from qualcode.registry import find_parts
from qualcode.sheets.cells_out import write_cells
from qualcode.sheets.contract import CellLine, LeftCell, Sheet
from qualcode.store.files import write_file
from qualcode.workflow.coding import load_study
from qualcode.workflow.commands import name_study
from qualcode.workflow.desk import clean_name
from qualcode.workflow.displaying import build_display, fit_content
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.sending import require_new_book, start_imprint

MOST = 24_000  # characters of evidence that are laid into one cell; Excel takes 32,767


def send_cells(opened: OpenStudy, to: Path, left: str, name: str, options: DisplayOptions, coder: str = "") -> None:
    """Write the cells of a display that people write in to the workbook `to`, with their evidence.

    `left` is the time, ISO 8601 in UTC. A display without such cells, another format than .xlsx, and a file that is
    there already, which may hold somebody's work, are refused.
    """
    require_new_book(to)
    sheet = build_sheet(opened, load_study(opened), name, fit_content(name, options), left, clean_name(coder))
    if not sheet.cells:
        how = mark(
            "`{command}` says why it is empty, where it is; `qualcode display --list` names others",
            command=f"qualcode display {name_study(opened)} {name}",
        )
        raise QualcodeError(mark("{name} has no cell for a person to write in", name=name), how)
    write_file(to, write_cells(sheet))


def build_sheet(opened: OpenStudy, study: Study, name: str, options: DisplayOptions, left: str, coder: str) -> Sheet:
    """The cells of a display that people write in, in its order, as they leave for `coder` ("" for anybody)."""
    t = translator(options.language)
    matrix = build_display(study, name, options)
    whole = find_parts("display")[name].load().build(study, options, t)
    open_cells = {cell.id: cell for cell in find_open(whole, study)}
    lines: list[CellLine] = []
    cells: list[LeftCell] = []
    for r, row in enumerate(matrix.rows):
        for c, column in enumerate(matrix.columns):
            cell = open_cells.get(matrix.cell_id(r, c))
            if cell is not None:
                mine = next((each.text for each in cell.answers if each.who == coder), "")
                cells.append(LeftCell(cell.id, cell.basis, mine))
                others = (f"{each.text}\n({each.who} {each.when[:10]})" for each in cell.answers if each.who != coder)
                evidence = "\n".join(_lay_out(matrix, r, c, cell, study, t))
                if any(each.who == coder and each.basis != cell.basis for each in cell.answers):
                    evidence = f"! {t('evidence changed since')}\n{evidence}"
                lines.append(CellLine(_name(row), _name(column), evidence, "\n".join(others)))
    imprint = replace(
        start_imprint(opened, study, "cells", left, coder, options.language),
        title=f"{opened.title}: {matrix.title}",
        cells=tuple(cells),
    )
    return Sheet(imprint, (), build_notices(study, options.language), tuple(lines))


def _name(heading: Heading) -> str:
    return "\n".join(dict.fromkeys(filter(None, (heading.label, heading.detail))))


def _lay_out(matrix: Matrix, row: int, column: int, cell: OpenCell, study: Study, t: Translate) -> Iterator[str]:
    """What stands in the row's other cells, where the cell has no codings of its own, then the links
    that people drew between its codings, and every quote with ids."""
    if not matrix.cells[row][column].coding_ids:
        for head, other in zip(matrix.columns, matrix.cells[row], strict=True):
            if other.kind not in ("open", "written") and other.lines:
                yield f"{head.label}: {'; '.join(_shorten(other))}"
    behind = {coding.id for coding in cell.codings}
    for link in find_drawn(study):
        if {link.cause, link.effect} <= behind:
            why = f": “{link.why}”" if link.why else ""
            who = t("drawn by {who}").format(who=link.who)
            yield f"{link.cause} ⇒ {link.effect}, {who}{why}"
    length = 0
    marked = len({is_human(coding) for coding in cell.codings}) > 1
    jottings = find_jottings(study)
    excerpts = find_excerpts(cell.codings, study.codebook)
    for shown, excerpt in enumerate(excerpts):
        layer = name_layer(excerpt.codings, t) if marked else ""
        quote = write_quote(excerpt, t, excerpt.codings[0].case, excerpt.codings[0].code, layer)
        line = f"{SIGNS[find_kind(excerpt.codings)]} {quote} [{', '.join(excerpt.coding_ids)}]"
        noted = (memo for id_ in excerpt.coding_ids for memo in jottings.get(id_, ()))
        line = "\n".join((line, *(f"   {write_jotting(memo)}" for memo in noted)))
        length += len(line)
        if length > MOST:
            yield t("and {n} more").format(n=len(excerpts) - shown) + f": qualcode show FOLDER {cell.id}"
            return
        yield line


def _shorten(cell: Cell) -> Sequence[str]:
    return [line for line in cell.lines if "“" not in line]
