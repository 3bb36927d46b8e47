"""Aids put to studies of a few lines, and the cells of their tables by keys."""

from collections.abc import Iterable
from typing import Any

from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.material import Handed, Material, Said, gather
from qualcode.model import Cell, Coding, Matrix, Transcript
from tests.factories import CASES, code_words, make_study, make_transcript, split_sentences

FOUR = ("INF-01", "INF-02", "INF-03", "INF-04")


def talk(case: str, *lines: str, **changes: Any) -> Transcript:
    """The interview of an informant, named after the case: `INF-01` speaks in a.txt."""
    return make_transcript(f"{'abcd'[FOUR.index(case)]}.txt", *lines, case=case, **changes)


def code(transcript: Transcript, *pairs: tuple[str, str], **changes: Any) -> list[Coding]:
    """A coding for each pair of words and code; a `-` before the code makes it contrary."""
    return [
        code_words(transcript, words, own.lstrip("-"), "contrary" if own.startswith("-") else "supporting", **changes)
        for words, own in pairs
    ]


def gather_material(
    transcripts: Iterable[Transcript], codings: Iterable[Coding] = (), cases=CASES, handed: dict[str, Any] | None = None
) -> Material:
    talks = tuple(transcripts)
    study = make_study(talks, codings, cases)
    values: dict[str, Any] = {"read_said": lambda: tuple(_say(talks))} | (handed or {})
    return gather(study, str, "en", Handed(**values))


def put(aid: Aid, transcripts: Iterable[Transcript], codings: Iterable[Coding] = (), **changes: Any) -> LaidOut:
    return aid.lay_out(gather_material(transcripts, codings, **changes))


def read_cells(table: Matrix) -> dict[tuple[str, str], Cell]:
    return {
        (row.key, column.key): cell
        for row, cells in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, cells, strict=True)
    }


def read_lines(table: Matrix, column: str) -> dict[str, tuple[str, ...]]:
    """The lines of one column by the keys of the rows."""
    return {row: cell.lines for (row, own), cell in read_cells(table).items() if own == column}


def _say(talks: Iterable[Transcript]) -> Iterable[Said]:
    for each in talks:
        turns = {turn.number: turn for turn in each.turns}
        for unit in split_sentences(each):
            turn = turns[unit.turn]
            text = unit.span.of(each.text)
            yield Said(each.name, each.language, unit.turn, turn.case, turn.speaker, unit.span, text)
