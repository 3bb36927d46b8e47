"""What the two Excel sheets share: looks, protection, drop-downs, and the hidden sheet with choices and imprint.

The first row of every table is hidden and holds the columns' keys, by which they are found again wherever a person
moved them. Nothing of an interview becomes a formula, a link or a number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from qualcode.errors import QualcodeError
from qualcode.messages import Translate, mark, translator
from qualcode.sheets.contract import Sheet
from qualcode.sheets.imprint import pack
from qualcode.sheets.passages import LONGEST_CELL, fit
from qualcode.sheets.words import name_polarities, name_verdicts, name_words

HIDDEN = "qualcode"
KEYS_ROW, TITLE_ROW, HELP_ROW, HEAD_ROW = range(4)
FIRST_ROW = HEAD_ROW + 1
LAST_ROW = 1_048_575  # Excel's limit, counted from 0
_FIXED_DATE = datetime(2000, 1, 1)  # the same codings give the same bytes
_LINE_HEIGHT, _HIGHEST_ROW = 15, 409  # points; the second is Excel's limit
# A protected sheet may still be filtered and laid out; there is no password.
_ALLOWED = dict.fromkeys(
    ("autofilter", "sort", "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows"), True
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key, its head, its width in characters, and the list that fills it by drop-down."""

    key: str
    head: str
    width: int
    choices: str = ""
    open: bool = False


