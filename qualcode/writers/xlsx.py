"""tables.xlsx: a sheet a matrix, and a sheet of quotes that its cells link to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import starmap
from tempfile import TemporaryDirectory
from typing import Any

from qualcode.evidence.wording import name_coder
from qualcode.formats.results import RESULTS
from qualcode.messages import Translate, translator
from qualcode.model import Cell, Coding, Heading, Matrix, Quote, Report
from qualcode.writers._quotes import find_matrices, find_uses, join_runs, name_run, number_quotes
from qualcode.writers._text import strip_controls
from qualcode.writers._words import (
    HEAT,
    SIGNS,
    cell_lines,
    describe_reasons,
    explain_signs,
    name_rules,
    name_sign,
    name_values,
    scale_heat,
)
from qualcode.writers.contract import Writer

_LONGEST_CELL = 32_767  # characters, Excel's limit
_MOST_IDS = 20  # of a cell's codings in its comment, of a quote's cells beside it
_MOST_LINKS = 65_000  # Excel opens 65,530 a sheet
_LONGEST_NAME = 31
_FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_LINE_HEIGHT, _HIGHEST_ROW = 15, 409  # points; the second is Excel's limit
_WIDEST_HEAD = 28
_LISTED = 4  # more matrices have a sheet of contents
_TOP = 3  # title, notices and an empty row stand above a matrix
_FIXED_DATE = datetime(2000, 1, 1)  # the same report gives the same bytes
_COLOURS = {
    "evidence": "#E4F1EA",
    "contrary": "#FBE9E2",
    "mixed": "#F7EFD6",
    "silent": "#F1F1EF",
    "unasked": "#FFFFFF",
    "missing": "#DEDBD2",
    "open": "#FFFBE6",
    "written": "#E8EFF7",
}


def write(report: Report) -> dict[str, bytes]:
    """One file, `tables.xlsx`. Interview text never becomes a formula, a link or a number; control characters,
    which the format cannot hold, are left out; a cell over 32,767 characters is cut with a remark."""
    from xlsxwriter import Workbook

    file = BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with TemporaryDirectory(prefix="qualcode-") as folder:  # sheets wait there for each other; a quarter of the memory
        book = Workbook(file, options | {"tmpdir": folder})
        book.set_properties({"title": strip_controls(report.title), "category": RESULTS, "created": _FIXED_DATE})
        _Workbook(book, report).fill()
        book.close()
    return {"tables.xlsx": file.getvalue()}


class _Workbook:
    """A workbook being filled from one report."""

    def __init__(self, book: Any, report: Report) -> None:
        self.report = report
        self.t: Translate = translator(report.language)
        self.book = book
        self.numbers = number_quotes(report)
        self.links_left = 0
        self.quotes_sheet = self.t("Quotes")
        self.contents_sheet = self.t("Contents")
        self.names = _name_sheets([*find_matrices(report)], taken=(self.quotes_sheet, self.contents_sheet))
        plain = {"text_wrap": True, "valign": "top", "align": "left"}
        sides = {"left": 1, "right": 1, "left_color": "#CCCCCC", "right_color": "#CCCCCC", "top_color": "#CCCCCC"}
        self.formats = {kind: book.add_format(plain | sides | {"top": 1} | _fill(kind)) for kind in SIGNS}
        small = {"font_size": 9, "font_color": "#1A5490"}
        self.links = {kind: book.add_format(sides | small | _fill(kind)) for kind in SIGNS}
        self.heat = [book.add_format(plain | sides | {"top": 1, "bg_color": colour}) for colour in HEAT]
        self.repeated = book.add_format({"font_size": 8, "font_color": "#6B675C", "bg_color": "#ECE9E2"})
        self.wrapped = book.add_format(plain)
        self.head = book.add_format(plain | {"bold": True, "bottom": 1, "bg_color": "#ECE9E2"})
        self.row_head = book.add_format(plain | {"bold": True, "bg_color": "#ECE9E2"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.notice = book.add_format(plain | {"bold": True, "font_color": "#9A3B1F"})
        self.small = book.add_format(plain | {"font_color": "#555555"})

    def fill(self) -> None:
        """Write every sheet: of many first what they show, then the matrices and the quotes."""
        if len(self.names) > _LISTED:
            self._write_contents(self.book.add_worksheet(self.contents_sheet))
        for matrix, name in zip(find_matrices(self.report), self.names, strict=True):
            self._write_matrix(self.book.add_worksheet(name), matrix)
        self._write_quotes(self.book.add_worksheet(self.quotes_sheet))

    def _begin(self, sheet: Any, title: str, widths: Sequence[int]) -> None:
        """Title and notices above, and how the sheet is printed."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._put(sheet, 0, 0, title, self.title)
        notices = " · ".join(self.report.notices)
        self._put_across(sheet, 1, 0, notices, self.notice, widths)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_TOP)
        sheet.set_header(f"&L{_plain_header(notices)}")
        sheet.set_footer("&R&P / &N")

    def _write_contents(self, sheet: Any) -> None:
        """Every sheet by its title, which leads there, with its name in commands and the step that it is part of."""
        t = self.t
        widths = (60, 28, 50)
        self._begin(sheet, self.report.title, widths)
        sheet.freeze_panes(_TOP + 1, 0)
        for column, label in enumerate((t("Shows"), t("Name in commands"), t("Step"))):
            self._put(sheet, _TOP, column, label, self.head)
        sections = [section for section in self.report.sections if isinstance(section.body, Matrix)]
        entries = [
            (section.heading, name, matrix.name, section.step)
            for section, matrix, name in zip(sections, find_matrices(self.report), self.names, strict=True)
        ]
        quotes = (self.quotes_sheet, self.quotes_sheet, "", "")
        link = self.book.add_format({"font_color": "#1A5490", "underline": 1, "valign": "top"})
        for row, (title, name, command, step) in enumerate((*entries, quotes), _TOP + 1):
            sheet.write_url(
                row, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", link, string=self._fit(title)
            )
            self._put(sheet, row, 1, command, self.wrapped)
            self._put(sheet, row, 2, step, self.wrapped)

    def _put_across(self, sheet: Any, row: int, first: int, text: str, form: Any, widths: Sequence[int]) -> None:
        """Text in one cell from column `first` to the last, as high as it needs."""
        last = len(widths) - 1
        if first < last:
            sheet.merge_range(row, first, row, last, "", form)
        self._put(sheet, row, first, text, form)
        sheet.set_row(row, _find_height([(text, sum(widths[first:]) or widths[0])]))

    def _put(self, sheet: Any, row: int, column: int, text: str, form: Any) -> None:
        sheet.write_string(row, column, self._fit(text), form)

    def _fit(self, text: str) -> str:
        text = strip_controls(text)
        if len(text) <= _LONGEST_CELL:
            return text
        remark = self.t("… (cut here: Excel holds {most} characters a cell)").format(most=_LONGEST_CELL)
        return text[: _LONGEST_CELL - len(remark)] + remark

    def _write_matrix(self, sheet: Any, matrix: Matrix) -> None:
        widths = (_WIDEST_HEAD, *(_choose_width(matrix, column) for column in range(len(matrix.columns))))
        self._begin(sheet, matrix.title, widths)
        self.links_left = _MOST_LINKS
        sheet.freeze_panes(_TOP + 1, 1)
        heads = ["", *map(_name, matrix.columns)]
        for column, head in enumerate(heads):
            self._put(sheet, _TOP, column, head, self.head)
        sheet.set_row(_TOP, _find_height(zip(heads, widths, strict=True)))
        at = _TOP + 1
        for r, heading in enumerate(matrix.rows):
            at = self._write_row(sheet, at, heading, matrix, r, widths)
        sheet.autofilter(_TOP, 0, max(at - 1, _TOP + 1), len(matrix.columns))
        self._write_foot(sheet, at + 1, matrix, widths)

    def _write_row(self, sheet: Any, at: int, heading: Heading, matrix: Matrix, r: int, widths: Sequence[int]) -> int:
        """Write a row and, where it rests on quotes, a row of links under it; gives the next free row.

        A link has a cell of its own because LibreOffice does not wrap a cell that is a link; its row repeats the head,
        so that a filter on heads keeps both rows.
        """
        row, heat = matrix.cells[r], scale_heat(matrix)
        texts = [_name(heading), *("\n".join(cell_lines(cell, self.t)) for cell in row)]
        self._put(sheet, at, 0, texts[0], self.row_head)
        for column, cell in enumerate(row, start=1):
            step = heat(cell)
            form = self.heat[step - 1] if step else self.formats[cell.kind]
            if cell.kind == "value" and _is_count(texts[column]):
                sheet.write_number(at, column, int(texts[column]), form)
            else:
                self._put(sheet, at, column, texts[column], form)
            if cell.coding_ids:
                comment = self._list_ids(matrix.cell_id(r, column - 1), cell.coding_ids)
                sheet.write_comment(at, column, comment, {"width": 260, "height": 120})
        sheet.set_row(at, _find_height(zip(texts, widths, strict=True)))
        numbers = [self._find_numbers(cell) for cell in row]
        if not any(numbers):
            return at + 1
        self._put(sheet, at + 1, 0, texts[0], self.repeated)
        sheet.set_row(at + 1, _LINE_HEIGHT)
        for column, (cell, found) in enumerate(zip(row, numbers, strict=True), start=1):
            self._write_link(sheet, at + 1, column, self.links[cell.kind], found)
        return at + 2

    def _list_ids(self, cell_id: str, coding_ids: Sequence[str]) -> str:
        """What a comment says: the cell's id and those of its codings, of many the first."""
        rest = len(coding_ids) - _MOST_IDS
        more = [self.t("and {n} more").format(n=rest)] if rest > 0 else []
        return strip_controls("\n".join((cell_id, *coding_ids[:_MOST_IDS], *more)))

    def _write_link(self, sheet: Any, row: int, column: int, form: Any, numbers: list[int]) -> None:
        text = "[" + ", ".join(starmap(name_run, join_runs(numbers))) + "]" if numbers else ""
        if numbers and self.links_left:
            self.links_left -= 1
            target = f"internal:'{self.quotes_sheet}'!A{_TOP + 1 + min(numbers)}"
            sheet.write_url(row, column, target, form, string=self._fit(text))
        else:
            self._put(sheet, row, column, text, form)

    def _find_numbers(self, cell: Cell) -> list[int]:
        return [self.numbers[coding_id] for coding_id in cell.coding_ids if coding_id in self.numbers]

    def _write_foot(self, sheet: Any, row: int, matrix: Matrix, widths: Sequence[int]) -> None:
        lines = [explain_signs(matrix, self.t), *matrix.notes]
        lines.append(self.t("[1–3] are the numbers of quotes in the sheet “{sheet}”.").format(sheet=self.quotes_sheet))
        for line in filter(None, lines):
            self._put_across(sheet, row, 0, line, self.small, widths)
            row += 1
        self._put(sheet, row + 1, 0, self.t("Entry rules"), self.head)
        for offset, rule in enumerate(matrix.entry_rules, start=row + 2):
            self._put_across(sheet, offset, 1, rule.value, self.small, widths)
            self._put(sheet, offset, 0, rule.label, self.wrapped)

    def _write_quotes(self, sheet: Any) -> None:
        t = self.t
        uses = find_uses(self.report)
        columns = (
            (t("No."), 6),
            (t("Quote"), 60),
            (t("Before"), 30),
            (t("After"), 30),
            (t("Code"), 12),
            (t("Label"), 20),
            (t("Polarity"), 14),
            (t("Modality"), 12),
            (t("Informant"), 20),
            (t("Speaker"), 16),
            (t("Transcript"), 20),
            (t("Turn"), 6),
            (t("Start"), 8),
            (t("End"), 8),
            (t("Coder"), 12),
            (t("Status"), 12),
            (t("Why"), 30),
            (t("Jottings"), 40),
            (t("Rules"), 30),
            (t("Cells"), 40),
            (t("Coding"), 20),
        )
        widths = [width for _, width in columns]
        self._begin(sheet, self.quotes_sheet, widths)
        sheet.freeze_panes(_TOP + 1, 2)
        for column, (label, _) in enumerate(columns):
            self._put(sheet, _TOP, column, label, self.head)
        sheet.autofilter(_TOP, 0, _TOP + max(1, len(self.report.quotes)), len(columns) - 1)
        for number, quote in enumerate(self.report.quotes, start=1):
            found = uses.get(quote.coding.id, [])
            more = [t("and {n} more").format(n=len(found) - _MOST_IDS)] if len(found) > _MOST_IDS else []
            values = self._describe(number, quote, [*found[:_MOST_IDS], *more])
            for column, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(_TOP + number, column, value, self.wrapped)
                else:
                    self._put(sheet, _TOP + number, column, value, self.wrapped)
            sheet.set_row(_TOP + number, _find_height(zip(map(str, values), widths, strict=True)))

    def _describe(self, number: int, quote: Quote, cells: list[str]) -> tuple[int | str, ...]:
        coding: Coding = quote.coding
        names = name_values(self.t)
        return (
            number,
            coding.quote,
            quote.before,
            quote.after,
            coding.code,
            quote.code_label,
            name_sign(coding, self.t),
            names[coding.modality],
            quote.case_label,
            coding.speaker,
            coding.transcript,
            coding.turn,
            coding.span.start,
            coding.span.end,
            name_coder(coding.coder, self.t),
            names[coding.status],
            describe_reasons(coding, self.t),
            "\n".join(quote.jottings),
            "\n".join(name_rules(coding)),
            "\n".join(cells),
            coding.id,
        )


