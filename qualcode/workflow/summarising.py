"""Sheets that people fill in, written once as Word and Markdown files: what a person wrote is never written over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.condense.contract import Material
from qualcode.condense.sheets import QUOTING
from qualcode.errors import QualcodeError
from qualcode.messages import translator
from qualcode.model import Matrix, Report, Section
from qualcode.registry import find_parts
from qualcode.store.files import write_file
from qualcode.store.names import make_part_safe
from qualcode.workflow.condensing import build_condensation
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.opening import OpenStudy

FORMATS = {"docx": "docx", "markdown": "md"}  # by writer


@dataclass(frozen=True, slots=True)
class Summaries:
    """The files of sheets that were written, and those that were there already and stay as they are."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def write_sheets(opened: OpenStudy, material: Material, name: str, notices: Sequence[str]) -> Summaries:
    """Write each sheet of a condensation into the study's folder `summaries`, where there is none yet.

    A condensation that people do not fill in is refused.
    """
    sheets = build_condensation(material, name)
    if not find_parts("condense")[name].keywords.get("sheets"):
        fillable = ", ".join(n for n, entry in find_parts("condense").items() if entry.keywords.get("sheets"))
        raise QualcodeError(f"{name} is no sheet to fill in", f"Those are: {fillable}")
    written, kept = [], []
    for sheet in sheets:
        base, _, of = sheet.name.partition("@")
        stem = f"{base}_{of}" if of else base
        paths = {
            writer: opened.place.out / "summaries" / make_part_safe(f"{stem}.{ending}")
            for writer, ending in FORMATS.items()
        }
        for writer, path in paths.items():
            if path.exists():
                kept.append(path)
                continue
            [data] = find_parts("writers")[writer].load().write(_make_report(opened, material, sheet, notices)).values()
            write_file(path, data)
            written.append(path)
    return Summaries(tuple(written), tuple(kept))


def _make_report(opened: OpenStudy, material: Material, sheet: Matrix, notices: Sequence[str]) -> Report:
    """The sheet with the quotes that stand in it; the many codings that it only counts are left to `qualcode show`."""
    t = translator(material.language)
    cells = tuple(
        row if head.key in QUOTING else tuple(replace(cell, coding_ids=()) for cell in row)
        for head, row in zip(sheet.rows, sheet.cells, strict=True)
    )
    used = {coding_id for row in cells for cell in row for coding_id in cell.coding_ids}
    codings = [coding for coding in material.study.codings if coding.id in used]
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
                replace(sheet, cells=cells),
                (hint.format(cell=f"{sheet.name}:{counting}:found"),),
            ),
        ),
        quotes=tuple(quote_in_context(opened, material.study, codings, material.language)),
    )
