"""Projects in: what people coded in another program becomes decisions of theirs, each once.

Suggestions of the machine that went along come back as nobody's decision, and what is gone from the file was not turned
down by that: both are told, nothing is done.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from qualcode.errors import QualcodeError, UnreadableSource
from qualcode.evidence.applying import Memo
from qualcode.evidence.standing import find_renamed
from qualcode.evidence.wording import shorten
from qualcode.exchange.build import MACHINE, describe_case
from qualcode.exchange.contract import ORIGIN, Note, Project
from qualcode.exchange.notes import read_modality, read_new, sign_jotting
from qualcode.exchange.project_in import read_project
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.registry import find_parts
from qualcode.store.memos import read_memos, write_memo
from qualcode.store.names import list_plain_words, make_part_safe
from qualcode.workflow.choosing import PROPOSED, Choice
from qualcode.workflow.commands import suggest_coding
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import Desk, clean_name, open_desk
from qualcode.workflow.exchange.holding import Held, find_place, is_later, look_around, read_time
from qualcode.workflow.exchange.landing import Landed, Landing
from qualcode.workflow.exchange.meanings import find_meanings, list_used, walk
from qualcode.workflow.exchange.skeletons import Meanings
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.sending import ANYBODY

Exchanged = TypeVar("Exchanged")
_NEW = "new"  # in place of an id: the same coding stands twice in the file


@dataclass(frozen=True, slots=True)
class Part:
    """What one person coded there and is not on the disk here."""

    desk: Desk
    choices: tuple[Choice, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a project in would record. `memos` come with the codes they hang on.

    `known` counts codings that are here already, `machine` suggestions of the machine that went along; `remarks` say
    what is not brought and why, and what was done otherwise than it stands there.
    """

    parts: tuple[Part, ...]
    memos: tuple[tuple[Note, tuple[str, ...]], ...]
    known: int
    machine: int
    remarks: tuple[str, ...]


def open_project(path: Path) -> Project:
    """The project in a file; what is none is refused as in `open_exchanged`."""
    return open_exchanged(path, read_project)


def open_exchanged(path: Path, read: Callable[[bytes], Exchanged]) -> Exchanged:
    """What `read` makes of a file; one that is not what it should be, or may do harm, is refused under its name."""
    how = ""
    try:
        data = load(path)
        how = mark("Export it again from its program, by the REFI-QDA standard and without recordings")
        return read(data)
    except UnreadableSource as error:
        raise QualcodeError(mark("{name}: {what}", name=path.name, what=error.what), how or error.how) from None


def require_coders(project: Project, coder: str) -> None:
    """Refuse a project with codings that name nobody, unless somebody is named whose they are."""
    named = {user.guid for user in project.users if user.name.strip()}
    marks = (each for source in project.sources for each in source.marks)
    count = sum((each.user or project.user) not in named for each in marks)
    if count and not coder:
        raise QualcodeError(
            mark("Nobody is named in the file whose codings these are: {count}", count=count),
            mark("Add --coder with the name of whoever made them"),
        )


def plan_import(opened: OpenStudy, project: Project, coder: str = "", meanings: Meanings | None = None) -> Plan:
    """Say what taking a project into a coded study would record; nothing is written.

    `coder` is whose the codings are that name nobody. `meanings` are those of the project's codes where the codebook
    was made from them. A project none of whose texts is here is refused, and so is one with codings of nobody.
    """
    require_coders(project, coder)
    return _Planner(opened, project, coder, meanings).plan()


def record_import(opened: OpenStudy, plan: Plan, when: str) -> int:
    """Put it on the disk; gives the number of decisions."""
    count = 0
    for part in plan.parts:
        count += len(decide(part.desk, part.choices, when, "exchange"))
    for note, codes in plan.memos:
        day = str(made.date()) if (made := read_time(note.when)) else ""
        stem = make_part_safe("-".join(filter(None, (day, *list_plain_words(note.name)[:6]))) or "memo")
        fields: dict[str, str | list[str]] = {"title": note.name, "author": note.user, "date": day, "codes": [*codes]}
        write_memo(opened.place.memos, stem, {key: value for key, value in fields.items() if value}, f"{note.text}\n")
    return count


