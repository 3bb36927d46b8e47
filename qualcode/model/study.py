"""A study: settings, codebook, cases, what was read and what was coded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from qualcode.model.account import TranscriptAccount
from qualcode.model.case import Case
from qualcode.model.claim import Claim
from qualcode.model.codebook import Codebook, Words
from qualcode.model.coding import Coding
from qualcode.model.decision import Decision
from qualcode.model.guide import Guide
from qualcode.model.problem import Problem

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Settings:
    """study.yaml, with defaults for what it leaves out.

    `codebook` is a path inside the study or the name of a shipped one. `interviewers` are labels that mark
    interviewers; empty means: work it out. `notice` is printed on everything that is made from the study. `mode` is one
    of the codebook's modes, "" its first, and `mode_line` the line that says so. `roles` are those whom the study is
    about, interviewed or not.
    """

    title: str = ""
    languages: tuple[str, ...] = ("id", "en")
    codebook: str = "codebook.yaml"
    unit: Literal["sentence", "turn", "paragraph"] = "sentence"
    interviewers: tuple[str, ...] = ()
    synthetic: bool = False
    notice: Words = field(default_factory=Words)
    mode: str = ""
    mode_line: int = field(default=0, compare=False)
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that displays and tactics work from; texts are not kept, quotes are in the codings.

    `codings` are the current ones, sorted by transcript, start, end, code, coder. `accounts` are in the order of
    transcript names. `cases` are in the order of cases.csv, or one a respondent where there is none. `decisions` are
    all that people decided, their passages placed in the texts as they are now; `orphans` those whose passages are no
    longer found there, which count nowhere until a person places them. `former_ids` leads from ids that codings had
    before to the present ones, `roots` from ids to those first decided on. `heads` are the hashes of the last decisions
    by file. `problems` say what is odd about the decisions.
    """

    settings: Settings
    codebook: Codebook
    cases: tuple[Case, ...]
    accounts: tuple[TranscriptAccount, ...]
    codings: tuple[Coding, ...]
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    orphans: tuple[Decision, ...] = ()
    former_ids: dict[str, str] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    heads: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    guide: Guide = field(default_factory=Guide)
    _found: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find_once(self, what: object, find: Callable[[], Found]) -> Found:
        """What `find` gives, looked for when it is first asked for under the name `what`: a study never changes, and
        one report asks for the same many times. What is given is shared, so it must not be changed either."""
        if what not in self._found:
            self._found[what] = find()
        found: Found = self._found[what]
        return found

    @property
    def synthetic(self) -> bool:
        """Whether the study or any of its transcripts says that it is synthetic."""
        return self.settings.synthetic or any(account.synthetic for account in self.accounts)
