"""report.docx: the report on A4, with tables that fit the page and every quote at the end."""

from datetime import UTC, datetime
from io import BytesIO
from math import inf
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.messages import translator
from qualcode.model import Cell, Heading, Matrix, Prose, Quote, Report, Section
from qualcode.writers._blocks import split_columns
from qualcode.writers._quotes import find_marks, join_runs, name_run, number_quotes
from qualcode.writers._word import WordFile
from qualcode.writers._words import (
    cell_lines,
    describe_coding,
    describe_place,
    describe_reasons,
    explain_signs,
)
from qualcode.writers.contract import Writer

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same report gives the same bytes
_SHADES = {
    "evidence": "E6F2EA",
    "contrary": "FBEAE3",
    "mixed": "F8F0D8",
    "silent": "F1F0EC",
    "unasked": "FFFFFF",
    "missing": "F1F0EC",
}
_MOST_UPRIGHT = 3  # columns on a page that is not turned
# On a turned page: so many columns where no line is longer than so many characters (signs and counts, names, quotes).
_FITTING = ((24, 11), (80, 7), (inf, 5))


def write(report: Report) -> dict[str, bytes]:
    """One file, `report.docx`.

    Notices stand in the header of every page. A matrix too wide for a page comes as several tables, split between
    families of codes. Numbers in brackets lead to the quotes. Control characters are left out.
    """
    from docx import Document

    document = Document()
    _ReportFile(document, report).fill()
    file = BytesIO()
    document.save(file)
    return {"report.docx": _fix_dates(file)}


class _ReportFile:
    """A document being filled from one report."""

    def __init__(self, document: Any, report: Report) -> None:
        self.report = report
        self.t = translator(report.language)
        self.numbers = number_quotes(report)
        self.word = WordFile(document, report.language)
        self.tables = 0

    def fill(self) -> None:
        """Write title, notices, sections and quotes."""
        report, word = self.report, self.word
        word.set_properties(report.title, _FIXED_DATE)
        word.set_margins_text(header=report.notices, page=self.t("Page"))
        word.add(report.title, "Title")
        for notice in report.notices:
            word.add(notice, "Notice")
        for section in report.sections:
            self._write_section(section)
        if report.quotes:
            word.turn(wide=False)
            word.add(self.t("Quotes"), "Heading 1")
            for number, quote in enumerate(report.quotes, start=1):
                self._write_quote(number, quote)

    def _write_section(self, section: Section) -> None:
        matrix = section.body
        self.word.turn(wide=isinstance(matrix, Matrix) and len(matrix.columns) > _MOST_UPRIGHT)
        self.word.add(section.heading, "Heading 1")
        for paragraph in section.intro:
            self.word.add(paragraph)
        if isinstance(matrix, Prose):
            for paragraph in matrix.paragraphs:
                self.word.add(paragraph)
            return
        for note in matrix.notes:
            self.word.add(note, "Small", keep=True)
        self._write_matrix(matrix)

    def _write_matrix(self, matrix: Matrix) -> None:
        t, word = self.t, self.word
        blocks = split_columns(matrix, _choose_most(matrix))
        self.tables += 1
        for block in blocks:
            caption = t("Table {n}. {title}").format(n=self.tables, title=matrix.title)
            if len(blocks) > 1:
                caption += " " + t("(columns {first}–{last} of {all})").format(
                    first=block.start + 1, last=block.stop, all=len(matrix.columns)
                )
            word.add(caption, "Caption", keep=True)
            self._write_table(matrix, block)
        if legend := explain_signs(matrix, t):
            word.add(legend, "Legend")
        if self.numbers:
            word.add(t("Numbers in brackets are those of the quotes at the end."), "Small")
        word.add(t("Entry rules"), "Small", bold=True, keep=True)
        for rule in matrix.entry_rules:
            word.add(f"{rule.label}: {rule.value}", "Small")

    def _write_table(self, matrix: Matrix, block: range) -> None:
        table = self.word.add_table(len(matrix.rows) + 1, len(block) + 1)
        for place, column in enumerate(block, start=1):
            self._write_head(table.cells[place], matrix.columns[column])
        for r, heading in enumerate(matrix.rows):
            first = (r + 1) * (len(block) + 1)
            self._write_head(table.cells[first], heading)
            for place, column in enumerate(block, start=1):
                self._write_cell(table.cells[first + place], matrix.cells[r][column])

    def _write_head(self, place: Any, heading: Heading) -> None:
        self.word.put(place, heading.label, bold=True)
        if heading.detail:
            self.word.put(place, heading.detail, more=True)

    def _write_cell(self, place: Any, cell: Cell) -> None:
        for n, line in enumerate(cell_lines(cell, self.t)):
            self.word.put(place, line, more=n > 0)
        numbers = [self.numbers[coding_id] for coding_id in cell.coding_ids if coding_id in self.numbers]
        if numbers:
            runs = [(name_run(*run), f"q{run[0]}") for run in join_runs(numbers)]
            self.word.put_links(place, runs, more=bool(cell.lines))
        if cell.kind in _SHADES:
            self.word.shade(place, _SHADES[cell.kind])

    def _write_quote(self, number: int, quote: Quote) -> None:
        coding, word = quote.coding, self.word
        head = f"{number}. {coding.code} {quote.code_label}"
        word.add(head, "Quote head", keep=True, bookmark=f"q{number}")
        parts = [(quote.before, "")]
        done = 0
        for start, end in find_marks(coding):
            parts += [(coding.quote[done:start], "quote"), (coding.quote[start:end], "cue")]
            done = end
        parts += [(coding.quote[done:], "quote"), (quote.after, "")]
        word.add_parts(parts, "Passage")
        who = ", ".join(filter(None, (quote.case_label, coding.speaker)))
        facts = (f"{who}: {describe_place(coding, self.t)}", describe_coding(coding, self.t))
        word.add("\n".join(filter(None, (*facts, describe_reasons(coding, self.t), coding.id))), "Facts")


def _choose_most(matrix: Matrix) -> int:
    longest = max((len(line) for row in matrix.cells for cell in row for line in cell.lines), default=0)
    return next(most for length, most in _FITTING if longest <= length)


def _fix_dates(file: BytesIO) -> bytes:
    """The same archive with one date on every entry; python-docx writes the clock's."""
    fixed = BytesIO()
    with ZipFile(file) as archive, ZipFile(fixed, "w", ZIP_DEFLATED) as copy:
        for entry in archive.infolist():
            info = ZipInfo(entry.filename, _FIXED_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            copy.writestr(info, archive.read(entry))
    return fixed.getvalue()


PART = Writer(name="docx", write=write)
