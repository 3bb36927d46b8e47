"""PDF by PDFium: lines in reading order, joined again into paragraphs, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby, pairwise
from operator import and_
from pathlib import Path

from qualcode.errors import MissingExtra, UnreadableSource
from qualcode.formats.blocks import Block, Document, Paragraph
from qualcode.formats.refusals import recognise
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document
from qualcode.readers.openers import find_openers, join_lines
from qualcode.readers.pdf_page import BROKEN, SUPERSCRIPTS, Line, join_cut, read_lines
from qualcode.readers.pdf_table import build_table, mark_tables
from qualcode.readers.talk import stamps
from qualcode.readers.talk.head import is_ending
from qualcode.readers.talk.labels import Found, fold
from qualcode.readers.talk.stretch import SENTENCE_END

_EDGE = 3  # running heads and page numbers are among the first or last lines of a page
_MOST = 0.6  # a line is a running head if it stands on this share of the pages
_HEADING = 0.7  # of the longest line, together with the word that would have found room behind it
_GAP = 1.35  # lines further apart than this, in usual distances, have a blank line between them
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|halaman|hal|p)\W{1,2}\d{1,4}|1)(?:\s*(?:/|of|dari)\s*\d{1,4})?\W*", re.IGNORECASE
)
_SMALLER = 0.95  # times the usual size of type
_FOOTNOTE = re.compile(r"\d{1,3}(?!\d|[.:]\d)|[*†]")
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
_LOWER = str.maketrans(SUPERSCRIPTS, "0123456789")
_BROWSER = re.compile(  # what a browser prints above and below a page
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d{2}(?: [AP]M)?(?: .*)?|(?:https?|file)://\S+ \d{1,4}/\d{1,4}"
)
_PASSWORD = 4  # PDFium's error code for a document that needs one


def read(path: Path) -> tuple[Draft, ...]:
    """One interview. Scanned pages without text, encrypted and damaged files are refused."""
    data = load(path)
    if b"%PDF-" not in data[:1024]:
        seeming = recognise(data)
        if seeming is None:
            raise UnreadableSource(mark("the file is not a PDF"), mark("Get a fresh copy of it"))
        raise UnreadableSource(mark("the file is not a PDF but {noun}", noun=seeming.noun), seeming.remedy)
    found = _read_pages(data)
    if not any(lines for lines, _ in found):
        raise UnreadableSource(mark("no text in it: scanned pages?"), mark("Run text recognition (OCR) first"))
    kept, notes = _drop_furniture(mark_tables(found))
    kept, footnotes = _drop_footnotes(kept)
    blocks = tuple(_join(kept))
    if not blocks:
        raise UnreadableSource(mark("nothing but page numbers in it"), mark("Check that the right file was saved"))
    return tuple(replace(draft, notes=(*notes, *draft.notes)) for draft in draft_document(Document(blocks, footnotes)))


def _read_pages(data: bytes) -> list[tuple[list[Line], list[Line]]]:
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ModuleNotFoundError:
        raise MissingExtra(mark("reading PDF needs the package pypdfium2"), "pdf") from None
    try:
        document = PdfDocument(data)
        try:
            pages: list[tuple[list[Line], list[Line]]] = []
            for number in range(len(document)):
                pages.append(
                    read_lines(
                        document[number], goes_on=bool(pages) and any(len(line.cells) > 1 for line in pages[-1][1])
                    )
                )
            return pages
        finally:
            document.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise UnreadableSource(
                mark("the file is protected with a password"), mark("Open it, take the password off and save it again")
            ) from None
        raise UnreadableSource(
            mark("the PDF is damaged or cut off"), mark("Get a fresh copy, or print it to PDF again")
        ) from None


def _drop_furniture(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages without numbered margins, page numbers and lines that stand on most pages."""
    kept = _drop_line_numbers(pages)
    margins = sum(map(len, pages)) - sum(map(len, kept))
    shapes = Counter(shape for page in kept for shape in {_shape(page[number]) for number in _edges(page)})
    least = max(2, _MOST * len(pages))
    dropped: list[str] = []
    for number, page in enumerate(kept):
        edges = {
            at
            for at in _edges(page)
            if (shapes[_shape(page[at])] >= least and (len(pages) > 2 or "#" in _shape(page[at])[0]))
            or (not page[at].columns and _PAGE_NUMBER.fullmatch(page[at].words))
            or _BROWSER.fullmatch(page[at].words)
        }
        dropped += (page[at].words for at in sorted(edges))
        kept[number] = [line for at, line in enumerate(page) if at not in edges]
    notes = []
    if margins:
        notes.append(mark("{margins} numbers of lines or paragraphs left out", margins=margins))
    if dropped:
        notes.append(
            mark(
                "{count} page numbers and running heads left out, such as: {first}",
                count=len(dropped),
                first=dropped[0],
            )
        )
    return kept, tuple(notes)


