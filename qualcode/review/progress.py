"""How far a coder has come: by transcript and by code."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.evidence.selection import group_by_code, is_human
from qualcode.language.units import split_units
from qualcode.model import Coding
from qualcode.review.waiting import mark_done, waits
from qualcode.workflow.desk import Desk, list_codings, open_transcript


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total`, and how many codings people accepted or made (`human`)."""

    done: int
    total: int
    human: int


def count_by_transcript(desk: Desk) -> dict[str, Progress]:
    """How many of the codings in each transcript the coder has decided on; blind, how many units are coded or read."""
    names = (sheet.transcript for sheet in desk.coded.accounts)
    if desk.seen == "blind":
        return {name: _count_units(desk, name) for name in names}
    return {name: _count(desk, list_codings(desk, name)) for name in names}


def count_by_code(desk: Desk) -> dict[str, Progress]:
    """The same by whole code, in the order of the codebook; codes without any coding too."""
    by_code = group_by_code(list_codings(desk), desk.coded.codebook)
    return {code: _count(desk, found) for code, found in by_code.items()}


def _count(desk: Desk, codings: Iterable[Coding]) -> Progress:
    """What the coder made is neither done nor waiting, as long as nothing is to be decided on it."""
    found = tuple(codings)
    waiting = sum(waits(desk, coding) for coding in found)
    done = sum(coding.coder != desk.coder and not waits(desk, coding) for coding in found)
    return Progress(done, done + waiting, sum(is_human(coding) for coding in found))


def _count_units(desk: Desk, name: str) -> Progress:
    sheet = next(sheet for sheet in desk.coded.accounts if sheet.transcript == name)
    if not desk.decisions.get(name):
        return Progress(0, sheet.units, 0)  # nobody need open the file
    transcript = open_transcript(desk, name)
    marks = mark_done(desk, name, len(transcript.text))
    units = split_units(transcript, desk.opened.settings.unit)
    done = sum(1 in marks[unit.span.start : unit.span.end] for unit in units)
    return Progress(done, len(units), sum(is_human(coding) for coding in list_codings(desk, name)))
