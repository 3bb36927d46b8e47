"""report.docx: the report on A4, with tables that fit the page and every quote at the end."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.messages import translator
from qualcode.model import Cell, Heading, Matrix, Prose, Quote, Report, Section
from qualcode.writers._quotes import find_marks, join_runs, name_run, number_printed
from qualcode.writers._widths import choose_blocks, fit_widths
from qualcode.writers._word import TURNED_CM, UPRIGHT_CM, WordFile
from qualcode.writers._words import (
    HEAT,
    cell_lines,
    describe_coding,
    describe_place,
    explain_printed,
    explain_signs,
    name_jottings,
    scale_heat,
)
from qualcode.writers.contract import Writer

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same report gives the same bytes
_SHADES = {
    "evidence": "E6F2EA",
    "contrary": "FBEAE3",
    "mixed": "F8F0D8",
    "silent": "F1F0EC",
    "unasked": "FFFFFF",
    "missing": "DEDBD2",
    "open": "FFFBE6",
    "written": "E8EFF7",
}
_LISTED = 4  # more sections have a list of contents
_MOST_LINKS = 10  # runs of numbers in a cell
_EMPTY_LINES = re.compile(r"\n\s*\n")
_AROUND = 120  # characters before and after a quote


def write(report: Report) -> dict[str, bytes]:
    """One file, `report.docx`.

    Notices stand in the header of every page. A matrix too wide for a page comes as several tables, split between
    families of codes, on turned pages. Numbers in brackets lead to the quotes, ten runs a cell at most. Control
    characters are left out.
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
        self.printed = number_printed(report)
        self.numbers = {quote.coding.id: number for number, quote in self.printed.items()}
        self.most_links = _MOST_LINKS if len(self.printed) == len(report.quotes) else 1
        self.word = WordFile(document, report.language)
        self.tables = 0

    def fill(self) -> None:
        """Write title, notices, contents, sections and quotes."""
        report, word = self.report, self.word
        word.set_properties(report.title, _FIXED_DATE)
        word.set_margins_text(header=report.notices, page=self.t("Page"))
        word.add(report.title, "Title")
        for notice in report.notices:
            word.add(notice, "Notice")
        if len(report.sections) > _LISTED:
            last = [(self.t("Quotes"), "quotes")] if report.quotes else []
            word.add(self.t("Contents"), bold=True, keep=True)
            word.add_contents([(section.heading, f"s{n}") for n, section in enumerate(report.sections)] + last)
        turned = self._choose_turned()
        for number, section in enumerate(report.sections):
            word.turn(wide=turned[number])
            self._write_section(section, f"s{number}")
        if report.quotes:
            word.turn(wide=False)
            word.add(self.t("Quotes"), "Heading 1", bookmark="quotes")
            if said := explain_printed(len(self.printed), len(report.quotes), self.t):
                word.add(said, "Small")
            for number, quote in self.printed.items():
                self._write_quote(number, quote)

    def _choose_turned(self) -> list[bool]:
        """Which sections stand on turned pages: those with tables too wide for upright ones, and what lies between
        two of them, for each turn begins a new page."""
        wide = [
            isinstance(section.body, Matrix) and len(choose_blocks(section.body, UPRIGHT_CM, self.t)) > 1
            for section in self.report.sections
        ]
        return [own or (any(wide[:place]) and any(wide[place:])) for place, own in enumerate(wide)]

    def _write_section(self, section: Section, bookmark: str) -> None:
        matrix = section.body
        self.word.add(section.heading, "Heading 1", bookmark=bookmark)
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
        room = TURNED_CM if word.wide else UPRIGHT_CM
        blocks = choose_blocks(matrix, room, t)
        self.tables += 1
        for block in blocks:
            before, after = t("Table {n}. {title}").format(n="\0", title=matrix.title).split("\0", 1)
            if len(blocks) > 1:
                after += " " + t("(columns {first}–{last} of {all})").format(
                    first=block.start + 1, last=block.stop, all=len(matrix.columns)
                )
            word.add_caption(before, self.tables, after)
            if matrix.rows:
                self._write_table(matrix, block, fit_widths(matrix, block, room, t))
            else:
                word.add(t("none"))
        if legend := explain_signs(matrix, t):
            word.add(legend, "Legend")
        if self.numbers and any(cell.coding_ids for row in matrix.cells for cell in row):
            word.add(t("Numbers in brackets are those of the quotes at the end."), "Small")
        rules = [
            part for rule in matrix.entry_rules for part in ((f"{rule.label}: {rule.value}", "plain"), (" · ", ""))
        ]
        word.add_parts([(f"{t('Entry rules')}. ", "quote"), *rules[:-1]], "Small")

    def _write_table(self, matrix: Matrix, block: range, widths: tuple[float, ...]) -> None:
        table = self.word.add_table(len(matrix.rows) + 1, widths)
        heat = scale_heat(matrix)
        for place, column in enumerate(block, start=1):
            self._write_head(table.cells[place], matrix.columns[column])
        for r, heading in enumerate(matrix.rows):
            first = (r + 1) * (len(block) + 1)
            self._write_head(table.cells[first], heading)
            for place, column in enumerate(block, start=1):
                self._write_cell(table.cells[first + place], matrix.cells[r][column], heat)
            self.word.hold(table.rows[r + 1], ("".join(matrix.cells[r][column].lines) for column in block))

    def _write_head(self, place: Any, heading: Heading) -> None:
        self.word.put(place, heading.label, bold=True)
        if heading.detail:
            self.word.put(place, heading.detail, more=True)

    def _write_cell(self, place: Any, cell: Cell, heat: Callable[[Cell], int]) -> None:
        for n, line in enumerate(cell_lines(cell, self.t)):
            self.word.put(place, line, more=n > 0)
        numbers = [self.numbers[coding_id] for coding_id in cell.coding_ids if coding_id in self.numbers]
        if numbers:
            runs = [(name_run(*run), f"q{run[0]}") for run in join_runs(numbers)]
            is_cut = len(runs) > self.most_links or len(numbers) < len(cell.coding_ids)
            self.word.put_links(place, runs[: self.most_links], ", …" if is_cut else "", more=bool(cell.lines))
        if step := heat(cell):
            self.word.shade(place, HEAT[step - 1].removeprefix("#"))
        elif cell.kind in _SHADES:
            self.word.shade(place, _SHADES[cell.kind])

    def _write_quote(self, number: int, quote: Quote) -> None:
        coding = quote.coding
        parts = [(f"{number}. {coding.code} {quote.code_label}".rstrip() + ": ", "plain"), (_cut_end(quote.before), "")]
        done = 0
        for start, end in find_marks(coding):
            parts += [(coding.quote[done:start], "quote"), (coding.quote[start:end], "cue")]
            done = end
        parts += [(coding.quote[done:], "quote"), (_cut_start(quote.after), "")]
        self.word.add_parts(parts, "Passage", bookmark=f"q{number}")
        who = ", ".join(filter(None, (quote.case_label, coding.speaker)))
        facts = (f"{who}: {describe_place(coding, self.t)}", describe_coding(coding, self.t), coding.id)
        for jotting in name_jottings(quote, self.t):
            self.word.add(jotting, "Facts")
        self.word.add(" · ".join(facts), "Facts")


def _cut_end(before: str) -> str:
    """The end of what stands before a quote, from the beginning of a word, without empty lines."""
    before = _EMPTY_LINES.sub("\n", before)
    return before if len(before) <= _AROUND else "… " + before[-_AROUND:].partition(" ")[2]


def _cut_start(after: str) -> str:
    """The beginning of what stands after a quote, to the end of a word, without empty lines."""
    after = _EMPTY_LINES.sub("\n", after)
    return after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + " …"


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
