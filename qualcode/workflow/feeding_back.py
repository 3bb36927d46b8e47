"""Sheets for informants: what they said read back to them, each in the language of the interview."""

from functools import cache

from qualcode.messages import translator
from qualcode.model import Case, Study
from qualcode.registry import find_parts
from qualcode.store.files import write_file
from qualcode.store.names import make_part_safe
from qualcode.verify.feedback import build_sheet
from qualcode.verify.material import Material, gather
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reporting import build_notices


def write_feedback(opened: OpenStudy, study: Study) -> tuple[str, ...]:
    """Write a Word file for each informant on whose words a claim rests, into `results/feedback`; gives their names.

    Whoever speaks in interviews of both languages gets that of the first.
    """
    write = find_parts("writers")["docx"].load().write

    @cache
    def gather_in(language: str) -> tuple[Material, ...]:
        return gather(study, translator(language), language)

    names = []
    for case in study.cases:
        language = _find_language(case, study)
        t = translator(language)
        sheet = build_sheet(case, gather_in(language), build_notices(study, t), t, language)
        if len(sheet.sections) > 1:
            name = f"feedback/{make_part_safe(case.id)}.docx"
            [data] = write(sheet).values()
            write_file(opened.place.results / name, data)
            names.append(name)
    return tuple(names)


def _find_language(case: Case, study: Study) -> str:
    languages = [sheet.language for sheet in study.accounts if case.id in sheet.cases]
    return languages[0] if languages else study.settings.languages[0]
