"""What an auditor asks of a study: its trail, whether its records are whole, and the verdicts on a sample."""

from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.audit.judgements import build_judgements
from qualcode.audit.trail import build_trail
from qualcode.errors import QualcodeError
from qualcode.evidence.audited import list_judgements, name_place
from qualcode.messages import mark, translator
from qualcode.model import Matrix, Problem, Refused, Study, list_errors
from qualcode.sheets.audit_in import Judged, read_audit
from qualcode.sheets.book_in import BookBack
from qualcode.store.decisions import read_decisions
from qualcode.store.log import read_log
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.desk import clean_name, open_desk
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.reading import find_texts, open_sheet, tell_unrecorded


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """What reading an auditor's sheet in would record; `known` counts what was recorded before."""

    auditor: str
    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...]
    empty: int
    known: int


def list_trail(opened: OpenStudy, study: Study | None) -> Matrix:
    """Every command and every sitting of a coder, in the order of time; also of a study that is not coded, or whose
    codebook has changed since (`study` is None then): what was done was done."""
    lines, _ = read_log(opened.place.log)
    t = translator(opened.language)
    if study is None:
        return build_trail(lines, read_decisions(opened.place.decisions).decisions, {}, (), t)
    known = {coding.id for coding in study.codings}
    return build_trail(lines, study.decisions, study.former_ids, known, t)


def plan_audit(opened: OpenStudy, study: Study, path: Path, auditor: str = "") -> AuditPlan:
    """Read an auditor's sheet that came back and say what is in it; nothing is written.

    The verdicts are `auditor`'s, else of whom the sheet left for. A file that is no auditor's sheet, one of another
    study and one that names nobody is refused; everything else is a problem.
    """
    book = open_sheet(path)
    imprint = book.imprint
    if imprint.kind != "audit" or not isinstance(book, BookBack):
        raise QualcodeError(
            mark("{name} is no auditor's sheet", name=path.name), mark("Read it in with `qualcode sheet in`")
        )
    who = clean_name(auditor or imprint.coder)
    if not who:
        raise QualcodeError(mark("{name} does not say who judged", name=path.name), mark("Add --auditor with the name"))
    texts, odd = find_texts(open_desk(opened, who), imprint, path)
    back = read_audit(book, texts)
    said = {
        (each.answer.on, each.answer.label, each.answer.text)
        for each in list_judgements(study)
        if each.answer.who == who
    }
    fresh = tuple(each for each in back.judged if _say(each) not in said)
    problems = tuple(replace(each, where=f"{path.name}: {each.where}") for each in (*odd, *back.problems))
    return AuditPlan(who, fresh, problems, back.empty, len(back.judged) - len(fresh))


def record_audit(opened: OpenStudy, plan: AuditPlan, when: str) -> tuple[str, ...]:
    """Put an auditor's verdicts on the disk, beside the codings and changing none. Gives remarks on odd files.

    A plan with errors is refused.
    """
    if errors := list_errors(plan.problems):
        how = mark("Mend what is listed above in the sheet and read it in again")
        raise Refused(tell_unrecorded(len(errors)), how, errors)
    said = [Said(on, text, label) for on, label, text in map(_say, plan.judged)]
    return record_answers(opened, plan.auditor, "fill", said, when, "sheet")


def list_verdicts(opened: OpenStudy, study: Study) -> Matrix:
    """What auditors judged, code by code."""
    return build_judgements(study, translator(opened.language))


def _say(judged: Judged) -> tuple[str, str, str]:
    return name_place(judged.row.id, judged.row.code), judged.verdict or "", judged.remark
