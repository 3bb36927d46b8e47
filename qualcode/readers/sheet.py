"""Rows of a CSV file or an Excel sheet into interviews: a row a turn, a row a transcript, or a row a respondent."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qualcode.formats.results import refuse_result_table
from qualcode.messages import join, mark
from qualcode.readers.columns import (
    Columns,
    drop_header,
    find_respondent,
    find_speaker,
    infer_pair,
    infer_talk,
    read_header,
    read_language,
    weave,
)
from qualcode.readers.contract import Draft, Passage
from qualcode.readers.document import read_rows
from qualcode.readers.kept_tables import refuse_kept_table
from qualcode.readers.talk.counting import drop_counting
from qualcode.readers.talk.labels import has_label, is_head_key
from qualcode.readers.talk.vocabulary import words_in

_HEADER_SEARCH = 10  # exports put a title, a date and blank rows above the header
_ANSWER_LENGTH = 40  # mean characters from which a column is answers in free text
_LONGEST_LENGTH = 15  # the longest column counts as answers from here
_FILLED = 0.5  # an answer column is filled in at least this share of rows
_MANY_VOICES = 6  # more people than this who speak once each have each filled in a form
# A researcher's own columns beside the answers.
_ABOUT_ANSWERS = words_in(
    """code codes kode theme themes tema tag tags note notes catatan memo memos instruction instructions
    instruksi category categories kategori keterangan url link"""
)

Rows = Sequence[Sequence[str]]


def draft_rows(rows: Rows) -> tuple[Draft, ...]:
    """The interviews in a sheet, without suffixes; () where no column of words is found.

    With a column of speakers or times, or where most cells begin with a label, a row is a turn; a column that names
    the interview divides the turns. Cells that hold whole transcripts are an interview each. Otherwise the sheet is a
    survey, a row a respondent, and the columns of free text are what the respondent says. A table of codings or
    codes, which people keep beside their transcripts, is refused, and so is a table that qualcode wrote.
    """
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    refuse_result_table(filled)
    refuse_kept_table(filled)
    width = max((sum(map(bool, row)) for row in filled), default=0)
    for number, header in enumerate(filled[:_HEADER_SEARCH]):
        columns = read_header(header)
        if columns and (width == 1 or sum(map(bool, header)) > 1):  # a single cell above several is a title
            body = filled[number + 1 :]
            return _draft_columns(body, find_speaker(body, columns), header)
    columns = infer_talk(filled)
    if columns:
        return _draft_columns(drop_header(filled, columns), columns, ())
    pair = infer_pair(filled[0], filled[1:]) if filled else None
    if pair:
        return _draft_columns(filled[1:], pair, filled[0])
    return _draft_survey(filled[1:], filled[0]) if len(filled) > 1 else ()


def number_drafts(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of one file with the suffixes #1, #2, ...; a single one needs none."""
    if len(drafts) == 1:
        return tuple(drafts)
    return tuple(replace(draft, suffix=f"#{number}") for number, draft in enumerate(drafts, 1))


def _draft_columns(rows: Rows, columns: Columns, header: Sequence[str]) -> tuple[Draft, ...]:
    left = [name for column, name in enumerate(header) if name and column not in columns.used]
    notes = (mark("columns left out: {left}", left=", ".join(left)),) if left else ()
    if columns.words is not None:
        cells = [row[columns.words] for row in rows if columns.words < len(row) and row[columns.words]]
        if columns.speaker is None and columns.time is None:
            if any(map(_is_transcript, cells)):
                return _draft_transcripts(rows, columns, header)
            if sum(map(has_label, cells)) < 0.5 * len(cells):
                return _draft_survey(rows, header, columns)
        elif columns.time is None and columns.interview is None:
            voices = [_cell(row, columns.speaker) for row in rows]
            if len(voices) == len(set(voices)) > _MANY_VOICES:
                counted = _name_anew(rows, columns.speaker, drop_counting(voices))
                if infer_talk(counted) is None:
                    return _draft_survey(rows, header, columns)
                rows, notes = (
                    counted,
                    (*notes, mark("numbers that only count the turns are left out of their speakers")),
                )
    return tuple(
        Draft(passages=passages, notes=(*name, *notes), language=_language(group, columns))
        for name, group in _group(rows, columns)
        if (passages := read_rows(weave(group, columns), columns, header))
    )


