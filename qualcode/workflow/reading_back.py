"""Sheets back in: what people did in Word or Excel becomes decisions, each once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.applying import drop_undone, find_renamed, rename
from qualcode.model import Act, Coding, Decision, Problem, Span, Transcript, make_coding_id
from qualcode.sheets.book_in import BookBack, read_book
from qualcode.sheets.codings_in import read_codings
from qualcode.sheets.contract import Back, Edit, Imprint, Left
from qualcode.sheets.document_in import read_document
from qualcode.sheets.document_text import DocumentBack, open_document
from qualcode.sheets.grid_in import read_grid
from qualcode.sheets.words import CodeWords, fold, list_code_words, shorten
from qualcode.workflow.deciding import Choice, ChoicesRefused, decide, make_decisions, name_proposal
from qualcode.workflow.desk import Desk, list_codings, open_desk, open_transcript
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets import ANYBODY

_STANCES: tuple[Act, ...] = ("accept", "reject", "recode", "move", "polarity", "code", "propose", "nothing")


@dataclass(frozen=True, slots=True)
class Deletion:
    """A comment that is gone from a document, which turns its coding down: who, where it stood, code and words."""

    who: str
    where: str
    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one coder decided in a sheet and is not on the disk yet."""

    desk: Desk
    choices: tuple[Choice, ...]
    counts: Mapping[str, int]


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
        return tuple(problem for problem in self.problems if problem.severity == "error")


class SheetRefused(QualcodeError):
    """A sheet with errors; `problems` holds all of them, and nothing was recorded."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        thing = "a problem stands" if count == 1 else f"{count} problems stand"
        super().__init__(
            f"Nothing was recorded: {thing} in the way",
            "Mend what is listed above in the sheet and read it in again, or leave those rows out with --partly",
        )
        self.problems = problems


def plan_sheet(opened: OpenStudy, path: Path, when: str, coder: str = "") -> Plan:
    """Read a sheet that came back and say what is in it; nothing is written.

    Decisions are `coder`'s; where none is given, those of the authors that the sheet's comments name, else of whom the
    sheet left for. A file that is no sheet, and a sheet of another study, is refused; everything else is a problem.
    """
    returned = _open(path)
    imprint = returned.imprint
    first = open_desk(opened, coder or imprint.coder or ANYBODY, imprint.seen)
    texts, problems = _find_texts(first, imprint, path)
    renamed = find_renamed(first.decisions.get("", ()))
    words = list_code_words(first.coded.codebook, _name_former(imprint, renamed))
    back = _read(returned, texts, words)
    problems += back.problems
    by_coder, nobody = _share_out(back, coder, imprint.coder)
    problems += nobody
    parts: list[Part] = []
    deletions: list[Deletion] = []
    known = 0
    for who, edits in by_coder.items():
        desk = first if first.coder == who else open_desk(opened, who, imprint.seen)
        weighing = _Weighing(desk, imprint, renamed)
        choices, odd = _try_out(desk, weighing.weigh(edits), when)
        problems += (*weighing.problems, *odd)
        known += weighing.known
        deletions += [each for each in weighing.deletions if any(each.where == choice.where for choice in choices)]
        parts.append(Part(desk, choices, _count(choices)))
    problems = [replace(problem, where=f"{path.name}: {problem.where}") for problem in problems]
    return Plan(path, imprint, tuple(parts), tuple(deletions), tuple(problems), back.unchanged, known)


def record_plan(plan: Plan, when: str) -> tuple[Decision, ...]:
    """Put what a plan holds on the disk, before this returns."""
    return tuple(decision for part in plan.parts for decision in decide(part.desk, part.choices, when, "sheet"))


def _name_former(imprint: Imprint, renamed: tuple[Decision, ...]) -> dict[str, str]:
    """From the ids and labels that the sheet shows to what the codes are called now."""
    now = {id_: rename(id_, imprint.left, renamed) for id_, _ in imprint.codes}
    names = {f"{id_} {label}": now[id_] for id_, label in imprint.codes}
    return now | {label: now[id_] for id_, label in imprint.codes} | names


def _open(path: Path) -> BookBack | DocumentBack:
    ending = path.suffix.lower()
    try:
        if ending == ".xlsx":
            return read_book(path)
        if ending == ".docx":
            return open_document(path)
    except QualcodeError as error:
        raise QualcodeError(f"{path.name}: {error.what}", error.how) from None
    raise QualcodeError(
        f"{path.name} is no sheet: those end in .xlsx or .docx", "Save it in the format in which it left"
    )


def _read(returned: BookBack | DocumentBack, texts: Mapping[str, Transcript], words: CodeWords) -> Back:
    if isinstance(returned, DocumentBack):
        return read_document(returned, texts, words)
    return (read_grid if returned.imprint.kind == "grid" else read_codings)(returned, texts, words)


def _find_texts(desk: Desk, imprint: Imprint, path: Path) -> tuple[dict[str, Transcript], list[Problem]]:
    """The transcripts by the names under which they left; those that changed since are problems."""
    now = {sheet.transcript: sheet.text_sha256 for sheet in desk.coded.accounts}
    by_text = {sha: name for name, sha in now.items()}
    known = [name for name, sha in imprint.texts if name in now or sha in by_text]
    if not known:
        raise QualcodeError(
            f"{path.name} is a sheet of another study: “{imprint.title}”, {imprint.left[:10]}",
            "Name the study that it left from",
        )
    texts: dict[str, Transcript] = {}
    problems = []
    for name, sha in imprint.texts:
        present = name if now.get(name) == sha else by_text.get(sha, "")
        if not present:
            what = (
                f"{name} was changed since the sheet left ({imprint.left[:10]})" if name in now else f"{name} is gone"
            )
            how = "Put it back as it was, run `qualcode code`, read the sheet in, then change it: decisions move along"
            problems.append(Problem(name, what, how))
            continue
        try:
            texts[name] = open_transcript(desk, present)
        except QualcodeError as error:
            problems.append(Problem(name, error.what, error.how))
    return texts, problems


def _share_out(back: Back, named: str, left_for: str) -> tuple[dict[str, list[Edit]], list[Problem]]:
    """The edits by whom they are of. What names no author is the only author's, where there is just one."""
    authors = {edit.who for edit in back.edits if edit.who}
    otherwise = left_for or (next(iter(authors)) if len(authors) == 1 else "")
    by_coder: dict[str, list[Edit]] = {}
    for edit in back.edits:
        who = left_for if fold(edit.who) == fold(left_for) else edit.who  # Word's `Siti` is the sheet's `siti`
        by_coder.setdefault(named or who or otherwise, []).append(edit)
    without = by_coder.pop("", [])
    if not without:
        return by_coder, []
    how = "Add --coder with the name of whoever worked in it"
    return by_coder, [Problem(without[0].where, f"whose decisions are these ({len(without)} of them)?", how)]


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
    return {**{act: counts[act] for act in _STANCES if counts[act]}, **({"memo": memos} if memos else {})}