class _Planner:
    def __init__(self, opened: OpenStudy, project: Project, coder: str, meanings: Meanings | None) -> None:
        self.opened, self.project, self.coder = opened, project, self._name(coder)
        self.is_new = meanings is not None
        self.desk = open_desk(opened, ANYBODY)
        self.renamed = find_renamed(self.desk.decisions[""])
        self.jottings = frozenset(
            line.strip()
            for decisions in self.desk.decisions.values()
            for each in decisions
            for line in sign_jotting(Memo(each.who, each.when, each.comment))
        )
        codebook, used = self.desk.coded.codebook, list_used(project)
        known, self.unknown = find_meanings(project.codes, codebook, self.renamed, used)
        self.meanings = known | (meanings or {})
        self.suggested = {
            (each.transcript, each.span, each.code, each.polarity, each.modality) for each in self.desk.coded.codings
        }
        self.users = {user.guid: self._name(user.name) for user in project.users}
        self.landing = Landing(self.desk)
        self.left = self.landing.left
        self.known = self.machine = 0
        self.alone: dict[str, int] = {}

    def _name(self, name: str) -> str:
        name = clean_name(" ".join(name.split()))
        return f"{name} (imported)" if name in find_parts("coders") or name == ANYBODY else name

    def plan(self) -> Plan:
        by_coder: dict[str, list[Landed]] = {}
        found = 0
        for source in self.project.sources:
            transcript = self.landing.find_source(source)
            if transcript is None:
                self.left[mark("texts that are not in this study, with their codings")] += 1
                continue
            found += 1
            for landed in self.landing.land(source, transcript):
                if who := self._find_coder(landed):
                    by_coder.setdefault(who, []).append(landed)
        if not found:
            if self.landing.changed:
                raise QualcodeError(self._tell_changed(), suggest_coding(self.opened))
            raise QualcodeError(
                mark("None of the project's texts is in this study"),
                mark("Name the study that it left from, or a new folder to make a study of it"),
            )
        parts = tuple(self._plan_part(who, marks) for who, marks in sorted(by_coder.items()))
        parts = tuple(part for part in parts if part.choices)
        return Plan(parts, tuple(self._list_memos()), self.known, self.machine, tuple(self._tell()))

    def _find_coder(self, landed: Landed) -> str:
        """Whose coding it is; "" for the machine's."""
        coded = landed.mark
        who = self.users.get(coded.user or self.project.user, "") or self.coder
        if who.startswith(MACHINE):
            self.machine += 1
            if landed.is_first and read_new(coded.description, self.jottings):
                self.left[mark("notes on suggestions of the machine, which nobody signs")] += 1
            choice = self._choose(landed)
            if choice and not self.is_new and find_place(choice) not in self.suggested:
                self.left[mark("codings under the machine's name that it does not suggest here")] += 1
            return ""
        return who

    def _plan_part(self, who: str, marks: Sequence[Landed]) -> Part:
        desk = open_desk(self.opened, who)
        desk.texts |= self.desk.texts
        held = look_around(desk, self.renamed)
        here = {place for place in held.rows if place[0] in self.landing.taken}
        choices: list[Choice] = []
        for landed in marks:
            choice = self._choose(landed)
            if choice and (new := self._drop_known(choice, landed, held)):
                choices.append(new)
        if alone := len(here - held.met):
            self.alone[who] = alone
        counts: Counter[str] = Counter(choice.act for choice in choices)
        counts["memo"] = sum(1 for choice in choices if choice.comment)
        return Part(desk, tuple(choices), {act: count for act, count in counts.items() if count and act != "comment"})

    def _choose(self, landed: Landed) -> Choice | None:
        coded = landed.mark
        comment = read_new(coded.description, self.jottings) if landed.is_first else ""
        modality = read_modality(coded.description)
        if coded.code in self.meanings:
            code, polarity = self.meanings[coded.code]
            return Choice("code", "", landed.transcript, landed.span, code, polarity, modality, comment=comment)
        if coded.code in self.unknown:
            label, polarity = self.unknown[coded.code]
            code = ""
            if label.startswith(PROPOSED):
                code, _, label = label.partition(" ")
                label = label or code.removeprefix(PROPOSED)
            return Choice("propose", "", landed.transcript, landed.span, code, polarity, modality, label, comment)
        is_case = coded.code in {case.guid for case in self.project.cases}
        self.left[mark("passages given to cases") if is_case else mark("codings whose code is not in the file")] += 1
        return None

    def _drop_known(self, choice: Choice, landed: Landed, held: Held) -> Choice | None:
        """The choice, or what is new of it: a memo alone, or nothing."""
        place = find_place(choice)
        on = held.rows.get(place, "")
        held.met.add(place)
        is_repeated = on == _NEW
        if not on and (place not in held.decided or is_later(landed.mark.when, held.decided[place])):
            held.rows[place] = _NEW
            held.memos.add((place, choice.comment))
            return choice
        self.known += 1
        if not choice.comment or (place, choice.comment) in held.memos:
            return None
        held.memos.add((place, choice.comment))
        if not on:
            self.left[mark("notes on codings that their coders took back or changed here since")] += 1
            return None
        return choice if is_repeated else Choice("comment", on, comment=choice.comment)

    def _list_memos(self) -> Iterator[tuple[Note, tuple[str, ...]]]:
        """The memos whose words are not here yet, with their writers and the codes on which they hang."""
        memos, _ = read_memos(self.opened.place.memos)
        here = {(memo.title, memo.text) for memo in memos}
        codes: dict[str, list[str]] = {}
        for node in walk(self.project.codes):
            for guid in node.notes if node.guid in self.meanings else ():
                codes.setdefault(guid, []).append(self.meanings[node.guid][0])
        for note in self.project.notes:
            title = " ".join(note.name.split()) or shorten(note.text) or self.project.name
            if (words := (title, "\n".join(note.text.splitlines()))) not in here:
                here.add(words)
                user = self.users.get(note.user, "")
                yield replace(note, name=title, user=user), tuple(dict.fromkeys(codes.get(note.guid, ())))

    def _count_values(self) -> int:
        """How many values of variables the file has for cases that are not so here."""
        names = {each.guid: each.name for each in self.project.variables}
        here = {(case.id, name, value) for case in self.desk.coded.cases for name, value in describe_case(case).items()}
        there = {(case.name, names.get(guid, ""), value) for case in self.project.cases for guid, value in case.values}
        return len(there - here)

    def _tell_changed(self) -> str:
        return mark("{names}: gone or changed since it was coded", names=", ".join(self.landing.changed))

    def _tell(self) -> Iterator[str]:
        yield from self.project.remarks
        if self.is_new or self.project.origin != ORIGIN:
            self.left[mark("links")] += len(self.project.links)
            brought = self.meanings if self.is_new else {}
            self.left[mark("sets")] += sum(not brought.keys() & set(each.codes) for each in self.project.sets)
        if not self.is_new:
            self.left[mark("what variables say of cases; write it into cases.csv")] += self._count_values()
        for what, count in self.left.items():
            if count:
                yield mark("{what}: {count}", what=what, count=count)
        if self.landing.changed:
            how = suggest_coding(self.opened)
            yield mark("{what}: nothing of it is taken in. {how}", what=self._tell_changed(), how=how)
        for who, count in self.alone.items():
            yield mark("{who} has codings here that are not in the file; they stay: {count}", who=who, count=count)
        if self.landing.split:
            yield mark(
                "passages over several turns, each turn's words now a coding of their own: {count}",
                count=self.landing.split,
            )