def _name_anew(rows: Rows, speaker: int | None, names: Sequence[str]) -> Rows:
    """The rows that have a name, with these speakers."""
    if speaker is None:
        return ()
    return [[*row[:speaker], name, *row[speaker + 1 :]] for row, name in zip(rows, names, strict=False)]


def _group(rows: Rows, columns: Columns) -> list[tuple[tuple[str, ...], list[Sequence[str]]]]:
    """The rows of each interview, in the order in which these begin; all rows where no column names one."""
    if columns.interview is None:
        return [((), list(rows))]
    groups: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        groups.setdefault(_cell(row, columns.interview), []).append(row)
    return [((mark("interview: {name}", name=name),) if name else (), group) for name, group in groups.items()]


def _draft_transcripts(rows: Rows, columns: Columns, header: Sequence[str]) -> tuple[Draft, ...]:
    named = find_respondent(header) if columns.interview is None else columns.interview
    drafts = []
    for row in rows:
        lines = _cell(row, columns.words).splitlines()
        passages = tuple(Passage(line.strip()) for line in lines if line.strip())
        name = _cell(row, named)
        if passages:
            notes = (mark("interview: {name}", name=name),) if name else ()
            drafts.append(Draft(passages=passages, notes=notes, language=_language([row], columns)))
    return tuple(drafts)


def _draft_survey(rows: Rows, header: Sequence[str], columns: Columns | None = None) -> tuple[Draft, ...]:
    answers = [columns.words] if columns and columns.words is not None else _find_answers(rows, header)
    who = find_respondent(header) if columns is None or columns.speaker is None else columns.speaker
    names = join(", ", [header[column] or mark("column {n}", n=column + 1) for column in answers])
    drafts = []
    columns_of_talk = [[_cell(row, column) for row in rows if _cell(row, column)] for column in answers]
    if answers and all(sum(map(has_label, cells)) > 0.5 * len(cells) for cells in columns_of_talk):
        return tuple(Draft(passages=tuple(map(Passage, cells))) for cells in columns_of_talk)  # an interview a column
    for row in rows:
        speaker = _cell(row, who) or None
        passages = tuple(
            Passage(" ".join(_cell(row, column).split("\n")), speaker) for column in answers if _cell(row, column)
        )
        if passages:
            notes = (mark("a survey, one respondent a row; read as answers: {names}", names=names),)
            language = _language([row], columns)
            drafts.append(Draft(passages=passages, notes=notes, language=language, answers_only=True))
    return tuple(drafts)


def _find_answers(rows: Rows, header: Sequence[str]) -> list[int]:
    cells = {
        column: [_cell(row, column) for row in rows if _cell(row, column)]
        for column, name in enumerate(header)
        if not _ABOUT_ANSWERS & set(re.findall(r"[^\W\d_]+", name.casefold())) and not _is_field(name)
    }
    means = {
        column: sum(map(len, found)) / len(found)
        for column, found in cells.items()
        if found and len(found) >= _FILLED * len(rows)
    }
    longest = max(means, key=means.__getitem__, default=None)
    return [
        column
        for column, mean in means.items()
        if mean >= _ANSWER_LENGTH or (column == longest and mean >= _LONGEST_LENGTH)
    ]


def _is_field(name: str) -> bool:
    return is_head_key(name) and not name.endswith("?")


def _is_transcript(cell: str) -> bool:
    lines = [line for line in cell.split("\n") if line.strip()]
    return sum(map(has_label, lines)) > 1


def _language(rows: Rows, columns: Columns | None) -> str | None:
    if columns is None or columns.language is None or not rows:
        return None
    return read_language(_cell(rows[0], columns.language))


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""
