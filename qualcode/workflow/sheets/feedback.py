"""Sheets for informants, with the claims that rest on their words read back to them, each in the language of the
interview."""

from dataclasses import replace
from functools import cache

from qualcode.messages import translator
from qualcode.model import Case, Study
from qualcode.sheets.contract import Imprint, LeftCell
from qualcode.sheets.feedback_out import write_feedback as write_sheet
from qualcode.store.files import write_file
from qualcode.store.names import keep_apart
from qualcode.verify.feedback import build_sheet, find_basis_of_reply, find_read_back, name_reply
from qualcode.verify.material import Material, gather
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.sending import start_imprint


def write_feedback(opened: OpenStudy, study: Study, left: str) -> tuple[str, ...]:
    """Write a Word file for each informant on whose words a claim rests, into `results/feedback`; gives their names.

    Whoever speaks in interviews of both languages gets that of the first. `left` is the time, ISO 8601 in UTC. The
    answers in a sheet are read back by `plan_sheet`.
    """

    @cache
    def gather_in(language: str) -> tuple[Material, ...]:
        return gather(study, translator(language), language)

    parts, names = keep_apart(case.id for case in study.cases), []
    for case in study.cases:
        language = _find_language(case, study)
        t = translator(language)
        materials = gather_in(language)
        sheet = build_sheet(case, materials, build_notices(study, language), t, language)
        if len(sheet.sections) > 1:
            name = f"feedback/{parts[case.id]}.docx"
            imprint = _make_imprint(opened, study, case, materials, left, language)
            write_file(opened.place.results / name, write_sheet(sheet, imprint))
            names.append(name)
    return tuple(names)


def _make_imprint(
    opened: OpenStudy, study: Study, case: Case, materials: tuple[Material, ...], left: str, language: str
) -> Imprint:
    """What the sheet carries; of the interviews it names those of the informant alone."""
    read_back = ((material, find_read_back(case, material)) for material in materials)
    return replace(
        start_imprint(opened, study, "feedback", left, "", language),
        texts=tuple((each.transcript, each.text_sha256) for each in study.accounts if case.id in each.cases),
        cells=tuple(
            LeftCell(name_reply(material.claim.id, case.id), find_basis_of_reply(own, material))
            for material, own in read_back
            if own
        ),
    )


def _find_language(case: Case, study: Study) -> str:
    languages = [sheet.language for sheet in study.accounts if case.id in sheet.cases]
    return languages[0] if languages else study.settings.languages[0]
