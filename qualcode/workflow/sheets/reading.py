"""Sheets back in: what people did in Word or Excel becomes decisions, each once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_answers
from qualcode.evidence.standing import find_renamed, rename
from qualcode.messages import join, mark, translator
from qualcode.model import Answer, Decision, Problem, Question, Refused, Tool, Transcript, list_errors
from qualcode.sheets.book_in import BookBack, read_book
from qualcode.sheets.cells_in import Words, read_cells
from qualcode.sheets.codings_in import read_codings
from qualcode.sheets.contract import Back, Edit, Imprint
from qualcode.sheets.document_in import read_document
from qualcode.sheets.document_text import DocumentBack, open_document
from qualcode.sheets.feedback_in import read_replies
from qualcode.sheets.grid_in import read_grid
from qualcode.sheets.words import CodeWords, fold, list_code_words
from qualcode.workflow.answering import Said, make_answers, record_answers
from qualcode.workflow.choosing import Choice, ChoicesRefused
from qualcode.workflow.coding import load_study
from qualcode.workflow.deciding import decide, make_decisions
from qualcode.workflow.desk import Desk, clean_name, open_desk, open_transcript
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.claims import read_judged, write_judged
from qualcode.workflow.sheets.sending import ANYBODY
from qualcode.workflow.sheets.weighing import STANCES, Deletion, Weighing


@dataclass(frozen=True, slots=True)
class Part:
    """What one coder decided in a sheet, or wrote in answer to its questions, and is not on the disk yet."""

    desk: Desk
    choices: tuple[Choice, ...]
    counts: Mapping[str, int]
    said: tuple[Said, ...] = ()
    question: Question = "fill"


@dataclass(frozen=True, slots=True)
class Plan:
    """What reading a sheet in would record.

    `unchanged` counts what is as it left, `known` what was recorded before. `deletions` are among the choices too.
    `problems` with severity error stand in the way.
    """

    path: Path
    imprint: Imprint
    parts: tuple[Part, ...]
    deletions: tuple[Deletion, ...]
    problems: tuple[Problem, ...]
    unchanged: int
    known: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stand in the way."""
        return list_errors(self.problems)

    def is_like(self, other: "Plan") -> bool:
        """Whether both would record the same, and have the same told before it."""
        mine, theirs = ((_list_parts(each), each.problems, each.deletions, each.imprint) for each in (self, other))
        return mine == theirs


def _list_parts(plan: Plan) -> list[tuple[object, ...]]:
    return [(part.desk.coder, part.choices, part.said) for part in plan.parts]


def refuse_sheets(errors: Sequence[Problem]) -> Refused:
    """What to raise where sheets have errors; nothing was recorded."""
    how = mark("Mend what is listed above in the sheet and read it in again, or leave those rows out with --partly")
    return Refused(tell_unrecorded(len(errors)), how, errors)


def tell_unrecorded(count: int) -> str:
    """That nothing was recorded, for so many problems."""
    if count == 1:
        return mark("Nothing was recorded: a problem stands in the way")
    return mark("Nothing was recorded: {count} problems stand in the way", count=count)


