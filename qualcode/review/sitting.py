"""One person's work at the page: a desk, and what its browser windows know of it.

All windows work on one desk, one at a time. Each tells what it saw when it decides; what another window, another
program or another person has changed since is a conflict, and then nothing is written.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import Any

from qualcode.errors import QualcodeError
from qualcode.evidence.applying import Memo
from qualcode.messages import mark
from qualcode.model import Coding, Decision, DrawnLink, make_coding_id
from qualcode.review.rows import hash_state, write_rows
from qualcode.store.decisions import list_files, path_of
from qualcode.workflow.choosing import Choice
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import Desk, find_coding, list_codings, list_links, list_memos, list_read, refresh
from qualcode.workflow.linking import draw_link, take_link_away

_Seen = dict[str, tuple[Coding, tuple[Memo, ...], tuple[DrawnLink, ...]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice as a window asks for it; `state` is the state in which it showed the coding, "" for a new one."""

    choice: Choice
    state: str = ""


@dataclass(frozen=True, slots=True)
class AskedLink:
    """A link from one coding to another (ids), and why, as a window asks for it: to be drawn, or taken away."""

    cause: str
    effect: str
    why: str
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What a window knows: changes up to `version` of the sitting `epoch`, and the transcripts that it shows."""

    epoch: str
    version: int
    transcripts: tuple[str, ...]


@dataclass(slots=True)
class Sitting:
    """A desk with its windows. `clock` gives the time as ISO 8601 in UTC; `decided` is what was decided so far."""

    desk: Desk
    clock: Callable[[], str]
    epoch: str = field(default_factory=lambda: token_hex(6))
    lock: Lock = field(default_factory=Lock)
    changed: list[str] = field(default_factory=list)
    shown: dict[str, _Seen] = field(default_factory=dict)
    files: dict[Path, tuple[int, int]] = field(default_factory=dict)
    decided: list[Decision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files = self._look_at_files()
        for sheet in self.desk.coded.accounts:
            self.shown[sheet.transcript] = self._show(sheet.transcript)

    @property
    def version(self) -> int:
        """How many changes there were since the sitting began."""
        return len(self.changed)

    def decide(self, asked: Sequence[Asked], known: Known) -> dict[str, Any]:
        """Put choices on the disk; gives when, what to show next, and everything that changed.

        Where a coding is no longer as the window showed it, nothing is written and `conflict` names it.
        """
        with self.lock:
            self._catch_up()
            conflict = [each.choice.on for each in asked if each.state and not self._is_as_shown(each)]
            if conflict:
                return {"conflict": conflict} | self._tell(known, conflict)
            decisions = self._decide([each.choice for each in asked])
            touched = [id_ for decision in decisions for id_ in self._find_touched(decision)]
            return {
                "saved": decisions[-1].when,
                "decisions": [decision.hash for decision in decisions],
                "at": touched[-1] if touched else "",
            } | self._tell(known, touched)

    def link(self, asked: AskedLink, known: Known) -> dict[str, Any]:
        """Put a link, or that it is taken away, on the disk; gives when, and everything that changed. Whoever codes
        blind draws none; others are refused as by `qualcode link`."""
        if self.desk.seen == "blind":
            raise QualcodeError(mark("Whoever codes blind draws no links"), mark("Open the page without --blind"))
        with self.lock:
            when = self.clock()
            ends = (self.desk.opened, self.desk.coder, asked.cause, asked.effect, when)
            if asked.drawn:
                draw_link(*ends, asked.why, "review")
            else:
                take_link_away(*ends, "review")
            self._catch_up()
            self.decided += [each for each in self.desk.own if each.act == "link" and each.when == when]
            return {"saved": when} | self._tell(known)

    def tell(self, known: Known) -> dict[str, Any]:
        """Everything that changed since the window last heard."""
        with self.lock:
            self._catch_up()
            return self._tell(known)

    def read(self, work: Callable[[Desk], dict[str, Any]]) -> dict[str, Any]:
        """What `work` reads at the desk, with `epoch` and `version`, while nobody decides."""
        with self.lock:
            self._catch_up()
            return work(self.desk) | {"epoch": self.epoch, "version": self.version}

    def _decide(self, choices: list[Choice]) -> tuple[Decision, ...]:
        decisions = decide(self.desk, choices, self.clock(), "review")
        self.decided += decisions
        folder = self.desk.opened.place.decisions
        for path in dict.fromkeys(path_of(folder, each.who, each.transcript) for each in decisions):
            self.files[path] = _measure(path)
        names = dict.fromkeys(decision.transcript for decision in decisions)
        known = {decision.hash for name in names for decision in self.desk.decisions[name]}
        if any(parent not in known for decision in decisions for parent in decision.parents):
            self.files = {}  # another program decides for the same coder: read its decisions too
            self._catch_up()
        for name in names:
            self._note_changes(name)
        return decisions

    def _catch_up(self) -> None:
        """Read the decisions again if other programs have written any."""
        files = self._look_at_files()
        if files != self.files:
            refresh(self.desk)
            self.files = files
            for name in self.shown:
                self._note_changes(name)

    def _look_at_files(self) -> dict[Path, tuple[int, int]]:
        folder = self.desk.opened.place.decisions
        return {path: _measure(path) for path in list_files(folder)} if folder.is_dir() else {}

    def _note_changes(self, name: str) -> None:
        before, now = self.shown[name], self._show(name)
        self.shown[name] = now
        self.changed += (id_ for id_ in before if id_ not in now)
        self.changed += (id_ for id_, seen in now.items() if before.get(id_) != seen)

    def _show(self, name: str) -> _Seen:
        return {
            coding.id: (coding, list_memos(self.desk, coding.id), list_links(self.desk, coding.id))
            for coding in list_codings(self.desk, name)
        }

    def _is_as_shown(self, asked: Asked) -> bool:
        coding = find_coding(self.desk, asked.choice.on)
        return coding is not None and coding.id == asked.choice.on and hash_state(coding) == asked.state

    def _tell(self, known: Known, more: Iterable[str] = ()) -> dict[str, Any]:
        """Changed codings of the window's transcripts; a window of an earlier sitting is told to begin anew."""
        told: dict[str, Any] = {"epoch": self.epoch, "version": self.version}
        if known.epoch != self.epoch:
            return told | {"anew": True}
        ids = dict.fromkeys((*self.changed[known.version :], *more))
        transcripts = [name for name in known.transcripts if name in self.shown]
        present = [self.shown[name][id_][0] for name in transcripts for id_ in ids if id_ in self.shown[name]]
        return told | {
            "rows": write_rows(self.desk, present),
            "gone": [id_ for id_ in ids if not any(id_ in seen for seen in self.shown.values())],
            "read": {name: [[span.start, span.end] for span in list_read(self.desk, name)] for name in transcripts},
        }

    def _find_touched(self, decision: Decision) -> list[str]:
        """The codings that a decision is about, the one to look at last."""
        if decision.act == "undo":
            undone = next((each for each in self.desk.own if each.hash == decision.on), None)
            return self._find_touched(undone)[:1] if undone else []
        if decision.act in ("recode", "move", "polarity") and decision.passage:
            span = (decision.to_passage or decision.passage).span
            code, polarity = decision.to_code or decision.code, decision.to_polarity or decision.polarity
            made = make_coding_id(decision.transcript, span, code, polarity, decision.modality, decision.who)
            return [decision.on, made]
        return [decision.on] if decision.on else []


def _measure(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except FileNotFoundError:  # a sync tool has put another in its place, or is about to
        return 0, 0
    return stat.st_size, stat.st_mtime_ns
