"""Drafts of what standards ask: gathered from everything on file, shown, written once, and answered by authors."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.provenance import warn
from qualcode.evidence.selection import select
from qualcode.messages import Translate, mark, translator
from qualcode.model import Cell, Matrix, Prose, Report, Section, Study
from qualcode.registry import find_parts, require_part
from qualcode.standards.contract import Records, Standard
from qualcode.standards.draft import build_draft, build_standings, name_answer, split_domains
from qualcode.store.log import read_log
from qualcode.workflow.agreeing import AgreeWishes, compare_with
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.condensing import build_condensation, gather
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.notices import build_notices
from qualcode.workflow.once import WrittenOnce, write_once
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.verifying import put_to_tactics
from qualcode.workflow.writings import read_writings

MOST = 12  # quotes behind one item; of more the draft says how they open


def gather_records(opened: OpenStudy, study: Study) -> Records:
    """Everything that a study has on file, in the language of its results."""
    place, language = opened.place, opened.language
    written = read_writings(opened, study)
    [saturation] = build_condensation(gather(opened, study, language), "saturation")
    own = (place.settings, place.cases, place.claims, place.guide)
    return Records(
        study=study,
        counted=select(study).counted,
        t=translator(language),
        language=language,
        files=frozenset(path.name for path in own if path),
        log=read_log(place.log)[0],
        memos=written.memos,
        patterns=written.patterns,
        verdicts=put_to_tactics(study, language) if study.claims else (),
        agreement=_find_agreement(opened, study),
        saturation=_drop_warnings(saturation, study, language),
        fed_back=tuple(sorted(path.name for path in (place.results / "feedback").glob("*.docx"))),
    )


def draft(records: Records, name: str) -> Matrix:
    """One standard's draft; an unknown name is refused with the nearest known ones."""
    return build_draft(_load(name), records)


def shorten(matrix: Matrix, t: Translate, folder: str = "FOLDER") -> Matrix:
    """The draft as people read it: a cell that rests on many codings says how they open and carries none of them.

    `folder` is how the command that opens them names the study.
    """
    cells = []
    for r, row in enumerate(matrix.cells):
        cells.append(tuple(_point(cell, f"{folder} {matrix.cell_id(r, c)}", t) for c, cell in enumerate(row)))
    return replace(matrix, cells=tuple(cells))


def _point(cell: Cell, place: str, t: Translate) -> Cell:
    if len(cell.coding_ids) <= MOST:
        return cell
    line = t("Opens with: qualcode show {place}").format(place=place)
    return replace(cell, lines=(*cell.lines, line), coding_ids=())


def count_drafts(records: Records) -> Matrix:
    """How far the records answer each standard."""
    return build_standings(map(_load, find_parts("standards")), records)


def write_drafts(opened: OpenStudy, records: Records, names: Iterable[str]) -> WrittenOnce:
    """Write each standard's draft into the study's folder `standards`, as Word and Markdown, where there is none yet.

    A file that is there may hold what authors wrote, and stays as it is.
    """
    make = partial(_make_report, opened, records)
    reports = {f"{name}_{records.language}": partial(make, _load(name)) for name in names}
    return write_once(opened.place.out / "standards", reports)


def answer_item(opened: OpenStudy, name: str, number: str, text: str, coder: str, when: str) -> tuple[str, ...]:
    """Keep what authors say to one item of a standard; an empty text takes the coder's last answer back.

    Gives remarks on odd files. An item that the standard does not have is refused.
    """
    standard = _load(name)
    items = {item.number.casefold(): item for domain in standard.domains for item in domain.items}
    item = items.get(number.strip().casefold())
    if item is None:
        known = tuple(each.number for each in items.values())
        raise QualcodeError(mark("{name} has no item {number}", name=name, number=number), suggest(number, known))
    return record_answers(opened, coder, "fill", (Said(name_answer(standard, item), text.strip()),), when)


def _load(name: str) -> Standard:
    what = mark("There is no standard {name}", name=name)
    standard: Standard = require_part("standards", name, what).load()
    return standard


def _find_agreement(opened: OpenStudy, study: Study) -> Matrix | None:
    """How far the machine agrees with who coded blind; None where nobody did, or it cannot be laid over the texts."""
    blind = {each.who for each in study.decisions if each.seen == "blind" and each.transcript}
    if blind:
        with suppress(QualcodeError):
            return compare_with(opened, study, None, AgreeWishes()).matrices[0]
    return None


def _drop_warnings(matrix: Matrix, study: Study, language: str) -> tuple[str, ...]:
    """What a matrix says of itself, without what stands above every table anyway."""
    selection = select(study)
    usual = warn(study, (*selection.counted, *selection.unknown), translator(language))
    return tuple(note for note in matrix.notes if note not in usual)


def _make_report(opened: OpenStudy, records: Records, standard: Standard) -> Report:
    """The draft under its standard's headings, with the quotes of items that rest on few."""
    language, study, t = records.language, records.study, records.t
    whole = build_draft(standard, records)
    shown = shorten(whole, t)
    explained = (
        t(
            "This is a draft. What stands under “From the records” was read out of the study's files, which are named "
            "in brackets; what nobody wrote down is asked of the authors. Delete what you do not need, and complete it."
        ),
        *whole.notes,
    )
    return Report(
        title=f"{t(standard.title)}: {opened.title}",
        language=language,
        notices=(t("Draft: to be completed and checked by the authors."), *build_notices(study, language)),
        sections=(
            Section("how", t("How to read this"), Prose(explained)),
            *(
                Section(f"{standard.name}-{number}", t(domain.name), replace(matrix, notes=()))
                for number, (domain, matrix) in enumerate(split_domains(shown, standard), start=1)
            ),
        ),
        quotes=quote_in_context(opened, study, shown.coding_ids, language),
    )
