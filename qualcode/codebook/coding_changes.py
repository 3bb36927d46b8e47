"""Which codings another state of a codebook would add, drop or change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from qualcode.codebook.diffing import rename
from qualcode.codebook.fact_words import name_facts
from qualcode.messages import Translate
from qualcode.model import Cell, Codebook, Coding, EntryRule, Heading, Matrix, Span

What = Literal["added", "dropped", "changed"]
_USUAL = ("actual", "first-hand", "unknown")  # said of no coding by itself


@dataclass(frozen=True, slots=True)
class CodingChange:
    """A code on one unit before and after; `was` is empty where it is added, `now` where it is dropped. Of a unit with
    support and contrary evidence both codings stand in one change."""

    code: str
    was: tuple[Coding, ...]
    now: tuple[Coding, ...]

    @property
    def what(self) -> What:
        """What happens to the code on this unit."""
        return "changed" if self.was and self.now else "dropped" if self.was else "added"


def compare_codings(
    old: Codebook, was: Iterable[Coding], new: Codebook, now: Iterable[Coding], renamed: Mapping[str, str]
) -> tuple[CodingChange, ...]:
    """The codings of one study by `old` and by `new`, set side by side unit by unit and code by code.

    A coding is changed where its sub-code, polarity, modality, directness or elicitation is; other cues for the same
    coding make no change. `renamed` maps ids of codes in `old` to what they are called in `new`. Sorted by
    transcript, place and code.
    """
    before, after = _file(old, was, renamed), _file(new, now, {})
    return tuple(
        CodingChange(place[2], before.get(place, ()), after.get(place, ()))
        for place in sorted({*before, *after})
        if _sum_up(before.get(place, ()), renamed) != _sum_up(after.get(place, ()), {})
    )


_Place = tuple[str, Span, str]


def _file(
    codebook: Codebook, codings: Iterable[Coding], renamed: Mapping[str, str]
) -> dict[_Place, tuple[Coding, ...]]:
    places: dict[_Place, list[Coding]] = defaultdict(list)
    for coding in codings:
        code = codebook.find(coding.code)
        own = code.id if code else coding.code
        places[coding.transcript, coding.span, renamed.get(own, own)].append(coding)
    return {place: tuple(found) for place, found in places.items()}


def _sum_up(codings: Iterable[Coding], renamed: Mapping[str, str]) -> set[tuple[str, ...]]:
    return {
        (rename(coding.code, renamed), coding.polarity, coding.modality, coding.directness, coding.elicited)
        for coding in codings
    }


def count_changes(new: Codebook, changes: Iterable[CodingChange], t: Translate) -> Matrix:
    """A row a code: how many codings it would gain, lose and keep in another shape."""
    counts: dict[str, Counter[str]] = {code.id: Counter() for code in new.codes}
    for change in changes:
        counts.setdefault(change.code, Counter())[change.what] += 1
    return Matrix(
        name="coding-counts",
        title=t("Codings that the change of the codebook touches, by code"),
        rows=tuple(Heading(code, code) for code in counts),
        columns=(
            Heading("added", t("added")),
            Heading("dropped", t("dropped")),
            Heading("changed", t("changed")),
        ),
        cells=tuple(
            tuple(Cell((str(count[what]),)) for what in ("added", "dropped", "changed")) for count in counts.values()
        ),
        entry_rules=(
            EntryRule(t("Counted"), t("units of respondents with the code, coded by machine; nothing is written")),
        ),
    )


def list_changes(changes: Iterable[CodingChange], t: Translate) -> Matrix:
    """A row a unit and code that would be coded otherwise, with its words."""
    found = tuple(changes)
    words = {"added": t("added"), "dropped": t("dropped"), "changed": t("changed")}

    def name(change: CodingChange) -> str:
        coding = (*change.now, *change.was)[0]
        place = t("turn {turn}").format(turn=coding.turn)
        return f"{coding.transcript}, {place}: {change.code}"

    def fill(change: CodingChange) -> tuple[Cell, ...]:
        lines = [f"− {_describe(coding, t)}" for coding in change.was]
        lines += (f"+ {_describe(coding, t)}" for coding in change.now)
        quote = (*change.now, *change.was)[0].quote
        return Cell((words[change.what],)), Cell(tuple(lines)), Cell((f"“{quote}”",))

    return Matrix(
        name="coding-changes",
        title=t("Codings that would be added, dropped or changed"),
        rows=tuple(Heading(str(number), name(change)) for number, change in enumerate(found, start=1)),
        columns=(
            Heading("change", t("Change")),
            Heading("codings", t("Codings")),
            Heading("quote", t("Quote")),
        ),
        cells=tuple(map(fill, found)),
        entry_rules=(
            EntryRule(t("Codings"), t("− as it was, + as it would be")),
            EntryRule(
                t("Changed"),
                t("sub-code, polarity, modality, directness or elicitation; other cues alone are no change"),
            ),
        ),
    )


def _describe(coding: Coding, t: Translate) -> str:
    """A coding in one line, without what goes without saying."""
    facts = (coding.polarity, coding.modality, coding.directness, coding.elicited)
    names = name_facts(t)
    return ", ".join((coding.code, *(names[fact] for fact in facts if fact not in _USUAL)))
