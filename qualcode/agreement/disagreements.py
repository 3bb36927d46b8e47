"""Unit by unit: what both sides coded, what one missed, what it alone coded."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.agreement.contract import Ratings
from qualcode.agreement.unit_frame import UnitFrame, find_compared

Fate = Literal["hit", "miss", "extra", "open"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one code on one unit: `judged` is one coder, `against` are those it is held against.

    hit: both sides gave it. miss: everyone else did, `judged` did not. extra: `judged` alone did. open: some of
    several others did and `judged` did not, so that it is neither right nor wrong. `parted` is true where some of the
    others gave it and some did not. `same_polarity` is true for a hit whose polarity any of the others gave too. The
    ids are those of the codings behind it, by side.
    """

    unit: int
    code: str
    fate: Fate
    parted: bool
    same_polarity: bool
    judged_ids: tuple[str, ...]
    against_ids: tuple[str, ...]


def judge(frame: UnitFrame, codes: Iterable[str], judged: str, against: Sequence[str]) -> Iterator[Judged]:
    """Every code on every unit that anyone gave it, code by code in the order of the text.

    Only units that `judged` and at least one of `against` read are looked at.
    """
    compared = find_compared(frame, judged, against)
    readers = {unit: [coder for coder in against if frame.has_read(coder, unit)] for unit in compared}
    for code in codes:
        for unit, others in readers.items():
            own = frame.mark(judged, code, unit)
            given = [mark for coder in others if (mark := frame.mark(coder, code, unit))]
            if own or given:
                yield Judged(
                    unit=unit,
                    code=code,
                    fate=_choose_fate(own is not None, len(given), len(others)),
                    parted=0 < len(given) < len(others),
                    same_polarity=own is not None and any(mark.polarity == own.polarity for mark in given),
                    judged_ids=own.coding_ids if own else (),
                    against_ids=tuple(id_ for mark in given for id_ in mark.coding_ids),
                )


def rate_fates(found: Iterable[Judged]) -> Ratings:
    """The fates as ratings of two coders, `judged` and the others as one; open units are left out."""
    row_of = {"hit": (1, 1), "extra": (1, 0), "miss": (0, 1)}
    return Counter[tuple[Hashable, ...]](row_of[each.fate] for each in found if each.fate != "open")


def _choose_fate(own: bool, given: int, others: int) -> Fate:
    if own:
        return "hit" if given else "extra"
    return "miss" if given == others else "open"
