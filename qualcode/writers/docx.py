"""report.docx: the report on A4, with tables that fit the page and every quote at the end."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import Any

from qualcode.messages import translator
from qualcode.model import Cell, Curve, Heading, Matrix, Network, Prose, Report, Section
from qualcode.writers._passages import Passage, join_passages
from qualcode.writers._pictures import draw_picture, has_picture, tell_picture
from qualcode.writers._quotes import join_runs, name_run, number_printed, take_printed
from qualcode.writers._widths import Widths, measure
from qualcode.writers._word import TURNED_CM, UPRIGHT_CM, WordFile
from qualcode.writers._word_xml import WordCell, make_table
from qualcode.writers._words import (
    HEAT,
    cell_lines,
    describe_coding,
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
_MOST_LINKS = 40  # runs of numbers in a cell
_LONG_ROW = 400  # characters of a cell; a row with more may go on on the next page, or half a page would stay empty
_SHORT_LINE = 24  # characters that the numbers of quotes may stand beside


def write(report: Report) -> dict[str, bytes]:
    """One file, `report.docx`.

    Notices stand in the header of every page. A matrix too wide for a page comes as several tables, split between
    families of codes, on turned pages. Numbers in brackets lead to the quotes, forty runs a cell at most, and one where
    a cell before it in its row rests on the same. Control characters are left out.
    """
    from docx import Document

    file = _ReportFile(Document(), report)
    file.fill()
    return {"report.docx": file.word.save(_FIXED_DATE)}


class _ReportFile:
    """A document being filled from one report."""

    def __init__(self, document: Any, report: Report) -> None:
        self.report = report
        self.t = translator(report.language)
        self.printed = number_printed(report)
        self.numbers = {quote.coding.id: number for number, quote in self.printed.items()}
        self.most_links = _MOST_LINKS if len(self.printed) == len(report.quotes) else 1
        self.word = WordFile(document, report.language)
        self.tables = self.pictures = 0
        bodies = {section.key: take_printed(section) for section in report.sections}
        self.widths = {key: measure(body, self.t) for key, body in bodies.items() if isinstance(body, Matrix)}

    def fill(self) -> None:
        """Write title, notices, contents, sections and quotes."""
        report, word = self.report, self.word
        word.set_properties(report.title, _FIXED_DATE)
        word.set_margins_text(header=report.notices, page=self.t("Page"))
        word.add(report.title, "Title")
        for notice in report.notices:
            word.add(notice, "Notice")
        if report.on_paper:
            word.add_commands(report.on_paper, "Small")
        headings = list(self._list_headings())
        if len(report.sections) > _LISTED:
            word.add(self.t("Contents"), "Contents head")
            word.add_contents([heading for group in headings for heading in group])
        turned = self._choose_turned()
        for section, wide, group in zip(report.sections, turned, headings, strict=False):
            word.turn(wide=wide)
            for text, bookmark, depth in group:
                word.add(text, f"Heading {depth}", bookmark=bookmark, new_page=len(group) > 1 and depth == 1)
            self._write_section(section)
        if report.quotes:
            word.turn(wide=False)
            [(text, bookmark, depth)] = headings[-1]
            word.add(text, f"Heading {depth}", bookmark=bookmark)
            self._write_quotes()

    def _list_headings(self) -> Iterator[list[tuple[str, str, int]]]:
        """The headings above each section, and above the quotes: text, bookmark and depth; a step stands above the
        first of its sections."""
        step = ""
        for number, section in enumerate(self.report.sections):
            above = [(section.step, f"step{number}", 1)] if section.step not in ("", step) else []
            step = section.step
            yield [*above, (section.heading, f"s{number}", 2 if step else 1)]
        if self.report.quotes:
            yield [(self.t("Quotes"), "quotes", 1)]

    def _choose_turned(self) -> list[bool]:
        """Which sections stand on turned pages: those with tables too wide for upright ones, and what lies between
        two of them, for each turn begins a new page."""
        wide = [
            section.key in self.widths and len(self.widths[section.key].choose_blocks(UPRIGHT_CM)) > 1
            for section in self.report.sections
        ]
        return [own or (any(wide[:place]) and any(wide[place:])) for place, own in enumerate(wide)]

    def _write_section(self, section: Section) -> None:
        matrix = take_printed(section)
        for paragraph in section.intro:
            self.word.add(paragraph, keep=isinstance(matrix, Matrix))
        if isinstance(matrix, Prose):
            for paragraph in matrix.paragraphs:
                self.word.add(paragraph)
            return
        for note in matrix.notes:
            self.word.add(note, "Small", keep=True)
        if section.figure and has_picture(section.figure):
            self._write_picture(section.figure)
        self._write_matrix(matrix, self.widths[section.key])

    def _write_picture(self, figure: Curve | Network) -> None:
        """The figure, with its caption under it."""
        self.pictures += 1
        room = TURNED_CM if self.word.wide else UPRIGHT_CM
        self.word.add_picture(draw_picture(figure, self.t), room, tell_picture(figure))
        before, after = self.t("Figure {n}. {title}").format(n="\0", title=figure.title).split("\0", 1)
        self.word.add_caption(before, "Figure", self.pictures, after)

    def _write_matrix(self, matrix: Matrix, widths: Widths) -> None:
        t, word = self.t, self.word
        room = TURNED_CM if word.wide else UPRIGHT_CM
        blocks = widths.choose_blocks(room)
        for block in blocks:
            self.tables += 1  # as Word counts captions
            before, after = t("Table {n}. {title}").format(n="\0", title=matrix.title).split("\0", 1)
            if len(blocks) > 1:
                after += " " + t("(columns {first}–{last} of {all})").format(
                    first=block.start + 1, last=block.stop, all=len(matrix.columns)
                )
            word.add_caption(before, "Table", self.tables, after)
            if matrix.rows:
                self._write_table(matrix, block, widths.fit(block, room))
            else:
                word.add(t("none"))
        told = [legend] if (legend := explain_signs(matrix, t)) else []
        if self.numbers and any(cell.coding_ids for row in matrix.cells for cell in row):
            told.append(t("Numbers in brackets are those of the quotes at the end."))
        if told:
            word.add(". ".join(told), "Legend", keep=True)
        rules = [
            part for rule in matrix.entry_rules for part in ((f"{rule.label}: {rule.value}", "plain"), (" · ", ""))
        ]
        word.add_parts([(f"{t('Entry rules')}. ", "quote"), *rules[:-1]], "Small" if told else "Legend", hold=True)

    def _write_table(self, matrix: Matrix, block: range, widths: tuple[float, ...]) -> None:
        table = make_table(matrix.title, len(matrix.rows) + 1, widths)
        heat = scale_heat(matrix)
        for place, column in enumerate(block, start=1):
            self._write_head(table.cells[place], matrix.columns[column])
        for r, heading in enumerate(matrix.rows):
            first = (r + 1) * (len(block) + 1)
            self._write_head(table.cells[first], heading)
            told: set[tuple[str, ...]] = set()
            for place, column in enumerate(block, start=1):
                cell = matrix.cells[r][column]
                most = 1 if cell.coding_ids in told else self.most_links
                self._write_cell(table.cells[first + place], cell, heat, most)
                told.add(cell.coding_ids)
            if max((sum(map(len, matrix.cells[r][column].lines)) for column in block), default=0) <= _LONG_ROW:
                table.held.add(r + 1)
        self.word.add_table(table)

    def _write_head(self, place: WordCell, heading: Heading) -> None:
        self.word.put(place, heading.label, bold=True)
        if heading.detail:
            self.word.put(place, heading.detail)

    def _write_cell(self, place: WordCell, cell: Cell, heat: Callable[[Cell], int], most_links: int) -> None:
        lines = cell_lines(cell, self.t)
        for line in lines:
            self.word.put(place, line)
        numbers = [self.numbers[coding_id] for coding_id in cell.coding_ids if coding_id in self.numbers]
        if numbers:
            runs = [(name_run(*run), f"q{run[0]}") for run in islice(join_runs(numbers), most_links + 1)]
            is_cut = len(runs) > most_links or len(numbers) < len(cell.coding_ids)
            beside = bool(lines) and len(lines[-1]) <= _SHORT_LINE
            self.word.put_links(place, runs[:most_links], ", …" if is_cut else "", beside=beside)
        if step := heat(cell):
            place.fill = HEAT[step - 1].removeprefix("#")
        else:
            place.fill = _SHADES.get(cell.kind, "")

    def _write_quotes(self) -> None:
        """Every quote that is printed, interview by interview."""
        if said := explain_printed(len(self.printed), len(self.report.quotes), self.t):
            self.word.add(said, "Small")
        for transcript, group in groupby(self.printed.items(), key=lambda each: each[1].coding.transcript):
            quotes = dict(group)
            labels = {quote.case_label for quote in quotes.values()}
            who = labels.pop() if len(labels) == 1 else ""
            self.word.add(": ".join(filter(None, (transcript, who))), "Heading 2")
            for passage in join_passages(quotes):
                self._write_passage(passage, name_case=not who)

    def _write_passage(self, passage: Passage, *, name_case: bool) -> None:
        """Who says it, the words with their quotes, and under them what each quote was coded as."""
        first = next(iter(passage.quotes.values()))
        coding = first.coding
        where = self.t("{speaker}, turn {turn}").format(speaker=coding.speaker or coding.case, turn=coding.turn)
        who = f"{first.case_label}: {where}. " if name_case else f"{where}. "
        self.word.add_parts([(who, "plain"), *passage.parts], "Passage")
        for place, (number, quote) in enumerate(passage.quotes.items(), start=1):
            code = f"{number}. {quote.coding.code} {quote.code_label}".rstrip()
            facts = (code, describe_coding(quote.coding, self.t), quote.coding.id)
            noted = name_jottings(quote, self.t)
            is_last = place == len(passage.quotes)
            self.word.add(" · ".join(facts), "Facts", keep=bool(noted) or not is_last, bookmark=f"q{number}")
            for jotting in noted:
                self.word.add(jotting, "Facts", keep=not is_last)


PART = Writer(name="docx", write=write)
