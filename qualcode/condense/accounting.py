"""The count sheet of one transcript: words, units, and how much of them bears a code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualcode.model import Coding, Span, Transcript, TranscriptAccount, Turn, Unit


def account(
    transcript: Transcript, units: tuple[Unit, ...], codings: tuple[Coding, ...], asked: tuple[str, ...] | None = None
) -> TranscriptAccount:
    """Count a transcript. Words are what white space separates in the spans of turns, labels and times left out.

    `units` are the respondents' units. A unit is coded when a coding that is not rejected lies on it or on part of
    it; then all of its words are coded words. Codings of other transcripts must not be among `codings`. `asked` are the
    codes that were asked for.
    """
    respondents = [turn for turn in transcript.turns if turn.role == "respondent"]
    coded = find_coded([unit.span for unit in units], [c.span for c in codings if c.status != "rejected"])
    return TranscriptAccount(
        transcript=transcript.name,
        language=transcript.language,
        cases=tuple(dict.fromkeys(turn.case for turn in respondents if turn.case)),
        interviewers=tuple(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.role == "interviewer")),
        source_sha256=transcript.source_sha256,
        text_sha256=transcript.text_sha256,
        turns=len(transcript.turns),
        respondent_turns=len(respondents),
        words=_count_turns(transcript.turns, transcript.text),
        respondent_words=_count_turns(respondents, transcript.text),
        coded_words=_count_words(coded, transcript.text),
        units=len(units),
        coded_units=len(coded),
        notes=transcript.notes,
        synthetic=transcript.synthetic,
        asked=asked if any(turn.role == "interviewer" for turn in transcript.turns) else None,
    )


def recount(
    sheet: TranscriptAccount, units: Sequence[tuple[Span, int]], codings: Iterable[Coding]
) -> TranscriptAccount:
    """The count sheet with what is coded now that people have decided; `units` are those of respondents, each with its
    number of words."""
    words = dict(units)
    coded = find_coded(list(words), [coding.span for coding in codings if coding.status != "rejected"])
    return replace(sheet, coded_words=sum(words[unit] for unit in coded), coded_units=len(coded))


def _count_turns(turns: Iterable[Turn], text: str) -> int:
    return _count_words((turn.span for turn in turns), text)


def _count_words(spans: Iterable[Span], text: str) -> int:
    return sum(len(span.of(text).split()) for span in spans)


def find_coded(units: Sequence[Span], codings: Sequence[Span]) -> list[Span]:
    """The units that overlap a coding, in one walk along both."""
    coded = []
    waiting = sorted(codings, reverse=True)
    reach = 0  # how far the codings that begin before the unit's end go on
    for unit in sorted(units):
        while waiting and waiting[-1].start < unit.end:
            reach = max(reach, waiting.pop().end)
        if reach > unit.start:
            coded.append(unit)
    return coded