class Book:
    """A workbook being filled."""

    def __init__(self, sheet: Sheet) -> None:
        from xlsxwriter import Workbook

        if HEAD_ROW + len(sheet.imprint.rows) > LAST_ROW:
            what = mark("Excel holds no {count} rows in a table", count=len(sheet.imprint.rows))
            raise QualcodeError(what, mark("Name some of the transcripts with --transcript, or write Word documents"))
        self.sheet = sheet
        self.t: Translate = translator(sheet.imprint.language)
        self.file = BytesIO()
        options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
        self.book = Workbook(self.file, options | {"in_memory": True})
        self.book.set_properties({"title": fit(sheet.imprint.title), "created": _FIXED_DATE})
        plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#CCCCCC", "quote_prefix": True}
        add = self.book.add_format
        self.plain = add(plain)
        self.number = add(plain | {"quote_prefix": False})
        as_typed = {"num_format": "@"}  # else Excel would take 3/2019 for a day and 10% for 0.1
        self.open = add(plain | as_typed | {"bg_color": "#FFFBE6", "locked": False})
        self.head = add(plain | {"bold": True, "bg_color": "#ECE9E2"})
        self.open_head = add(plain | {"bold": True, "bg_color": "#F4E3A1"})
        self.title = add({"bold": True, "font_size": 14})
        self.small = add({"font_color": "#555555", "valign": "top"})
        self.quote, self.context = add({"bold": True}), add({"font_color": "#777777"})
        self.lists: dict[str, str] = {}

    def add_table(self, name: str, title: str, helps: str, columns: Sequence[Column], freeze: int) -> Any:
        """A protected sheet with heads and drop-downs; rows are put from FIRST_ROW on."""
        table = self.book.add_worksheet(name)
        table.set_row(KEYS_ROW, None, None, {"hidden": True})
        table.set_row(TITLE_ROW, None, self.title)
        table.set_row(HELP_ROW, None, self.small)
        table.write_string(TITLE_ROW, 0, fit(" · ".join((title, *self.sheet.notices))), self.title)
        table.write_string(HELP_ROW, 0, helps, self.small)
        for number, column in enumerate(columns):
            table.set_column(number, number, column.width, self.open if column.open else None)
            table.write_string(KEYS_ROW, number, column.key)
            table.write_string(HEAD_ROW, number, fit(column.head), self.open_head if column.open else self.head)
        table.set_row(HEAD_ROW, find_height([(column.head, column.width) for column in columns]))
        table.freeze_panes(FIRST_ROW, freeze)
        table.protect("", _ALLOWED)
        table.set_landscape()
        table.set_paper(9)  # A4
        table.fit_to_pages(1, 0)
        table.repeat_rows(HEAD_ROW)
        table.set_footer("&L&A&R&P / &N")
        return table

    def end_table(self, table: Any, columns: Sequence[Column], rows: int) -> None:
        """Filters and drop-downs for so many rows."""
        last = max(FIRST_ROW, HEAD_ROW + rows)
        table.autofilter(HEAD_ROW, 0, last, len(columns) - 1)
        self.offer(table, columns, last)

    def offer(self, table: Any, columns: Sequence[Column], last: int) -> None:
        """Set the drop-downs of the rows from FIRST_ROW to `last`."""
        for number, column in enumerate(columns):
            if column.choices:
                rule = {"validate": "list", "source": self.lists[column.choices], "ignore_blank": True}
                rule |= {"error_type": "warning", "error_title": column.head[:32]}
                rule["error_message"] = self.t("This is none of the choices. Keep it all the same?")
                table.data_validation(FIRST_ROW, number, last, number, rule)

    def put_row(
        self,
        table: Any,
        at: int,
        columns: Sequence[Column],
        texts: Mapping[str, str],
        numbers: Mapping[str, int],
        passage: tuple[str, str, str] = ("", "", ""),
    ) -> None:
        """A row, by the keys of its columns: numbers, the passage between the words around it, all else as text."""
        for place, column in enumerate(columns):
            if column.key in numbers:
                table.write_number(at, place, numbers[column.key], self.number)
            elif column.key == "passage":
                self._put_passage(table, at, place, passage)
            else:
                self._put(table, at, place, texts.get(column.key, ""), open=column.open)

    def _put_passage(self, table: Any, row: int, column: int, parts: tuple[str, str, str]) -> None:
        """A quote in bold between the words around it."""
        before, quote, after = parts
        if not (before or after) or not quote:
            table.write_string(row, column, before + quote + after, self.plain)
            return
        fragments: list[Any] = [*((self.context, before) if before else ()), self.quote, quote]
        fragments += (self.context, after) if after else ()
        table.write_rich_string(row, column, *fragments, self.plain)

    def _put(self, table: Any, row: int, column: int, text: str, *, open: bool = False) -> None:  # noqa: A002
        """Text, never anything else, in a cell."""
        looks = self.open if open else self.plain
        if text:
            table.write_string(row, column, fit(text)[:LONGEST_CELL], looks)
        else:
            table.write_blank(row, column, None, looks)

    def list_choices(self) -> None:
        """Write the hidden sheet: the imprint, and what the drop-downs offer."""
        hidden = self.book.add_worksheet(HIDDEN)
        hidden.very_hidden()
        packed = pack(self.sheet.imprint)
        chunks = [packed[start : start + LONGEST_CELL] for start in range(0, len(packed), LONGEST_CELL)]
        lists = {
            "imprint": chunks,
            "codes": [" ".join(code) for code in self.sheet.imprint.codes],
            "words": list(name_words(self.t).values()),
            "polarities": list(name_polarities(self.t).values()),
            "signs": ["+", "−"],
            "transcripts": [page.transcript.name for page in self.sheet.pages],
            "marks": ["x"],
            "verdicts": list(name_verdicts(self.t).values()),
        }
        for column, (name, values) in enumerate(lists.items()):
            for row, value in enumerate(values):
                hidden.write_string(row, column, fit(value)[:LONGEST_CELL])
            letter = chr(ord("A") + column)
            self.lists[name] = f"={HIDDEN}!${letter}$1:${letter}${max(1, len(values))}"

    def close(self) -> bytes:
        """The finished file."""
        self.book.close()
        return self.file.getvalue()


def find_height(texts: Iterable[tuple[str, int]]) -> float:
    """How high a row must be for its texts in columns of so many characters; not every program finds it itself."""
    lines = max(sum(1 + len(line) // max(1, width - 2) for line in text.split("\n")) for text, width in texts)
    return min(_HIGHEST_ROW, max(1, lines) * _LINE_HEIGHT)
