"""Respondents' units with who says them, coded or not, and the passages that no coding lies on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from qualcode.condense.accounting import find_coded
from qualcode.condense.contract import Material
from qualcode.condense.coverage import list_standing
from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Span, Transcript, TranscriptAccount, Turn


@dataclass(frozen=True, slots=True)
class SaidUnit:
    """A respondent's unit: where it stands, its number of words, its turn, and whether a coding lies on it."""

    span: Span
    words: int
    turn: Turn
    coded: bool


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript with its respondents' units, in the order of the text."""

    sheet: TranscriptAccount
    transcript: Transcript
    units: tuple[SaidUnit, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Neighbouring units of one turn on which no coding lies."""

    transcript: Transcript
    turn: Turn
    span: Span
    words: int


def read_interviews(material: Material) -> Iterator[Interview]:
    """Every coded transcript with its units, one at a time.

    A transcript that was edited since it was coded, or coded by a version that kept no units, is refused.
    """
    by_transcript = {
        name: [coding.span for coding in own]
        for name, own in groupby(list_standing(material.study), key=lambda coding: coding.transcript)
    }
    for sheet in material.study.accounts:
        transcript = material.read(sheet.transcript)
        sizes = dict(material.read_units(sheet.transcript))
        if transcript.text_sha256 != sheet.text_sha256 or (sheet.units and not sizes):
            raise QualcodeError(
                mark("{transcript} has changed since it was coded", transcript=sheet.transcript),
                mark("Run `qualcode code` again"),
            )
        coded = set(find_coded(list(sizes), by_transcript.get(sheet.transcript, [])))
        yield Interview(sheet, transcript, tuple(_add_turns(transcript, sizes, coded)))


def _add_turns(transcript: Transcript, sizes: dict[Span, int], coded: set[Span]) -> Iterator[SaidUnit]:
    turns = iter(transcript.turns)
    turn = next(turns, None)
    for span, words in sorted(sizes.items()):
        while turn and turn.span.end < span.end:
            turn = next(turns, None)
        if turn:
            yield SaidUnit(span, words, turn, span in coded)


def find_left_out(interview: Interview) -> Iterator[LeftOut]:
    """The passages of an interview that no coding lies on, in the order of the text."""
    for (_, coded), run in groupby(interview.units, key=lambda unit: (unit.turn.number, unit.coded)):
        if not coded:
            units = list(run)
            span = Span(units[0].span.start, units[-1].span.end)
            yield LeftOut(interview.transcript, units[0].turn, span, sum(unit.words for unit in units))