@dataclass(slots=True)
class _Weighing:
    """Turns one coder's edits into choices, and leaves out those that are on the disk already.

    An edit is known where the coder's last decision on the coding says the same, or the last one that came from a
    sheet since this one left: a sheet read twice records nothing twice, even if the coder decided otherwise since.
    """

    desk: Desk
    imprint: Imprint
    renamed: tuple[Decision, ...]
    problems: list[Problem] = field(default_factory=list)
    deletions: list[Deletion] = field(default_factory=list)
    known: int = 0
    by_id: dict[str, Coding] = field(default_factory=dict)
    by_place: dict[tuple[object, ...], Coding] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[tuple[str, str], Decision] = field(default_factory=dict)
    last_in_sheet: dict[tuple[str, str], Decision] = field(default_factory=dict)
    memos: set[tuple[str, str]] = field(default_factory=set)

    def weigh(self, edits: Iterable[Edit]) -> list[Choice]:
        self._look_around()
        choices: list[Choice] = []
        decided: dict[tuple[object, ...], Edit] = {}
        for edit in edits:
            choice = self._make_choice(edit)
            if choice is None:
                continue
            if edit.row and edit.act != "comment":
                key = (edit.row,)
                if key in decided:
                    what = f"the same coding is decided on twice (also {decided[key].where})"
                    self.problems.append(Problem(edit.where, what, "Keep one of the two"))
                    continue
                decided[key] = edit
            choice = self._drop_known(choice, edit)
            if choice is None:
                self.known += 1
                continue
            choices.append(choice)
            if edit.deleted and edit.row:
                quote = edit.row.span.of(open_transcript(self.desk, choice.transcript).text)
                self.deletions.append(Deletion(self.desk.coder, edit.where, edit.row.code, shorten(quote)))
        return choices

    def _look_around(self) -> None:
        for coding in list_codings(self.desk):
            self.by_id[coding.id] = coding
            place = (coding.transcript, coding.span, coding.code, coding.polarity, coding.modality, coding.coder)
            self.by_place.setdefault(place, coding)
        for decided in self.desk.decided.values():
            self.names |= decided.names
        now = {sheet.text_sha256: sheet.transcript for sheet in self.desk.coded.accounts}
        same = {sheet.transcript: sheet.text_sha256 for sheet in self.desk.coded.accounts}
        for name, sha in self.imprint.texts:
            self.texts[name, sha] = name if same.get(name) == sha else now.get(sha, name)
        for decision in self.desk.own:
            if decision.act in _STANCES and decision.tool == "sheet" and decision.when >= self.imprint.left:
                self.last_in_sheet[_key(decision)] = decision
            if decision.comment:
                self.memos.add((decision.on, decision.comment))
        for decision in drop_undone(self.desk.own):
            if decision.act in _STANCES:
                self.last[_key(decision)] = decision

    def _make_choice(self, edit: Edit) -> Choice | None:
        if edit.row is None:
            return self._make_new(edit, edit.transcript, edit.span, edit.code)
        left = edit.row
        name = self._present_name(left.transcript)
        coding = self.by_id.get(self.names.get(left.id, left.id)) or self._find_in_place(left, name)
        if coding is not None:
            span = edit.span if edit.span != coding.span else None
            code = edit.code
            return Choice(edit.act, coding.id, name, span, code, edit.polarity, comment=edit.comment, where=edit.where)
        if edit.act == "reject":
            what = f"nobody suggests {left.code} here any more: nothing to turn down"
            self.problems.append(Problem(edit.where, what, "", "note"))
            return None
        if edit.act == "comment":
            what = f"the coding {left.code}, on which the memo is, is no longer there"
            self.problems.append(Problem(edit.where, what, "Write it into a file of the study, and clear it here"))
            return None
        choice = self._make_new(
            edit,
            left.transcript,
            edit.span or left.span,
            edit.code or rename(left.code, self.imprint.left, self.renamed),
        )
        return replace(choice, polarity=edit.polarity or left.polarity, modality=left.modality)

    def _make_new(self, edit: Edit, transcript: str, span: Span | None, code: str) -> Choice:
        act = "code" if edit.row else edit.act
        name = self._present_name(transcript)
        return Choice(
            act, "", name, span, code, edit.polarity, label=edit.label, comment=edit.comment, where=edit.where
        )

    def _present_name(self, name: str) -> str:
        return self.texts[name, dict(self.imprint.texts)[name]]

    def _find_in_place(self, left: Left, name: str) -> Coding | None:
        """The coding that is the one that left, under a new id: its code or its transcript has another name now."""
        code = rename(left.code, self.imprint.left, self.renamed)
        return self.by_place.get((name, left.span, code, left.polarity, left.modality, left.coder))

    def _drop_known(self, choice: Choice, edit: Edit) -> Choice | None:
        """The choice, or what is new of it: a memo alone, or nothing."""
        ids = {choice.on, edit.row.id if edit.row else ""} - {""}
        if choice.act in ("code", "propose"):
            assert choice.span is not None  # noqa: S101  # a new coding has its words
            code = choice.code or name_proposal(choice.label)
            who = self.desk.coder
            ids = {
                make_coding_id(
                    choice.transcript, choice.span, code, choice.polarity or "supporting", choice.modality, who
                )
            }
        told = not choice.comment or any((each, choice.comment) in self.memos for each in ids)
        if choice.act == "comment":
            return None if told else choice
        keys = [(each, "") for each in ids] or [("", f"{choice.transcript}:{choice.span}")]
        found = [each for key in keys for table in (self.last, self.last_in_sheet) if (each := table.get(key))]
        if not any(_says_same(decision, choice) for decision in found):
            return choice
        if told or not (ids & self.by_id.keys()):
            return None
        return Choice("comment", next(iter(ids & self.by_id.keys())), comment=choice.comment, where=choice.where)


def _key(decision: Decision) -> tuple[str, str]:
    span = decision.passage.span if decision.passage else None
    return (decision.on, "" if decision.on else f"{decision.transcript}:{span}")


def _says_same(decision: Decision, choice: Choice) -> bool:
    if (decision.act == "accept" and choice.act == "code") or (decision.act == "code" and choice.act == "accept"):
        return True
    to_span = decision.to_passage.span if decision.to_passage else None
    changed = (decision.to_code, decision.to_polarity, to_span)
    wished = (
        (choice.code, choice.polarity, choice.span)
        if choice.act in ("recode", "move", "polarity")
        else ("", None, None)
    )
    return decision.act == choice.act and changed == wished