def _drop_footnotes(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], Counter[str]]:
    """The pages without the lines in smaller type at their foot from the first one on that begins with a number or an
    asterisk, and without these notes' numbers in the words; and how many notes there are."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.words)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    kept, notes = [], []
    for page in pages:
        start = len(page)
        while start and 0 < page[start - 1].size < _SMALLER * usual:
            start -= 1
        begun = [(at, match[0]) for at in range(start, len(page)) if (match := _FOOTNOTE.match(page[at].words))]
        notes += [number for _, number in begun]
        kept.append(page[: begun[0][0]] if begun else page)
    if not notes:
        return kept, Counter()
    return [[_drop_marks(line, notes) for line in page] for page in kept], Counter(footnote=len(notes))


def _drop_marks(line: Line, numbers: Collection[str]) -> Line:
    words = _SUPERSCRIPT.sub(lambda mark: "" if mark[0].translate(_LOWER) in numbers else mark[0], line.words)
    return line if words == line.words else replace(line, words=words)


def _edges(page: Sequence[Line]) -> set[int]:
    return {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}


def _shape(line: Line) -> tuple[str, int]:
    """What running heads have in common: their words but for numbers, and their place on the page."""
    return re.sub(r"\d+", "#", line.words), round(line.bottom / 2)


def _drop_line_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Without runs of lines 1, 2, 3, ... or 5, 10, 15, ...: a margin's numbers, which go on from page to page."""
    last = 0
    kept = []
    for page in pages:
        margin: set[int] = set()
        bare = [line.words.isdecimal() and len(line.words) < 6 for line in page]
        for is_bare, group in groupby(range(len(page)), key=bare.__getitem__):
            run = list(group)
            while is_bare and run:
                end = _find_run([int(page[at].words) for at in run], last)
                if end:
                    margin.update(run[:end])
                    last = int(page[run[end - 1]].words)
                run = run[end or 1 :]
        kept.append([line for at, line in enumerate(page) if at not in margin])
    return kept


def _find_run(numbers: Sequence[int], last: int) -> int:
    """How many of the numbers, from the first one on, count lines, by ones, fives or tens; 0 where none do: there are
    three at least, or they go on from the last one."""
    for step in (1, 5, 10):
        end = 1
        while end < len(numbers) and numbers[end] == numbers[end - 1] + step:
            end += 1
        if end > 2 or (last and numbers[0] == last + step) or (end > 1 and numbers[0] == step > 1):
            return end
    return 0


def _join(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Lines into tables and paragraphs."""
    lines = [line for page in pages for line in page]
    mend = _prepare_mending(lines)
    leads = Counter(fold(line.lead) for line in lines if line.lead)
    for in_table, group in groupby(lines, key=lambda line: bool(line.columns)):
        run = list(group)
        if in_table:
            yield build_table(run, mend)
        else:
            yield from _join_paragraphs([replace(line, words=mend(line.words)) for line in run], leads)


def _join_paragraphs(lines: Sequence[Line], leads: Mapping[str, int]) -> Iterator[Paragraph]:
    """A new paragraph begins with a label or a name in bold that comes again, with a time stamp, after a gap, and where
    the face of type changes, a heading ends or the talk is said to be over."""
    usual = _usual_distance(lines)
    longest = max(len(line.words) for line in lines)
    begun: list[Line] = []
    opener: Found | None = None
    for line, found in zip(lines, find_openers([line.words for line in lines]), strict=True):
        gap = bool(begun) and begun[-1].bottom - line.bottom > _GAP * usual
        named = leads.get(fold(line.lead), 0) > 1
        apart = is_ending(line.words) or (bool(begun) and _is_heading(begun[-1], line, longest))
        if begun and (found or gap or named or apart or stamps.ANY.match(line.words) or _changes_face(begun, line)):
            yield _make_paragraph(begun, opener)
            begun = []
        if not begun:
            opener = found
        begun.append(line)
    if begun:
        yield _make_paragraph(begun, opener)


def _changes_face(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line in another face begins another paragraph: single words set off may stand inside of one."""
    so_far = reduce(and_, (each.faces for each in lines))
    if so_far & ~line.faces:
        return True
    return bool(line.faces & ~so_far) and SENTENCE_END.search(lines[-1].words) is not None


def _is_heading(line: Line, below: Line, longest: int) -> bool:
    """Whether a line that is set off, and no sentence, ends far before the margin and another begins below it."""
    short = len(line.words) + len(below.words.split()[0]) < _HEADING * longest
    return bool(line.faces) and short and not below.words[0].islower() and not SENTENCE_END.search(line.words)


def _make_paragraph(lines: Sequence[Line], opener: Found | None) -> Paragraph:
    words = join_cut(line.words for line in lines)
    return Paragraph(join_lines(words, opener), 0, reduce(and_, (line.faces for line in lines)), lines[0].lead)


def _usual_distance(lines: Sequence[Line]) -> float:
    """The distance between the lines of one paragraph: nearly the smallest that occurs."""
    distances = sorted(
        before.bottom - after.bottom for before, after in pairwise(lines) if before.bottom - after.bottom > 1
    )
    return distances[len(distances) // 10] if distances else 0.0


def _prepare_mending(lines: Sequence[Line]) -> Callable[[str], str]:
    """What joins words that were cut at a line's end: their hyphen stays (`anak-anak`), unless the word stands
    elsewhere in the text without one."""
    if not any(BROKEN in line.words for line in lines):
        return str
    known = {word for line in lines for word in re.findall(r"\w+", line.words.casefold())}

    def mend(match: re.Match[str]) -> str:
        whole = match[1] + match[2]
        return whole if whole.casefold() in known else f"{match[1]}-{match[2]}"

    broken = re.compile(rf"(\w+){BROKEN}(\w+)")
    return lambda words: broken.sub(mend, words).replace(BROKEN, "-")


PART = Reader(name="pdf", extensions=(".pdf",), read=read)
