"""What aids work from: the codings that count, sorted once, and what other rooms hand over through the workflow."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeVar

from qualcode.evidence.links import Link, link_counted
from qualcode.evidence.narrowing import Condition
from qualcode.evidence.selection import Selection, group_by_code, select
from qualcode.evidence.wording import find_interviewed
from qualcode.messages import Translate
from qualcode.model import Case, Coding, Matrix, Span, Study

AssertionKind = Literal["claim", "pattern"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Said:
    """A respondent's unit, coded or not, in the order of the interviews: its words, who says them and where."""

    transcript: str
    language: str
    turn: int
    case: str
    speaker: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim or a pattern code with the codings for it and against it, the memos that speak of it, and how many rival
    explanations are named. `relation` is what leads to what, where it says so; `is_checkable` is False where interviews
    cannot answer."""

    id: str
    kind: AssertionKind
    text: str
    supporting: tuple[Coding, ...]
    contrary: tuple[Coding, ...]
    memos: tuple[str, ...] = ()
    rivals: int = 0
    relation: tuple[str, str] | None = None
    is_checkable: bool = True


@dataclass(frozen=True, slots=True)
class Handed:
    """What the workflow hands over from other rooms: assertions, condensations by name, and what respondents said, all
    of them only where an aid asks. `where` is what the study was narrowed to, `by` the field of cases.csv that groups
    are made by ("" leaves the choice to the aid), `most` how many lines a list shows, 0 all of them. `whole` gives the
    material as it is without these three, None where that is this one."""

    list_assertions: Callable[[], tuple[Assertion, ...]] = tuple
    condense: Callable[[str], tuple[Matrix, ...]] = lambda _name: ()
    read_said: Callable[[], Iterable[Said]] = tuple
    where: tuple[Condition, ...] = ()
    by: str = ""
    most: int = 40
    whole: Callable[[], "Material"] | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """A study sorted for aids; results are written with `t`, in `language`.

    `informants` are the cases that speak in an interview, in the order of cases.csv. `by_code` are the codings that
    count by whole code, in the order of the codebook, silent codes too. `list_links` finds the links among them, once.
    """

    study: Study
    t: Translate
    language: str
    handed: Handed
    selection: Selection
    informants: tuple[Case, ...]
    by_code: dict[str, tuple[Coding, ...]]
    list_links: Callable[[], tuple[Link, ...]]

    @property
    def counted(self) -> tuple[Coding, ...]:
        """The codings that count."""
        return self.selection.counted

    def group_proposed(self) -> dict[str, list[Coding]]:
        """The codings with codes that people proposed and the codebook has not, by these."""
        found: dict[str, list[Coding]] = {}
        for coding in self.selection.unknown:
            found.setdefault(coding.code, []).append(coding)
        return found

    def find_code(self, coding: Coding) -> str:
        """The id of the whole code that a coding counts for."""
        return self.study.codebook.name_whole(coding.code)

    def find_cases(self, codings: Iterable[Coding]) -> tuple[Case, ...]:
        """The informants behind codings, in the order of cases.csv."""
        who = {coding.case for coding in codings}
        return tuple(case for case in self.informants if case.id in who)

    def cut(self, items: Sequence[Item]) -> Sequence[Item]:
        """As many of the items as a list shows."""
        return items[: self.handed.most] if self.handed.most else items


def gather(study: Study, t: Translate, language: str, handed: Handed) -> Material:
    """Sort a study's codings for aids."""
    selection = select(study)
    interviewed = find_interviewed(study)
    return Material(
        study,
        t,
        language,
        handed,
        selection,
        tuple(case for case in study.cases if case.id in interviewed),
        group_by_code(selection.counted, study.codebook),
        partial(link_counted, study),
    )
