"""A document's paragraphs and tables into one interview or, where its headings say so, into several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from qualcode.errors import UnreadableSource
from qualcode.formats.blocks import BOLD, Block, Document, Paragraph, Table, flatten
from qualcode.messages import mark
from qualcode.readers.columns import (
    Columns,
    drop_header,
    find_speaker,
    infer_columns,
    infer_pair,
    labels_words,
    read_header,
)
from qualcode.readers.contract import Draft, Passage
from qualcode.readers.faces import NOTE, find_headings, find_leads, find_voices
from qualcode.readers.kept_tables import refuse_coded_words
from qualcode.readers.talk import stamps
from qualcode.readers.talk.asking import is_asking
from qualcode.readers.talk.half import ANSWER, NUMBER, QUESTION
from qualcode.readers.talk.head import is_aside, names_interview
from qualcode.readers.talk.labels import fold, is_head_key, is_known, read_label
from qualcode.readers.talk.stretch import SENTENCE_END

_TITLED = -1  # in place of a level: titles that are no headings
_LEAST = 2  # titles that ask among the rows of a table
_HEADER_SEARCH = 10  # a title, or rows about the informant, may stand above a table's header
_INTERVIEW = re.compile(
    r"\s*(\d+[.)]\s*)?(((transkrip(si)?|transcript)\s+)?(wawancara|interview|fgd|diskusi|focus group|sesi|session)\b"
    r"|(transkrip(si)?|transcript|informan|informant|narasumber|responden|respondent|participant|partisipan)\b"
    r"|[A-Z]{1,4}[-_ ]?\d{1,3}\b)",
    re.IGNORECASE,
)


def draft_document(document: Document) -> tuple[Draft, ...]:
    """The interviews of a document; one without words, or with what NVivo listed, is refused.

    It is cut at headings of one level only where at least two of them name an interview (`Wawancara 1`, `Interview
    with the head`, `INF-02`) and talk follows each of these. Headings of topics never cut. Without such headings titles
    in bold or in capitals cut it (`TRANSKRIP WAWANCARA INFORMAN 2`).
    """
    refuse_coded_words(block.text for block in document.blocks if isinstance(block, Paragraph))
    level = _find_cutting_level(document.blocks)
    groups: list[list[Block]] = [[]]
    begun = False
    for block in document.blocks:
        if level and _opens_interview(block, level):
            if begun:
                groups.append([])
            begun = True  # what stands before the first heading stays with the first interview
        groups[-1].append(block)
    drafts = tuple(
        Draft(passages=passages, suffix=f"#{number}" if len(groups) > 1 else "", notes=(*document.notes, *notes))
        for number, (passages, notes) in enumerate(map(_read_blocks, groups), 1)
    )
    if not any(draft.passages for draft in drafts):
        raise UnreadableSource(mark("there is no text in it"), mark("Check that the right file was saved"))
    if len(drafts) > 1:
        headings = [flatten((block,)) for block in document.blocks if _opens_interview(block, level)]
        return tuple(
            Draft(
                None,
                draft.passages,
                draft.suffix,
                (mark("one of {count} interviews: {heading}", count=len(drafts), heading=heading), *draft.notes),
            )
            for draft, heading in zip(drafts, headings, strict=True)
        )
    return drafts


def _find_cutting_level(blocks: Sequence[Block]) -> int:
    """The level of heading at which the document is cut, 0 for none."""
    levels = {block.level for block in blocks if isinstance(block, Paragraph) and block.level}
    for level in (*sorted(levels), _TITLED):
        starts = [number for number, block in enumerate(blocks) if _opens_interview(block, level)]
        ends = [*starts[1:], len(blocks)]
        before = blocks[: starts[0]] if level == _TITLED and starts else ()  # there a topic's title stands in the talk
        if (
            len(starts) > 1
            and not _holds_talk(before)
            and all(_holds_talk(blocks[start + 1 : end]) for start, end in zip(starts, ends, strict=True))
        ):
            return level
    return 0


def _opens_interview(block: Block, level: int) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if level == _TITLED:
        titled = names_interview(block.text) or (_INTERVIEW.match(block.text) and not SENTENCE_END.search(block.text))
        return not block.level and bool(block.faces & BOLD or block.text.isupper()) and bool(titled)
    return block.level == level and _INTERVIEW.match(block.text) is not None


def reads_as_talk(table: Table) -> bool:
    """Whether columns of words, and of who says them, are found in a table."""
    return _read_table(table).columns is not None


def _holds_talk(blocks: Sequence[Block]) -> bool:
    """Whether at least two paragraphs begin with what may be a speaker's label, or a table reads as talk."""
    labelled = 0
    for block in blocks:
        if isinstance(block, Table):
            if reads_as_talk(block):
                return True
        elif not block.level and read_label(block.text.split("\n", 1)[0]):
            labelled += 1
    return labelled > 1


