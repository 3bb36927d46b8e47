"""What waits for a coder: codings to decide on, and where nothing is shown, units to read."""

from qualcode.language.units import split_units
from qualcode.model import Coding, Unit
from qualcode.review.queue import Queue, Which, line_up, shuffle_key
from qualcode.workflow.choosing import PROPOSED
from qualcode.workflow.desk import Desk, list_codings, list_read, open_transcript


def waits(desk: Desk, coding: Coding, which: Which = "open") -> bool:
    """Whether a coding waits for this coder.

    Open are those on which the coder has not decided, whatever others did, and the coder's own whose code the codebook
    has no more because it was split.
    """
    if which != "open":
        return bool(coding.disputed_by) if which == "disputed" else True
    if desk.coder in (*coding.decided_by, *coding.disputed_by):
        is_gone = desk.coded.codebook.find(coding.code) is None and not coding.code.startswith(PROPOSED)
        return is_gone and coding.status != "rejected"
    return True


def list_waiting(desk: Desk, queue: Queue, after: str = "") -> tuple[Coding, ...]:
    """The codings of a queue that wait for this coder; only those behind the one whose id is `after`."""
    lined_up = line_up(list_codings(desk), queue, desk.coded.codebook, desk.coded.cases)
    begin = next((place + 1 for place, coding in enumerate(lined_up) if coding.id == after), 0)
    return tuple(coding for coding in lined_up[begin:] if waits(desk, coding, queue.which))


def list_unread(desk: Desk, queue: Queue, after: str = "") -> tuple[tuple[str, Unit], ...]:
    """The respondents' units that this coder has neither coded nor read, in the order of interviews or at random, each
    with its transcript; only those behind the one that `name_unit` calls `after`."""
    units: list[tuple[str, Unit, bool]] = []
    for sheet in desk.coded.accounts:
        if queue.transcript in ("", sheet.transcript) and (not queue.case or queue.case in sheet.cases):
            transcript = open_transcript(desk, sheet.transcript)
            cases = {turn.number: turn.case for turn in transcript.turns}
            done = mark_done(desk, sheet.transcript, len(transcript.text))
            units += [
                (sheet.transcript, unit, 1 in done[unit.span.start : unit.span.end])
                for unit in split_units(transcript, desk.opened.settings.unit)
                if queue.case in ("", cases[unit.turn])
            ]
    if queue.order == "random":
        units.sort(key=lambda each: shuffle_key(queue.seed, name_unit(each[0], each[1])))
    begin = next((place + 1 for place, (name, unit, _) in enumerate(units) if name_unit(name, unit) == after), 0)
    return tuple((name, unit) for name, unit, is_done in units[begin:] if not is_done)


def name_unit(transcript: str, unit: Unit) -> str:
    """What a unit is called in a queue."""
    return f"{transcript}:{unit.span.start}"


def mark_done(desk: Desk, transcript: str, length: int) -> bytearray:
    """A byte a code point of the text: 1 where a coding stands or where the coder read and gave no code."""
    marks = bytearray(length)
    coded = [coding.span for coding in list_codings(desk, transcript) if coding.status != "rejected"]
    for span in (*coded, *list_read(desk, transcript)):
        marks[span.start : span.end] = b"\1" * len(span)
    return marks
