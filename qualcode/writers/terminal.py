"""The terminal: matrices, quotes and plain rows on a rich console that the caller made."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Matrix, Quote
from qualcode.writers._blocks import split_columns
from qualcode.writers._quotes import find_marks
from qualcode.writers._text import strip_controls
from qualcode.writers._words import (
    SIGNS,
    cell_lines,
    describe_coding,
    describe_place,
    describe_reasons,
    explain_signs,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {
    "evidence": "green",
    "contrary": "red",
    "mixed": "yellow",
    "silent": "dim",
    "unasked": "dim",
    "missing": "dim",
    "value": "",
}
_WIDEST_ROW_HEAD = 26
_LONGEST_PHRASE = 60  # a longer line is a quote, which a narrow column would tear into a tower of words
_ROOM_FOR_QUOTES = 30
_GAP = 2
# What consoles that are not UTF-8 lack; anything else that they lack becomes a question mark.
_PLAIN = {"−": "-", "–": "-", "—": "-", "±": "+/-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "·": "|"}


def print_matrix(matrix: Matrix, language: str, console: "Console", *, shown: bool = True) -> None:
    """Print a matrix with its notes, legend and entry rules.

    Wide matrices come as blocks of columns. Where quotes would not fit, a cell shows its sign and how many codings
    it rests on; the report opens them, and so does `qualcode show` unless `shown` is False.
    """
    t = translator(language)
    row_width = min(_WIDEST_ROW_HEAD, max((len(row.label) for row in matrix.rows), default=0))
    room = console.width - row_width - _GAP
    counted = _holds_quotes(matrix) and room // max(1, len(matrix.columns)) < _ROOM_FOR_QUOTES
    console.print(_make_text(matrix.title, console, "bold"))
    for note in matrix.notes:
        console.print(_make_text(f"! {note}", console, "yellow"))
    most = max(1, room // (_find_width(matrix, counted=counted, t=t) + _GAP))
    for block in split_columns(matrix, most):
        console.print()
        console.print(_draw_block(matrix, block, row_width, console, counted=counted, t=t))
    console.print()
    for row in matrix.rows:
        if row.detail:
            console.print(_make_text(f"  {row.label}: {row.detail}", console, "dim"))
    if legend := explain_signs(matrix, t):
        console.print(_make_text(legend, console, "dim"))
    if counted:
        by_show = t("Numbers count codings; open a cell with: qualcode show FOLDER {cell}")
        by_report = t("Numbers count codings; the report opens them")
        hint = by_show.format(cell=_name_first(matrix)) if shown else by_report
        console.print(_make_text(hint, console, "dim"))
    console.print(_make_text(t("Entry rules"), console, "bold dim"))
    for rule in matrix.entry_rules:
        console.print(_make_text(f"  {rule.label}: {rule.value}", console, "dim"))
    console.print()


def print_quotes(quotes: Iterable[Quote], language: str, console: "Console") -> None:
    """Print quotes with the words around them, the cues underlined, and who said what where."""
    from rich.padding import Padding

    t = translator(language)
    for quote in quotes:
        coding = quote.coding
        console.print()
        console.print(_make_text(f"{coding.code} {quote.code_label}", console, "bold"))
        console.print(Padding(_draw_context(quote, console), (0, 2)))
        who = ", ".join(filter(None, (quote.case_label, coding.speaker)))
        facts = (f"{who}: {describe_place(coding, t)}", describe_coding(coding, t), describe_reasons(coding, t))
        for fact in (*facts, coding.id):
            if fact:
                console.print(Padding(_make_text(fact, console, "dim"), (0, 2)))


def print_passage(before: str, words: str, after: str, source: str, console: "Console") -> None:
    """Print words between what stands around them, and who says them."""
    from rich.padding import Padding

    text = _make_text(before, console, "dim")
    text.append(_make_text(words, console, "not dim bold")).append(_make_text(after, console, "dim"))
    console.print(Padding(text, (0, 2)))
    console.print(Padding(_make_text(source, console, "dim"), (0, 2)))


def print_line(line: str, console: "Console") -> None:
    """Print one line as it is."""
    console.print(_make_text(line, console))


def print_rows(console: "Console", heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print plain rows under heads; every text as typed."""
    table = _make_table()
    for head in heads:
        table.add_column(_make_text(head, console), overflow="fold")
    for row in rows:
        table.add_row(*(_make_text(text, console) for text in row))
    console.print(table)