def _read_blocks(blocks: Sequence[Block]) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    passages: list[Passage] = []
    voices, leads = find_voices(blocks), find_leads(blocks)
    notes = [NOTE] if ANSWER in voices else []
    headings = find_headings(blocks)
    for number, (block, voice) in enumerate(zip_longest(blocks, voices)):
        if isinstance(block, Paragraph):
            words = block.text.strip()
            if leads and fold(block.lead) in leads:
                words = f"{block.lead}: {words.removeprefix(block.lead).strip()}"
            time = None
            if voice:
                words, time = _strip_label(words, voice)
            if voice and passages and passages[-1].speaker == voice:
                words, time = f"{passages[-1].words}\n\n{words}", passages.pop().time
            passages.append(Passage(words, voice, time, number in headings))
        else:
            found = _read_table(block)
            passages += found.passages
            notes += found.notes
    return tuple(passage for passage in passages if passage.words), tuple(dict.fromkeys(notes))


def _strip_label(words: str, speaker: str) -> tuple[str, str | None]:
    """Words whose speaker is known, without a time, a question's number or this speaker's label before them, and that
    time."""
    found = read_label(words)
    if found and fold(found.label) == fold(speaker):
        return words[found.end :], found.time
    stamp = stamps.BRACKETED.match(words)
    said = words[stamp.end() :].strip() if stamp else words
    number = NUMBER.match(said) if speaker == QUESTION else None
    return said[number.end() :] if number else said, stamps.strip_stamp(stamp[0]) if stamp else None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a table gave; `columns` is None where it is no table of talk."""

    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    columns: Columns | None = None


def _read_table(table: Table) -> _Found:
    rows = [[flatten(cell) for cell in row] for row in table.rows]
    rows_with_text = [(cells, row) for cells, row in zip(rows, table.rows, strict=True) if any(cells)]
    if all(sum(map(bool, cells)) == 1 for cells, _ in rows_with_text):  # a frame around running text
        inner = [block for _, row in rows_with_text for cell in row for block in cell]
        return _Found(*_read_blocks(inner))
    filled = [cells for cells, _ in rows_with_text]
    for number, header in enumerate(filled[:_HEADER_SEARCH]):
        columns = read_header(header)
        if columns is None:
            continue
        body = [cells for cells in filled[number + 1 :] if cells != header]  # long tables repeat their header
        columns = find_speaker(body, columns)
        if len(columns.used) > 1 or (sum(map(bool, header)) > 1 and labels_words(body, columns)):
            above = tuple(Passage(" ".join(filter(None, cells))) for cells in filled[:number])
            left = [name for column, name in enumerate(header) if name and column not in columns.used]
            notes = (mark("table columns left out: {left}", left=", ".join(left)),) if left else ()
            return _Found((*above, *read_rows(body, columns, header)), notes, columns)
    pair = infer_pair(filled[0], filled[1:]) if filled else None
    if pair:
        return _Found(read_rows(filled[1:], pair, filled[0]), (), pair)
    columns = infer_columns(filled)
    if columns and labels_words(filled, columns):  # who speaks stands before the words: what lies beside them are codes
        columns = replace(columns, speaker=None)
    if columns:
        count = max(map(len, filled)) - len(columns.used)
        notes = (
            (mark("a table without header was read as talk; {count} of its columns left out", count=count),)
            if count
            else ()
        )
        return _Found(read_rows(drop_header(filled, columns), columns, ()), notes, columns)
    return _Found(tuple(Passage("\t".join(filter(None, cells))) for cells in filled))


def _find_title(row: Sequence[str], columns: Columns) -> str:
    """What stands alone in a row, in a column that is not read: the title of what follows."""
    filled = [(column, cell) for column, cell in enumerate(row) if cell]
    alone = len(filled) == 1 and filled[0][0] not in columns.used
    return filled[0][1] if alone and any(map(str.isalpha, filled[0][1])) else ""


def read_rows(rows: Sequence[Sequence[str]], columns: Columns, header: Sequence[str]) -> tuple[Passage, ...]:
    """Rows of a table of talk, their cells without blanks around them, as passages; rows without words are passed over.

    A row whose speaker is left empty goes on with the speaker before it, unless it is a stage direction; what stands
    above the first speaker beside a field's name (`Tanggal`) is nobody's, and so is a title, unless most titles ask.
    Where a row
    holds a question and answers, the headers are the speakers. What stands alone in another column is a heading.
    """
    passages = []
    before: str | None = None
    width = 1 + max(columns.used)
    titles = [title for row in rows if (title := _find_title(row, columns))]
    asking = 2 * sum(is_asking(title, marked=True) for title in titles) >= max(2 * _LEAST, len(titles))
    voices = sorted(columns.answered if columns.asked is None else (columns.asked, *columns.answered))
    for row in rows:
        cells = row if len(row) >= width else [*row, *[""] * (width - len(row))]
        if title := _find_title(row, columns):
            passages.append(
                Passage(*_strip_label(title, QUESTION)[:1], QUESTION) if asking else Passage(title, heading=True)
            )
            continue
        time = (cells[columns.time] or None) if columns.time is not None else None
        if columns.words is not None:
            words = cells[columns.words]
            speaker = (cells[columns.speaker].rstrip(": ") or None) if columns.speaker is not None else None
            if speaker and before is None and is_head_key(speaker) and not is_known(speaker):  # `Tanggal | : | 12`
                passages.append(Passage(f"{speaker}: {words}"))
                continue
            before = speaker or before
            passages.append(Passage(words, speaker or (None if is_aside(words) else before), time))
        else:
            passages += (Passage(cells[column], header[column].strip().rstrip(": "), time) for column in voices)
    return tuple([passage for passage in passages if passage.words])
