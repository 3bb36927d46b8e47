"""tables.xlsx: a sheet a matrix, and a sheet of quotes that its cells link to."""

from datetime import datetime
from io import BytesIO
from typing import Any

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Coding, Heading, Matrix, Quote, Report
from qualcode.writers._quotes import find_matrices, find_uses, join_runs, name_run, number_quotes
from qualcode.writers._text import strip_controls
from qualcode.writers._words import SIGNS, cell_lines, describe_reasons, explain_signs, name_sign, name_values
from qualcode.writers.contract import Writer

_LONGEST_CELL = 32_767  # characters, Excel's limit
_MOST_LINKS = 65_000  # Excel opens 65,530 a sheet
_LONGEST_NAME = 31
_FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_TOP = 3  # title, notices and an empty row stand above a matrix
_FIXED_DATE = datetime(2000, 1, 1)  # the same report gives the same bytes
_COLOURS = {"evidence": "#E4F1EA", "contrary": "#FBE9E2", "mixed": "#F7EFD6", "silent": "#F1F1EF", "missing": "#F1F1EF"}


def write(report: Report) -> dict[str, bytes]:
    """One file, `tables.xlsx`. Interview text never becomes a formula, a link or a number; control characters,
    which the format cannot hold, are left out; a cell over 32,767 characters is cut with a remark."""
    from xlsxwriter import Workbook

    file = BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(file, options | {"in_memory": True})
    book.set_properties({"title": strip_controls(report.title), "created": _FIXED_DATE})
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
        self.quotes_sheet = self.t("Quotes")
        self.names = _name_sheets([*find_matrices(report)], taken=self.quotes_sheet)
        plain = {"text_wrap": True, "valign": "top"}
        self.formats = {
            kind: book.add_format(plain | {"border": 1, "border_color": "#CCCCCC"} | _fill(kind)) for kind in SIGNS
        }
        self.wrapped = book.add_format(plain)
        self.head = book.add_format(plain | {"bold": True, "bottom": 1, "bg_color": "#ECE9E2"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.notice = book.add_format({"bold": True, "font_color": "#9A3B1F"})
        self.small = book.add_format({"font_color": "#555555", "valign": "top"})

    def fill(self) -> None:
        """Write every sheet, the matrices first."""
        for matrix, name in zip(find_matrices(self.report), self.names, strict=True):
            self._write_matrix(self.book.add_worksheet(name), matrix)
        self._write_quotes(self.book.add_worksheet(self.quotes_sheet))

    def _begin(self, sheet: Any, title: str) -> None:
        self._put(sheet, 0, 0, title, self.title)
        self._put(sheet, 1, 0, " · ".join(self.report.notices), self.notice)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{_plain_header(' · '.join(self.report.notices))}")
        sheet.set_footer("&R&P / &N")

    def _put(self, sheet: Any, row: int, column: int, text: str, form: Any) -> None:
        sheet.write_string(row, column, self._fit(text), form)

    def _fit(self, text: str) -> str:
        text = strip_controls(text)
        if len(text) <= _LONGEST_CELL:
            return text
        remark = self.t("… (cut here: Excel holds {most} characters a cell)").format(most=_LONGEST_CELL)
        return text[: _LONGEST_CELL - len(remark)] + remark

    def _write_matrix(self, sheet: Any, matrix: Matrix) -> None:
        self._begin(sheet, matrix.title)
        sheet.freeze_panes(_TOP + 1, 1)
        sheet.repeat_rows(_TOP)
        sheet.set_column(0, 0, 28)
        for column, heading in enumerate(matrix.columns, start=1):
            self._put(sheet, _TOP, column, _name(heading), self.head)
            sheet.set_column(column, column, _choose_width(matrix, column - 1))
        self._put(sheet, _TOP, 0, "", self.head)
        links = 0
        for r, (heading, row) in enumerate(zip(matrix.rows, matrix.cells, strict=True)):
            self._put(sheet, _TOP + 1 + r, 0, _name(heading), self.head)
            for c, cell in enumerate(row):
                links += self._write_cell(sheet, _TOP + 1 + r, c + 1, cell, link=links < _MOST_LINKS)
        self._write_foot(sheet, _TOP + 2 + len(matrix.rows), matrix)

    def _write_cell(self, sheet: Any, row: int, column: int, cell: Cell, *, link: bool) -> bool:
        """Write one cell; true where it became a link to its first quote."""
        form = self.formats[cell.kind]
        numbers = [self.numbers[coding_id] for coding_id in cell.coding_ids if coding_id in self.numbers]
        text = "\n".join(cell_lines(cell, self.t))
        if not numbers:
            if cell.kind == "value" and _is_count(text):
                sheet.write_number(row, column, int(text), form)
            else:
                self._put(sheet, row, column, text, form)
            return False
        runs = ", ".join(name_run(*run) for run in join_runs(numbers))
        text = self._fit(f"{text}\n[{runs}]")
        if link:
            target = f"internal:'{self.quotes_sheet}'!A{_TOP + 1 + min(numbers)}"
            sheet.write_url(row, column, target, form, string=text)
        else:
            self._put(sheet, row, column, text, form)
        return link

    def _write_foot(self, sheet: Any, row: int, matrix: Matrix) -> None:
        lines = [explain_signs(matrix, self.t), *matrix.notes]
        lines.append(self.t("[1–3] are the numbers of quotes in the sheet “{sheet}”.").format(sheet=self.quotes_sheet))
        for line in filter(None, lines):
            self._put(sheet, row, 0, line, self.small)
            row += 1
        self._put(sheet, row + 1, 0, self.t("Entry rules"), self.head)
        for offset, rule in enumerate(matrix.entry_rules, start=row + 2):
            self._put(sheet, offset, 0, rule.label, self.wrapped)
            self._put(sheet, offset, 1, rule.value, self.small)

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
            (t("Cells"), 40),
            (t("Coding"), 20),
        )
        self._begin(sheet, self.quotes_sheet)
        sheet.freeze_panes(_TOP + 1, 2)
        for column, (label, width) in enumerate(columns):
            self._put(sheet, _TOP, column, label, self.head)
            sheet.set_column(column, column, width)
        sheet.autofilter(_TOP, 0, _TOP + max(1, len(self.report.quotes)), len(columns) - 1)
        for number, quote in enumerate(self.report.quotes, start=1):
            values = self._describe(number, quote, uses.get(quote.coding.id, []))
            for column, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(_TOP + number, column, value, self.wrapped)
                else:
                    self._put(sheet, _TOP + number, column, value, self.wrapped)

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
            coding.coder,
            names[coding.status],
            describe_reasons(coding, self.t),
            "\n".join(cells),
            coding.id,
        )