def list_sheets(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The sheets that are named, and those in the folders that are; a folder without any is refused.

    What a program keeps beside an open file (`~$...`, hidden files) is passed over.
    """
    found: list[Path] = []
    for path in paths:
        inside = [path]
        if path.is_dir():
            inside = [each for each in sorted(path.iterdir()) if each.suffix.lower() in (".docx", ".xlsx")]
            inside = [each for each in inside if not each.name.startswith(("~$", "."))]
        if not inside:
            raise QualcodeError(
                mark("There is no sheet in {path}", path=path), mark("Name a file that left by `qualcode sheet out`")
            )
        found += inside
    return tuple(dict.fromkeys(found))


def plan_sheet(opened: OpenStudy, path: Path, when: str, coder: str = "") -> Plan:
    """Read a sheet that came back and say what is in it; nothing is written.

    Decisions are `coder`'s; where none is given, those of the authors that the sheet's comments name, else of whom the
    sheet left for. A file that is no sheet, and a sheet of another study, is refused; everything else is a problem.
    """
    returned = open_sheet(path)
    imprint = returned.imprint
    if imprint.kind == "audit":
        raise QualcodeError(
            mark("{name} is an auditor's sheet", name=path.name), mark("Read it in with `qualcode audit in`")
        )
    coder = clean_name(coder)
    if isinstance(returned, BookBack) and imprint.kind in ("cells", "answers"):
        return _plan_cells(opened, path, returned, coder, when)
    if imprint.kind == "feedback":
        return _plan_feedback(opened, path, imprint, coder)
    first = open_desk(opened, coder or imprint.coder or ANYBODY, imprint.seen)
    texts, problems = find_texts(first, imprint, path)
    renamed = find_renamed(first.decisions.get("", ()))
    words = list_code_words(first.coded.codebook, _name_former(imprint, first, renamed))
    back = _read(returned, texts, words)
    problems += back.problems
    by_coder, nobody = _share_out(back, coder, imprint.coder)
    problems += nobody
    parts: list[Part] = []
    deletions: list[Deletion] = []
    known = 0
    for who, edits in by_coder.items():
        desk = first if first.coder == who else open_desk(opened, who, imprint.seen)
        weighing = Weighing(desk, imprint, renamed, texts)
        weighed = weighing.weigh(edits)
        bad = {problem.where for problem in list_errors(weighing.problems)}
        choices, odd = _try_out(desk, [choice for choice in weighed if choice.where not in bad], when)
        problems += (*weighing.problems, *odd)
        known += weighing.known
        deletions += [each for each in weighing.deletions if any(each.where == choice.where for choice in choices)]
        parts.append(Part(desk, choices, _count(choices)))
    problems = [replace(problem, where=join(": ", (path.name, problem.where))) for problem in problems]
    return Plan(path, imprint, tuple(parts), tuple(deletions), tuple(problems), back.unchanged, known)


def record_plan(plan: Plan, when: str) -> int:
    """Put what a plan holds on the disk, before this returns; gives the number of decisions."""
    count = 0
    tool: Tool = "audit" if plan.imprint.kind == "blind audit" else "sheet"
    for part in plan.parts:
        count += len(decide(part.desk, part.choices, when, tool)) + len(part.said)
        part.desk.remarks += record_answers(part.desk.opened, part.desk.coder, part.question, part.said, when, "sheet")
    return count


def _plan_cells(opened: OpenStudy, path: Path, returned: BookBack, coder: str, when: str) -> Plan:
    """What reading the sheet of a display or of claims in would record: the words of its cells."""
    imprint = returned.imprint
    question: Question = "answer" if imprint.kind == "answers" else "fill"
    desk = open_desk(opened, coder or imprint.coder or ANYBODY)
    _require_same_study(desk, imprint, path)
    given = desk.decisions.get("", ())
    mine = {on: each.text for on, each in _find_mine(given, question, desk.coder).items()}
    if imprint.kind == "answers":
        t = translator(imprint.language)
        mine |= {on: write_judged(each, t) for on, each in _find_mine(given, "judge", desk.coder).items()}
    own = (each for each in given if each.act == question and each.who == desk.coder)
    back = read_cells(returned, mine, {(each.on, each.comment, each.basis) for each in own})
    judged = [each for each in back.words if imprint.kind == "answers" and ":" not in each.cell.id]
    said = tuple(Said(each.cell.id, each.text, basis=each.cell.basis) for each in back.words if each not in judged)
    problems = list(back.problems)
    if back.words and desk.coder == ANYBODY:
        how = mark("Add --coder with the name of whoever worked in it")
        what = mark("whose words are these ({count} cells)?", count=len(back.words))
        problems.append(Problem(back.words[0].where, what, how))
    plan = _plan_said(path, imprint, desk, question, said, problems, back.unchanged, back.known)
    return _add_judgements(plan, desk, judged, when) if judged and desk.coder != ANYBODY else plan


def _find_mine(decisions: Iterable[Decision], question: Question, coder: str) -> dict[str, Answer]:
    """The coder's last answers, by what they are on."""
    return {on: each for on, found in find_answers(decisions, question).items() for each in found if each.who == coder}


def _add_judgements(plan: Plan, desk: Desk, words: Sequence[Words], when: str) -> Plan:
    """The plan with judgements on claims that were written into its sheet; those that were recorded so are known. What
    the same sheet answers about a claim is known where its judgement is weighed."""
    answers = (make_answers(part.desk.coder, part.question, part.said, when, "sheet") for part in plan.parts)
    study = load_study(desk.opened)
    study = replace(study, decisions=(*study.decisions, *chain.from_iterable(answers)))
    said, odd = read_judged(desk.opened, study, words, plan.imprint.language)
    mine = _find_mine(desk.decisions.get("", ()), "judge", desk.coder)
    recorded = {on: (each.label, each.text) for on, each in mine.items()}
    new = tuple(each for each in said if recorded.get(each.on) != (each.label, each.text))
    parts = (*plan.parts, *([Part(desk, (), {"judge": len(new)}, new, "judge")] if new else []))
    told = (replace(problem, where=join(": ", (plan.path.name, problem.where))) for problem in odd)
    known = plan.known + len(said) - len(new)
    return replace(plan, parts=parts, problems=(*plan.problems, *told), known=known)


def _plan_feedback(opened: OpenStudy, path: Path, imprint: Imprint, coder: str) -> Plan:
    """What reading an informant's sheet in would record: the informant's answers, put down by the coder."""
    desk = open_desk(opened, coder or ANYBODY)
    _require_same_study(desk, imprint, path)
    replies, found = read_replies(path, len(imprint.cells), imprint.language)
    own = {
        (each.on, each.comment, each.label)
        for each in desk.decisions.get("", ())
        if each.act == "answer" and each.who == desk.coder
    }
    asked = [(imprint.cells[reply.number - 1], reply) for reply in replies]
    said = tuple(
        Said(cell.id, reply.words, reply.tick, cell.basis)
        for cell, reply in asked
        if (cell.id, reply.words, reply.tick) not in own
    )
    problems = list(found)
    if said and desk.coder == ANYBODY:
        how = mark("Add --coder with the name of whoever puts these answers down")
        problems.append(
            Problem(mark("answers"), mark("who talked with the informant ({count} answers)?", count=len(said)), how)
        )
    unchanged = len(imprint.cells) - len(asked)
    return _plan_said(path, imprint, desk, "answer", said, problems, unchanged, len(asked) - len(said))


def _plan_said(
    path: Path,
    imprint: Imprint,
    desk: Desk,
    question: Question,
    said: tuple[Said, ...],
    problems: Iterable[Problem],
    unchanged: int,
    known: int,
) -> Plan:
    parts = (Part(desk, (), {question: len(said)}, said, question),) if said and desk.coder != ANYBODY else ()
    told = tuple(replace(problem, where=join(": ", (path.name, problem.where))) for problem in problems)
    return Plan(path, imprint, parts, (), told, unchanged, known)


def _name_former(imprint: Imprint, desk: Desk, renamed: tuple[Decision, ...]) -> dict[str, str]:
    """From the ids and labels that the sheet shows to what the codes are called now, proposed and lost ones too."""
    decided = (decision for own in desk.decisions.values() for decision in own)
    proposed = ((decision.code, decision.label) for decision in decided if decision.act == "propose")
    shown = (*imprint.codes, *((row.code, row.code) for row in imprint.rows if row.code), *proposed)
    names: dict[str, str] = {}
    for id_, label in shown:
        names |= dict.fromkeys((id_, label, f"{id_} {label}"), rename(id_, imprint.left, renamed))
    return names


def open_sheet(path: Path) -> BookBack | DocumentBack:
    """A sheet that came back, by the ending of its name; what is none is refused."""
    ending = path.suffix.lower()
    try:
        if ending == ".xlsx":
            return read_book(path)
        if ending == ".docx":
            return open_document(path)
    except QualcodeError as error:
        raise QualcodeError(mark("{name}: {what}", name=path.name, what=error.what), error.how) from None
    raise QualcodeError(
        mark("{name} is no sheet: those end in .xlsx or .docx", name=path.name),
        mark("Save it in the format in which it left"),
    )


def _read(returned: BookBack | DocumentBack, texts: Mapping[str, Transcript], words: CodeWords) -> Back:
    if isinstance(returned, DocumentBack):
        return read_document(returned, texts, words)
    return (read_grid if returned.imprint.kind in ("grid", "blind audit") else read_codings)(returned, texts, words)


def find_texts(desk: Desk, imprint: Imprint, path: Path) -> tuple[dict[str, Transcript], list[Problem]]:
    """The transcripts by the names under which they left; those that changed since are problems."""
    now = {sheet.transcript: sheet.text_sha256 for sheet in desk.coded.accounts}
    by_text = {sha: name for name, sha in now.items()}
    _require_same_study(desk, imprint, path)
    texts: dict[str, Transcript] = {}
    problems = []
    for name, sha in imprint.texts:
        present = name if now.get(name) == sha else by_text.get(sha, "")
        if not present:
            what = (
                mark("{name} was changed since the sheet left ({left})", name=name, left=imprint.left[:10])
                if name in now
                else mark("{name} is gone", name=name)
            )
            how = mark(
                "Put it back as it was, run `qualcode code`, read the sheet in, then change it: decisions move along"
            )
            problems.append(Problem(name, what, how))
            continue
        try:
            texts[name] = open_transcript(desk, present)
        except QualcodeError as error:
            problems.append(Problem(name, error.what, error.how))
    return texts, problems


def _require_same_study(desk: Desk, imprint: Imprint, path: Path) -> None:
    """Refuse a sheet that left from another study: none of its transcripts is here, by name or by text."""
    here = {name for sheet in desk.coded.accounts for name in (sheet.transcript, sheet.text_sha256)}
    if not any(name in here or sha in here for name, sha in imprint.texts):
        raise QualcodeError(
            mark(
                "{name} is a sheet of another study: “{title}”, {left}",
                name=path.name,
                title=imprint.title,
                left=imprint.left[:10],
            ),
            mark("Name the study that it left from"),
        )


def _share_out(back: Back, named: str, left_for: str) -> tuple[dict[str, list[Edit]], list[Problem]]:
    """The edits by whom they are of. What names no author is the only author's, where there is just one."""
    authors = {edit.who for edit in back.edits if edit.who}
    otherwise = left_for or (next(iter(authors)) if len(authors) == 1 else "")
    by_coder: dict[str, list[Edit]] = {}
    for edit in back.edits:
        who = left_for if fold(edit.who) == fold(left_for) else edit.who  # Word's `Siti` is the sheet's `siti`
        by_coder.setdefault(clean_name(named or who or otherwise), []).append(edit)
    without = by_coder.pop("", [])
    if not without:
        return by_coder, []
    how = mark("Add --coder with the name of whoever worked in it")
    return by_coder, [
        Problem(without[0].where, mark("whose decisions are these ({count} of them)?", count=len(without)), how)
    ]


def _try_out(desk: Desk, choices: Sequence[Choice], when: str) -> tuple[tuple[Choice, ...], tuple[Problem, ...]]:
    """The choices that can be decided, and what stands in the way of the others."""
    try:
        make_decisions(desk, choices, when, "sheet")
    except ChoicesRefused as refused:
        bad = {problem.where for problem in refused.problems}
        return tuple(choice for choice in choices if choice.where not in bad), refused.problems
    return tuple(choices), ()


def _count(choices: Iterable[Choice]) -> dict[str, int]:
    counts = Counter(choice.act for choice in choices)
    memos = sum(1 for choice in choices if choice.comment)
    return {**{act: counts[act] for act in STANCES if counts[act]}, **({"memo": memos} if memos else {})}
