"""Sheets out: the codings of a study as they stand, for Excel or Word."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.reasons import quote_reason
from qualcode.evidence.wording import name_code
from qualcode.language.units import split_units
from qualcode.messages import mark, translator
from qualcode.model import Codebook, Coding, Study
from qualcode.sheets.codings_out import write_codings
from qualcode.sheets.contract import Imprint, Kind, Left, Page, Row, Sheet
from qualcode.sheets.document_out import write_document
from qualcode.sheets.grid_out import write_grid
from qualcode.store.files import refuse_existing, write_file
from qualcode.store.names import keep_apart
from qualcode.workflow.desk import Desk, list_codings, name_coding, open_desk, open_transcript
from qualcode.workflow.opening import OpenStudy

ANYBODY = "-"  # at whose desk a sheet is made that is for no coder in particular


def send_out(
    opened: OpenStudy,
    to: Path,
    left: str,
    *,
    coder: str = "",
    blind: bool = False,
    grid: bool = False,
    transcripts: Sequence[str] = (),
) -> tuple[Path, ...]:
    """Write a sheet to `to` and give the files written.

    A `to` that ends in .xlsx takes one workbook, one in .docx one document; any other is a folder that takes a document
    a transcript. `left` is the time, ISO 8601 in UTC. `transcripts` narrows to those named. A blind sheet, and a grid
    (Excel alone), shows nothing of what the machine or others coded. A file that is there already is not replaced: it
    may hold somebody's work.
    """
    ending = to.suffix.lower()
    if ending not in (".xlsx", ".docx", ""):
        raise QualcodeError(
            mark("{name} is neither a sheet of Excel nor of Word", name=to.name), mark("End its name in .xlsx or .docx")
        )
    if grid and ending != ".xlsx":
        raise QualcodeError(mark("A grid is for Excel"), mark("End its name in .xlsx"))
    is_grid = ending == ".xlsx" and (grid or blind)
    kind: Kind = "grid" if is_grid else "codings" if ending == ".xlsx" else "document"
    desk = open_desk(opened, coder or ANYBODY, "blind" if blind or is_grid else "suggestions")
    names = _choose(desk, transcripts)
    whole = {code.id for code in desk.coded.codebook.codes}
    groups = [names] if ending else [(name,) for name in names]
    parts, files = keep_apart(names), {}
    for group in groups:
        sheet = build_sheet(desk, group, kind, left, coder)
        path = to if ending else to / f"{parts[group[0]]}.docx"
        if kind == "grid":
            files[path] = write_grid(sheet, tuple(code for code in sheet.imprint.codes if code[0] in whole))
        else:
            files[path] = write_codings(sheet) if kind == "codings" else write_document(sheet)
    for path in files:
        refuse_existing(path)
    for path, data in files.items():
        write_file(path, data)
    return tuple(files)


def require_new_book(to: Path) -> None:
    """Refuse a file that is no workbook of Excel by its name, and one that is there already."""
    if to.suffix.lower() != ".xlsx":
        raise QualcodeError(mark("{name} is no sheet of Excel", name=to.name), mark("End its name in .xlsx"))
    refuse_existing(to)


def start_imprint(opened: OpenStudy, study: Study, kind: Kind, left: str, coder: str, language: str) -> Imprint:
    """What every sheet says of the study that it leaves, before what is in it is added: it is for `coder` ("" for
    anybody), who sees suggestions, and may rest on all texts."""
    return Imprint(
        kind=kind,
        title=opened.title,
        left=left,
        coder=coder,
        seen="suggestions",
        language=language,
        codebook=study.codebook.versioned,
        texts=tuple((sheet.transcript, sheet.text_sha256) for sheet in study.accounts),
    )


def build_sheet(desk: Desk, names: Sequence[str], kind: Kind, left: str, coder: str) -> Sheet:
    """Everything that leaves: the codings of some transcripts as they stand at a desk, in a grid their units."""
    opened = desk.opened
    language = opened.language
    codebook = desk.coded.codebook
    pages = tuple(_build_page(desk, name, kind, language) for name in names)
    imprint = replace(
        start_imprint(opened, desk.coded, kind, left, coder, language),
        seen=desk.seen,
        texts=tuple((page.transcript.name, page.transcript.text_sha256) for page in pages),
        codes=list_codes(codebook, language),
        rows=tuple(left for page in pages for left in _list_left(page)),
    )
    notice = opened.settings.notice.in_language(language)
    t = translator(language)
    if desk.coded.synthetic:
        notice = notice or t(
            "The interviews are synthetic: they were made up and say nothing about real persons or places."
        )
    return Sheet(imprint, pages, (notice,) if notice else ())


def narrow(sheet: Sheet, keep: Callable[[Left], bool]) -> Sheet:
    """The sheet with these rows (or units) alone; transcripts without any are left out."""
    pages = []
    for page in sheet.pages:
        name = page.transcript.name
        rows = tuple(row for row in page.rows if keep(_leave(row.coding)))
        units = tuple(unit for unit in page.units if keep(Left(name, unit.span)))
        if rows or units:
            pages.append(replace(page, rows=rows, units=units))
    left = tuple(each for each in sheet.imprint.rows if keep(each))
    names = {page.transcript.name for page in pages}
    texts = tuple(text for text in sheet.imprint.texts if text[0] in names)
    return replace(sheet, pages=tuple(pages), imprint=replace(sheet.imprint, rows=left, texts=texts))


def list_codes(codebook: Codebook, language: str) -> tuple[tuple[str, str], ...]:
    """The ids of all codes and sub-codes in the codebook's order, with their labels."""
    return tuple((id_, name_code(codebook, id_, language)) for id_ in codebook.list_ids())


def _choose(desk: Desk, transcripts: Sequence[str]) -> tuple[str, ...]:
    known = tuple(sheet.transcript for sheet in desk.coded.accounts)
    for name in transcripts:
        if name not in known:
            raise QualcodeError(mark("There is no transcript {name}", name=name), suggest(name, known))
    return tuple(name for name in known if name in transcripts) if transcripts else known


def _list_left(page: Page) -> list[Left]:
    name = page.transcript.name
    return [_leave(row.coding) for row in page.rows] or [Left(name, unit.span) for unit in page.units]


def _leave(coding: Coding) -> Left:
    return Left(coding.transcript, coding.span, coding.id, coding.code, coding.polarity, coding.modality, coding.coder)


def _build_page(desk: Desk, name: str, kind: Kind, language: str) -> Page:
    transcript = open_transcript(desk, name)
    if kind in ("grid", "blind audit"):
        return Page(transcript, units=split_units(transcript, desk.opened.settings.unit))
    t = translator(language)
    decided = desk.decided[name]
    dates: dict[str, str] = {}
    for decision in desk.decisions.get(name, ()):
        present = decided.names.get(decision.on, decision.on)
        dates[present] = max(decision.when, dates.get(present, ""))
    label = cache(partial(name_coding, desk))
    cases = {case.id: ", ".join(filter(None, (case.id, case.role))) for case in desk.coded.cases}
    return Page(
        transcript,
        tuple(
            Row(
                coding,
                label(coding.code),
                cases.get(coding.case, coding.case),
                "; ".join(dict.fromkeys(quote_reason(reason, coding, t) for reason in coding.evidence)),
                dates.get(coding.id, ""),
                decided.memos.get(coding.id, ()),
            )
            for coding in list_codings(desk, name)
            if kind == "codings" or coding.status != "rejected"
        ),
    )
