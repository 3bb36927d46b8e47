"""What people did in a sheet, weighed against what is on the disk already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from qualcode.evidence.standing import drop_undone, rename
from qualcode.evidence.wording import shorten
from qualcode.messages import mark
from qualcode.model import Act, Coding, Decision, Problem, Span, Transcript, make_coding_id
from qualcode.sheets.contract import Edit, Imprint, Left
from qualcode.workflow.choosing import Choice, name_proposal
from qualcode.workflow.desk import Desk, list_codings

STANCES: tuple[Act, ...] = ("accept", "reject", "recode", "move", "polarity", "code", "propose", "nothing")


@dataclass(frozen=True, slots=True)
class Deletion:
    """A comment that is gone from a document, which turns its coding down: who, where it stood, code and words."""

    who: str
    where: str
    code: str
    quote: str


@dataclass(slots=True)
class Weighing:
    """Turns one coder's edits into choices, and leaves out those that are on the disk already.

    An edit is known where the coder's last decision on the coding says the same, or the last one that came from a
    sheet since this one left: a sheet read twice records nothing twice, even if the coder decided otherwise since in
    the review page or the terminal. Which sheet it came from is not kept: of two sheets that disagree, the one that is
    read in last counts.
    """

    desk: Desk
    imprint: Imprint
    renamed: tuple[Decision, ...]
    texts: Mapping[str, Transcript]
    problems: list[Problem] = field(default_factory=list)
    deletions: list[Deletion] = field(default_factory=list)
    known: int = 0
    by_id: dict[str, Coding] = field(default_factory=dict)
    by_place: dict[tuple[object, ...], Coding] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    last: dict[tuple[str, str], Decision] = field(default_factory=dict)
    last_in_sheet: dict[tuple[str, str], Decision] = field(default_factory=dict)
    memos: set[tuple[tuple[str, str], str]] = field(default_factory=set)

    def weigh(self, edits: Iterable[Edit]) -> list[Choice]:
        """The choices that are new, in the order of the edits; problems, deletions and what is known are kept aside."""
        self._look_around()
        choices: list[tuple[object, Choice]] = []
        decided: dict[object, Edit] = {}
        clashing: set[object] = set()
        for edit in edits:
            choice = self._make_choice(edit)
            if choice is None:
                continue
            what = edit.row or (choice.transcript, choice.span, choice.code, choice.label, choice.polarity)
            first = decided.setdefault(what, edit) if edit.act != "comment" else edit
            if first is not edit and edit.row and not _is_alike(first, edit):
                clashing.add(what)
                said = mark("the same coding is decided on twice (also {where})", where=first.where)
                self.problems.append(Problem(edit.where, said, mark("Keep one of the two")))
                continue
            choice = self._drop_known(choice, edit, is_repeated=first is not edit)
            if choice is None:
                continue
            choices.append((what, choice))
            if edit.deleted and edit.row:
                quote = edit.row.span.of(self.texts[edit.row.transcript].text)
                self.deletions.append(Deletion(self.desk.coder, edit.where, edit.row.code, shorten(quote)))
        return [choice for what, choice in choices if what not in clashing]

    def _look_around(self) -> None:
        for coding in list_codings(self.desk):
            self.by_id[coding.id] = coding
            place = (coding.transcript, coding.span, coding.code, coding.polarity, coding.modality, coding.coder)
            self.by_place.setdefault(place, coding)
        for decided in self.desk.decided.values():
            self.names |= decided.names
        for decision in self.desk.own:
            if decision.act in STANCES and decision.tool in ("sheet", "audit") and decision.when >= self.imprint.left:
                self.last_in_sheet[_key(decision)] = decision
            if decision.comment:
                self.memos.add((_key(decision), decision.comment))
        for decision in drop_undone(self.desk.own):
            if decision.act in STANCES:
                self.last[_key(decision)] = decision

    def _make_choice(self, edit: Edit) -> Choice | None:
        if edit.row is None:
            return self._make_new(edit, edit.transcript, edit.span, edit.code)
        left = edit.row
        name = self.texts[left.transcript].name
        coding = self.by_id.get(self.names.get(left.id, left.id)) or self._find_in_place(left, name)
        if coding is not None:
            span = edit.span if edit.span != coding.span else None
            code = edit.code
            return Choice(edit.act, coding.id, name, span, code, edit.polarity, comment=edit.comment, where=edit.where)
        if edit.act == "reject":
            what = mark("nobody suggests {code} here any more: nothing to turn down", code=left.code)
            self.problems.append(Problem(edit.where, what, "", "note"))
        if edit.act in ("reject", "comment"):
            if edit.comment and ((left.id, ""), edit.comment) not in self.memos:
                self._miss(edit, left.code)
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
        name = self.texts[transcript].name
        return Choice(
            act, "", name, span, code, edit.polarity, label=edit.label, comment=edit.comment, where=edit.where
        )

    def _find_in_place(self, left: Left, name: str) -> Coding | None:
        """The coding that is the one that left, under a new id: its code or its transcript has another name now."""
        code = rename(left.code, self.imprint.left, self.renamed)
        return self.by_place.get((name, left.span, code, left.polarity, left.modality, left.coder))

    def _drop_known(self, choice: Choice, edit: Edit, *, is_repeated: bool) -> Choice | None:
        """The choice, or what is new of it: a memo alone, or nothing, which is counted or told.

        A memo that has no coding to be on comes with its choice once more.
        """
        keys = self._find_keys(choice, edit)
        homes = [*keys, *((self.names[on], "") for on, _ in keys if on in self.names)]
        told = not choice.comment or any((key, choice.comment) in self.memos for key in homes)
        found = [each for key in keys for table in (self.last, self.last_in_sheet) if (each := table.get(key))]
        is_known = choice.act == "comment" or is_repeated or any(_says_same(decision, choice) for decision in found)
        if is_known and told:
            self.known += 1
            return None
        self.memos |= {(key, choice.comment) for key in keys}
        if not is_known or choice.act in ("comment", "nothing"):
            return choice
        present = [self.names.get(on, on) for on, _ in keys if self.names.get(on, on) in self.by_id]
        if present:
            return Choice("comment", present[0], comment=choice.comment, where=choice.where)
        if is_repeated:
            return choice  # the coding is new in this very sheet
        self._miss(edit, choice.code or choice.label)
        return None

    def _find_keys(self, choice: Choice, edit: Edit) -> list[tuple[str, str]]:
        """Under what earlier decisions on the same are found."""
        ids = {choice.on, edit.row.id if edit.row else ""} - {""}
        if choice.act in ("code", "propose"):
            assert choice.span is not None  # noqa: S101  # a new coding has its words
            code, who = choice.code or name_proposal(choice.label), self.desk.coder
            polarity = choice.polarity or "supporting"
            ids = {make_coding_id(choice.transcript, choice.span, code, polarity, choice.modality, who)}
        return [(each, "") for each in sorted(ids)] or [("", f"{choice.transcript}:{choice.span}")]

    def _miss(self, edit: Edit, code: str) -> None:
        what = mark("the coding {code}, on which the memo is, is no longer there", code=code)
        self.problems.append(Problem(edit.where, what, mark("Write it into a file of the study, and clear it here")))


def _key(decision: Decision) -> tuple[str, str]:
    span = decision.passage.span if decision.passage else None
    return (decision.on, "" if decision.on else f"{decision.transcript}:{span}")


def _is_alike(one: Edit, other: Edit) -> bool:
    """Whether two edits of one row come to the same, as where a comment is answered and resolved."""
    return (one.act, one.code, one.span, one.polarity) == (other.act, other.code, other.span, other.polarity)


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
