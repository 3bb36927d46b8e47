"""Sheets that people fill in, written once as Word and Markdown files: what a person wrote is never written over."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from qualcode.condense.contract import Material
from qualcode.condense.sheets import QUOTING
from qualcode.errors import QualcodeError
from qualcode.evidence.provenance import leave_out_told, tell_once
from qualcode.meaning.material import Material as Meaning
from qualcode.messages import mark, translator
from qualcode.model import Matrix, Report, Section
from qualcode.registry import find_parts
from qualcode.workflow.condensing import build_condensation
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.generating import write_sections
from qualcode.workflow.once import WrittenOnce, write_once
from qualcode.workflow.opening import OpenStudy

FOLDER = "summaries"


def write_sheets(opened: OpenStudy, material: Material, name: str, notices: Sequence[str]) -> WrittenOnce:
    """Write each sheet of a condensation into the study's folder `summaries`, where there is none yet.

    A condensation that people do not fill in is refused.
    """
    sheets = build_condensation(material, name)
    if not find_parts("condense")[name].keywords.get("sheets"):
        fillable = ", ".join(n for n, entry in find_parts("condense").items() if entry.keywords.get("sheets"))
        raise QualcodeError(
            mark("{name} is no sheet to fill in", name=name), mark("Those are: {fillable}", fillable=fillable)
        )
    make = partial(_make_report, opened, material, notices)
    reports = {sheet.name.replace("@", "_", 1): partial(make, sheet) for sheet in sheets}
    return write_once(opened.place.out / FOLDER, reports)


def write_worksheets(opened: OpenStudy, material: Meaning, name: str, notices: Sequence[str]) -> WrittenOnce:
    """Write the worksheet of an aid, or of `all` of them, into the study's folder `summaries`, where there is none yet.

    The many codings that it counts are left to `qualcode show`.
    """
    t = material.t
    hint = t("What is counted here opens with `qualcode show FOLDER {cell}`, and so on for each row.")

    def make_report() -> Report:
        title = t("Tactics for generating meaning")
        sections = (_leave_out_ids(section, hint) for section in write_sections(material, (name,)))
        return Report(title, material.language, tuple(notices), tell_once(sections, material.study, t), ())

    return write_once(opened.place.out / FOLDER, {f"meaning_{name}": make_report})


def _leave_out_ids(section: Section, hint: str) -> Section:
    """The section with a table that opens onto nothing, and a hint where to open it."""
    table = section.body
    if not isinstance(table, Matrix):
        return section
    opening = [
        table.cell_id(r, c) for r, row in enumerate(table.cells) for c, cell in enumerate(row) if cell.coding_ids
    ]
    cells = tuple(tuple(replace(cell, coding_ids=()) for cell in row) for row in table.cells)
    intro = (*section.intro, *(hint.format(cell=cell) for cell in opening[:1]))
    return replace(section, body=replace(table, cells=cells), intro=intro)


def _make_report(opened: OpenStudy, material: Material, notices: Sequence[str], sheet: Matrix) -> Report:
    """The sheet with the quotes that stand in it; the many codings that it only counts are left to `qualcode show`."""
    t = translator(material.language)
    cells = tuple(
        row if head.key in QUOTING else tuple(replace(cell, coding_ids=()) for cell in row)
        for head, row in zip(sheet.rows, sheet.cells, strict=True)
    )
    shown = replace(sheet, cells=cells)
    hint = t("What is counted here opens with `qualcode show FOLDER {cell}`, and so on for each row.")
    counting = next(row.key for row in sheet.rows if row.key not in QUOTING)
    return Report(
        title=sheet.title,
        language=material.language,
        notices=tuple(notices),
        sections=(
            Section(
                sheet.name.replace("@", "-"),
                t("To fill in"),
                leave_out_told(shown, material.study, t),
                (hint.format(cell=f"{sheet.name}:{counting}:found"),),
            ),
        ),
        quotes=quote_in_context(opened, material.study, shown.coding_ids, material.language),
    )