def _fill(kind: str) -> dict[str, str]:
    return {"bg_color": _COLOURS[kind]} if kind in _COLOURS else {}


def _name(heading: Heading) -> str:
    return f"{heading.label}\n{heading.detail}" if heading.detail else heading.label


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 16


def _choose_width(matrix: Matrix, column: int) -> int:
    longest = max((len(line) for row in matrix.cells for line in row[column].lines), default=0)
    return 40 if longest > 60 else max(14, min(28, longest + 2))


def _plain_header(text: str) -> str:
    """Text for a page header, in which `&` begins a command and 255 characters is the most."""
    return strip_controls(text).replace("\n", " ").replace("&", "&&")[:250]


def _name_sheets(matrices: list[Matrix], taken: str) -> list[str]:
    """Names for sheets: at most 31 characters, unique whatever the case, none of the characters Excel forbids."""
    names: list[str] = []
    used = {taken.casefold(), "history"}
    for matrix in matrices:
        base = strip_controls(matrix.name).translate(_FORBIDDEN_IN_NAME).strip("'")[:_LONGEST_NAME] or "_"
        name, n = base, 1
        while name.casefold() in used:
            n += 1
            name = f"{base[: _LONGEST_NAME - len(str(n)) - 1]}~{n}"
        used.add(name.casefold())
        names.append(name)
    return names


PART = Writer(name="xlsx", write=write)