def _fill(kind: str) -> dict[str, str]:
    return {"bg_color": _COLOURS[kind]} if kind in _COLOURS else {}


def _name(heading: Heading) -> str:
    return f"{heading.label}\n{heading.detail}" if heading.detail else heading.label


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 16


def _find_height(texts: Iterable[tuple[str, int]]) -> float:
    """How high a row must be for its texts in columns of so many characters; not every program finds it itself."""
    lines = 1
    for text, width in texts:
        if len(text) >= width or "\n" in text:
            lines = max(lines, sum(1 + len(line) // width for line in text.split("\n")))
    return min(_HIGHEST_ROW, lines * _LINE_HEIGHT)


def _choose_width(matrix: Matrix, column: int) -> int:
    longest = max((len(line) for row in matrix.cells for line in row[column].lines), default=0)
    return 64 if longest > 300 else 40 if longest > 60 else max(14, min(28, longest + 2))


def _plain_header(text: str) -> str:
    """Text for a page header, in which `&` begins a command and 255 characters is the most."""
    return strip_controls(text).replace("\n", " ").replace("&", "&&")[:250]


def _name_sheets(matrices: list[Matrix], taken: Iterable[str]) -> list[str]:
    """Names for sheets: what each shows, in at most 31 characters, unique whatever the case, with none of the
    characters that Excel forbids."""
    names: list[str] = []
    used = {"history", *(name.casefold() for name in taken)}
    for matrix in matrices:
        base = _shorten_title(strip_controls(matrix.title)).translate(_FORBIDDEN_IN_NAME).strip("'") or "_"
        name, n = base, 1
        while name.casefold() in used:
            n += 1
            name = f"{base[: _LONGEST_NAME - len(str(n)) - 1]}~{n}"
        used.add(name.casefold())
        names.append(name)
    return names


def _shorten_title(title: str) -> str:
    """A title in 31 characters: whole, up to a colon or comma, or up to the last word that fits."""
    if len(title) <= _LONGEST_NAME:
        return title
    room = title[: _LONGEST_NAME + 1]
    for sign in (":", ",", " "):
        before, found, _ = room.rpartition(sign)
        if found and before.strip():
            return before.strip(" :,;")
    return title[:_LONGEST_NAME]


PART = Writer(name="xlsx", write=write)
