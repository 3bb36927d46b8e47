"""Codings of several coders laid over the same units."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualcode.agreement.contract import Ratings
from qualcode.evidence.selection import list_ids
from qualcode.model import Codebook, Coding, Polarity, Span


@dataclass(frozen=True, slots=True)
class FramedUnit:
    """A unit of a respondent's talk and whose it is ("" where no case names the speaker)."""

    transcript: str
    span: Span
    case: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One coder gave a unit one code: with which polarity (that of most of the covered text), by which codings."""

    polarity: Polarity
    coding_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitFrame:
    """Who gave which code to which unit.

    `units` are sorted by transcript and place. `readers` names, for each unit, the coders who read it: of theirs a unit
    without a mark is one that the coder left without the code; of others it says nothing. `marks` holds, for a coder
    and the id of a whole code, the marks by the number of the unit. `unplaced` are the codings that cover half of no
    unit.
    """

    units: tuple[FramedUnit, ...]
    readers: tuple[frozenset[str], ...]
    marks: Mapping[tuple[str, str], Mapping[int, Mark]]
    unplaced: tuple[Coding, ...]

    def mark(self, coder: str, code: str, unit: int) -> Mark | None:
        """What `coder` gave this unit of this code, if anything."""
        return self.marks.get((coder, code), {}).get(unit)

    def has_read(self, coder: str, unit: int) -> bool:
        """Whether `coder` read this unit."""
        return coder in self.readers[unit]


def lay_over(
    units: Iterable[FramedUnit],
    codings: Iterable[Coding],
    read: Mapping[str, frozenset[str]],
    codebook: Codebook,
    passages: Mapping[tuple[str, str], Sequence[Span]] | None = None,
) -> UnitFrame:
    """Lay the codings of all coders over the units. `read` names the transcripts that each coder read, `passages` what
    of them, by coder and transcript, where that is not all.

    A unit bears a coder's code if that coder's codings of it, sub-codes included, together cover at least half of the
    unit's characters. Codings of coders that `read` does not name, and of codes that the codebook lacks, are left out.
    """
    framed = tuple(sorted(units, key=lambda unit: (unit.transcript, unit.span)))
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(framed):
        numbers[unit.transcript].append(number)
    starts = {name: [framed[number].span.start for number in found] for name, found in numbers.items()}
    ends = {name: [framed[number].span.end for number in found] for name, found in numbers.items()}
    touching: dict[tuple[str, str, int], list[Coding]] = defaultdict(list)
    placed = [coding for coding in codings if coding.coder in read and codebook.find(coding.code)]
    for coding in placed:
        name = coding.transcript
        first = bisect_right(ends.get(name, []), coding.span.start)
        last = bisect_left(starts.get(name, []), coding.span.end)
        for number in numbers[name][first:last]:
            touching[coding.coder, codebook.name_whole(coding.code), number].append(coding)
    marks: dict[tuple[str, str], dict[int, Mark]] = defaultdict(dict)
    for (coder, code, number), found in touching.items():
        mark = _make_mark(framed[number].span, found)
        if mark:
            marks[coder, code][number] = mark
    used = {id_ for found in marks.values() for mark in found.values() for id_ in mark.coding_ids}
    readers = _find_readers(framed, read, passages or {})
    return UnitFrame(framed, readers, dict(marks), tuple(coding for coding in placed if coding.id not in used))


def _find_readers(
    units: Sequence[FramedUnit],
    read: Mapping[str, frozenset[str]],
    passages: Mapping[tuple[str, str], Sequence[Span]],
) -> tuple[frozenset[str], ...]:
    whole = {
        name: frozenset(coder for coder, names in read.items() if name in names and (coder, name) not in passages)
        for name in {unit.transcript for unit in units}
    }
    in_part: dict[str, list[tuple[str, Sequence[Span]]]] = defaultdict(list)
    for (coder, name), spans in passages.items():
        if coder in read:
            in_part[name].append((coder, spans))
    return tuple(
        whole[unit.transcript].union(
            coder for coder, spans in in_part[unit.transcript] if any(unit.span.overlaps(span) for span in spans)
        )
        if unit.transcript in in_part
        else whole[unit.transcript]
        for unit in units
    )


def find_compared(frame: UnitFrame, judged: str, against: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the units that `judged` and at least one of `against` read."""
    return tuple(
        number
        for number in range(len(frame.units))
        if frame.has_read(judged, number) and any(frame.has_read(coder, number) for coder in against)
    )


def rate(frame: UnitFrame, code: str, coders: Sequence[str], units: Sequence[int]) -> Ratings:
    """How many of these units got which row of values: 1 (bears the code) or 0 a coder, None where not read."""
    given = [frame.marks.get((coder, code), {}) for coder in coders]
    marked = {unit for found in given for unit in found}.intersection(units)
    blank = Counter(frame.readers[unit] for unit in units if unit not in marked)  # far the most
    rows: Counter[tuple[Hashable, ...]] = Counter()
    for readers, times in blank.items():
        rows[tuple(0 if coder in readers else None for coder in coders)] += times
    for unit in marked:
        read = (frame.has_read(coder, unit) for coder in coders)
        rows[tuple(int(unit in found) if known else None for found, known in zip(given, read, strict=True))] += 1
    return rows


def _make_mark(unit: Span, codings: Sequence[Coding]) -> Mark | None:
    """The mark that these codings of one code and coder leave on a unit; None if they cover less than half of it."""
    covered = 0
    done = unit.start
    shares: Counter[Polarity] = Counter()
    for coding in sorted(codings, key=lambda coding: (coding.span, coding.polarity)):
        start, end = max(unit.start, coding.span.start), min(unit.end, coding.span.end)
        shares[coding.polarity] += end - start
        covered += max(0, end - max(start, done))
        done = max(done, end)
    if 2 * covered < len(unit):
        return None
    return Mark(shares.most_common(1)[0][0], list_ids(codings))
