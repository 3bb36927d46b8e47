"""Cells of displays by their ids: the display that has one, the codings behind it, and cells that no display has."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from qualcode.display.contract import DisplayOptions
from qualcode.display.ordering import list_variables
from qualcode.errors import QualcodeError
from qualcode.evidence.typed import find_written, split_keys
from qualcode.messages import mark
from qualcode.model import Coding, Matrix, Problem, Study
from qualcode.registry import find_parts
from qualcode.workflow.displaying import build_display, fit_content

Build = Callable[[str, DisplayOptions], Matrix]


def check_cells(study: Study, language: str) -> tuple[Problem, ...]:
    """Words that people typed into cells which their displays no longer have, each a warning."""
    options = DisplayOptions(language=language, content="summary")
    build = cache(partial(build_display, study))  # people write in many cells of a display
    problems = []
    for on, answers in find_written(study).items():
        if on.partition(":")[0] not in find_parts("display") or _has_cell(study, on, options, build):
            continue
        what = mark("{who} wrote about this cell, which the display no longer has", who=answers[-1].who)
        how = mark("The words stay in the decisions; write them where they belong now (`qualcode sheet out --display`)")
        problems.append(Problem(on, what, how, "warning"))
    return tuple(problems)


def _has_cell(study: Study, on: str, options: DisplayOptions, build: Build) -> bool:
    try:
        return find_display(study, on, options, build).find(on) is not None
    except QualcodeError:
        return False  # the study has nothing for the display


def find_display(study: Study, on: str, options: DisplayOptions, build: Build) -> Matrix:
    """The display that the cell `on` is of, as it is without options, or, where it lacks that cell, with its row and
    column asked for, or with its informants in another order: some displays take their axes from the options. Where
    none has it, what the display is without; refused where the study has nothing for it. `build` makes a display by its
    name."""
    name, _, keys = on.partition(":")
    options = fit_content(name, options)
    places = tuple(split_keys(keys))
    asked_for = [replace(options, rows=(row,), columns=(column,)) for row, column in places]
    if find_parts("display")[name].keywords.get("orders"):
        asked_for += (replace(options, sort=sort) for sort in list_variables(study))
        asked_for += (
            replace(options, sort=sort, rows=(row,), columns=(column,))
            for sort in list_variables(study)
            for row, column in places
        )
    found: list[Matrix] = []
    refusals: list[QualcodeError] = []
    for each in (options, *asked_for):
        try:
            found.append(build(name, each))
        except QualcodeError as refusal:
            refusals.append(refusal)
            continue
        if found[-1].find(on):
            return found[-1]
    if not found:
        raise refusals[-1]
    return found[0]


def find_cell_codings(study: Study, on: str, options: DisplayOptions, build: Build) -> tuple[Coding, ...] | None:
    """The codings behind a cell of a display by its id, those of its row where it has none; None where there is no such
    cell."""
    try:
        matrix = find_display(study, on, options, build)
    except QualcodeError:
        return None
    place = matrix.find(on)
    if place is None:
        return None
    row = matrix.cells[place[0]]
    wanted = set(row[place[1]].coding_ids) or {id_ for cell in row for id_ in cell.counted_ids}
    return tuple(coding for coding in study.codings if coding.id in wanted)
