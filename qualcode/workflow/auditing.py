"""What an auditor asks of a study: its trail, whether its records are whole, and the verdicts on a sample."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.audit.ends import FEWEST_DIGITS, Found, build_ends, find_end, find_lost_ends
from qualcode.audit.judgements import build_judgements
from qualcode.audit.trail import build_trail
from qualcode.errors import QualcodeError
from qualcode.evidence.audited import list_judgements, name_place
from qualcode.messages import mark, translator
from qualcode.model import Decision, Matrix, Problem, Study
from qualcode.sheets.audit_in import Judged, read_audit
from qualcode.sheets.book_in import BookBack
from qualcode.store.decisions import path_of, read_decisions
from qualcode.store.hashes import hash_file
from qualcode.store.log import read_log
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.desk import clean_name, open_desk
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import find_source
from qualcode.workflow.reading_back import find_texts, open_sheet


@dataclass(frozen=True, slots=True)
class Checked:
    """The files of decisions and their ends, and everything odd about these files, the log and the transcripts."""

    ends: Matrix
    problems: tuple[Problem, ...]
    files: Mapping[str, Sequence[Decision]]


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """What reading an auditor's sheet in would record; `known` counts what was recorded before."""

    auditor: str
    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...]
    empty: int
    known: int


class AuditRefused(QualcodeError):
    """An auditor's sheet with errors; `problems` holds all of them, and nothing was recorded."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        what = mark("Nothing was recorded: a problem stands in the way")
        if len(problems) > 1:
            what = mark("Nothing was recorded: {count} problems stand in the way", count=len(problems))
        super().__init__(what, mark("Mend what is listed above in the sheet and read it in again"))
        self.problems = problems


def list_trail(opened: OpenStudy, study: Study) -> Matrix:
    """Every command and every sitting of a coder, in the order of time."""
    lines, _ = read_log(opened.place.log)
    known = {coding.id for coding in study.codings}
    return build_trail(lines, study.decisions, study.former_ids, known, translator(opened.language))


def check_records(opened: OpenStudy, study: Study) -> Checked:
    """Whether decisions are whole and hold every end that the log names, and transcripts are those that were coded."""
    kept = read_decisions(opened.place.decisions)
    log, odd = read_log(opened.place.log)
    files = _file(opened, kept.decisions)
    problems = (*kept.problems, *find_lost_ends(kept.decisions, log), *odd)
    ends = build_ends(files, kept.heads, problems, translator(opened.language))
    return Checked(ends, (*problems, *_find_changed(opened, study)), files)


def find_known_end(checked: Checked, given: str) -> Found:
    """The decision that a hash leads to which somebody wrote down; one that leads nowhere is refused."""
    if len(given.strip()) < FEWEST_DIGITS:
        raise QualcodeError(
            mark("{given} is too short for a hash", given=given),
            mark("Give {fewest_digits} of its digits at least", fewest_digits=FEWEST_DIGITS),
        )
    found = find_end(checked.files, given)
    if found is None:
        raise QualcodeError(
            mark("No decision here has the hash {given}", given=given),
            mark("Decisions were taken away or written anew since it was written down, or it is another study's"),
        )
    return found


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
    errors = tuple(problem for problem in plan.problems if problem.severity == "error")
    if errors:
        raise AuditRefused(errors)
    said = [Said(on, text, label) for on, label, text in map(_say, plan.judged)]
    return record_answers(opened, plan.auditor, "fill", said, when, "sheet")


def list_verdicts(opened: OpenStudy, study: Study) -> Matrix:
    """What auditors judged, code by code."""
    return build_judgements(study, translator(opened.language))


def _say(judged: Judged) -> tuple[str, str, str]:
    return name_place(judged.row.id, judged.row.code), judged.verdict or "", judged.remark


def _file(opened: OpenStudy, decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """Decisions by the file that they belong into."""
    folder = opened.place.decisions
    files: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        name = path_of(folder, decision.who, decision.transcript).relative_to(folder).as_posix()
        files[name].append(decision)
    return dict(sorted(files.items()))


def _find_changed(opened: OpenStudy, study: Study) -> tuple[Problem, ...]:
    """Transcripts that are gone, or are not those that were coded."""
    problems = []
    for sheet in study.accounts:
        path = find_source(opened.place.transcripts, sheet.transcript)
        if not path.is_file():
            problems.append(Problem(sheet.transcript, mark("the transcript is gone"), mark("Put it back"), "warning"))
        elif hash_file(path) != sheet.source_sha256:
            what = mark("the file is not the one that was coded: its SHA-256 is another")
            problems.append(
                Problem(sheet.transcript, what, mark("Run `qualcode code` again, or put it back"), "warning")
            )
    return tuple(problems)