def _make_table() -> "Table":
    from rich import box
    from rich.table import Table

    return Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")


def _make_text(text: str, console: "Console", style: str = "") -> "Text":
    """Text that is never markup, without control characters, in what the console can show."""
    from rich.text import Text

    return Text(_fit(strip_controls(text), console.encoding), style=style)


def _fit(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fit_character(character, encoding) for character in text)
    return text


def _fit_character(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character, "?")
    return character


def _holds_quotes(matrix: Matrix) -> bool:
    return any(
        len(line) > _LONGEST_PHRASE for row in matrix.cells for cell in row if cell.coding_ids for line in cell.lines
    )


def _show_cell(cell: Cell, *, counted: bool, t: Translate) -> tuple[str, ...]:
    """The lines of a cell; `counted` leaves out quotes and all that follows them, and counts the codings instead."""
    is_quoted = cell.kind != "value" or any(len(line) > _LONGEST_PHRASE for line in cell.lines)
    if counted and cell.coding_ids and is_quoted:
        phrases = takewhile(lambda line: len(line) <= _LONGEST_PHRASE and "“" not in line, cell.lines)
        return (*phrases, f"{SIGNS[cell.kind]} {len(cell.coding_ids)}".strip())
    return cell_lines(cell, t)


def _find_width(matrix: Matrix, *, counted: bool, t: Translate) -> int:
    """What a column needs: the lines of cells that rest on codings, up to 20, and any word, up to 12."""
    cells = [cell for row in matrix.cells for cell in row]
    lines = {cell: _show_cell(cell, counted=counted, t=t) for cell in cells}
    longest = max((len(line) for cell in cells if cell.coding_ids for line in lines[cell]), default=0)
    texts = [column.label for column in matrix.columns] + [line for shown in lines.values() for line in shown]
    words = max((len(word) for text in texts for word in text.split()), default=0)
    return max(min(20, longest), min(12, words))


def _draw_block(
    matrix: Matrix, block: range, row_width: int, console: "Console", *, counted: bool, t: Translate
) -> "Table":
    table = _make_table()
    shown = [[_show_cell(row[column], counted=counted, t=t) for column in block] for row in matrix.cells]
    table.show_lines = any(len(lines) > 1 for row in shown for lines in row)
    table.add_column("", max_width=row_width, overflow="fold")
    for column in block:
        table.add_column(_make_text(matrix.columns[column].label, console), overflow="fold")
    for heading, row, texts in zip(matrix.rows, matrix.cells, shown, strict=True):
        styles = [_STYLES[row[column].kind] for column in block]
        cells = (_make_text("\n".join(lines), console, style) for lines, style in zip(texts, styles, strict=True))
        table.add_row(_make_text(heading.label, console, "bold"), *cells)
    return table


def _name_first(matrix: Matrix) -> str:
    """The id of the first cell that rests on codings; only asked of a matrix that has one."""
    places = ((r, c) for r, row in enumerate(matrix.cells) for c, cell in enumerate(row) if cell.coding_ids)
    return matrix.cell_id(*next(places))


def _draw_context(quote: Quote, console: "Console") -> "Text":
    coding = quote.coding
    text = _make_text(quote.before, console, "dim")
    done = 0
    for start, end in find_marks(coding):
        text.append(_make_text(coding.quote[done:start], console, "not dim bold"))
        text.append(_make_text(coding.quote[start:end], console, "not dim bold underline"))
        done = end
    text.append(_make_text(coding.quote[done:], console, "not dim bold"))
    return text.append(_make_text(quote.after, console, "dim"))
