"""The terminal: matrices, quotes and plain rows on a rich console that the caller made."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from qualcode.messages import Translate, translator
from qualcode.model import Matrix, Quote
from qualcode.writers._blocks import split_columns
from qualcode.writers._quotes import find_marks
from qualcode.writers._text import strip_controls
from qualcode.writers._words import (
    cell_lines,
    describe_coding,
    describe_place,
    describe_reasons,
    explain_signs,
    name_jottings,
    name_rules,
    name_speaker,
)
from qualcode.writers.shell import quote_for_shell

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
    "open": "dim",
    "written": "",
}
_WIDEST_ROW_HEAD = 26
_LONGEST_PHRASE = 60  # a longer line is a text, which a narrow column would tear into a tower of words
_ROOM_FOR_TEXTS = 30
_LONGEST_TEXT = 240  # of a line of a cell
_COMMAND = re.compile(r"`qualcode [^`]+`|qualcode (?:show|verify|review|meaning) FOLDER .*")
_GAP = 2
# What consoles that are not UTF-8 lack; anything else that they lack becomes a question mark.
_PLAIN = {
    "»": ">>",
    "«": "<<",
    "−": "-",
    "–": "-",
    "—": "-",
    "±": "+/-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "·": "|",
}


def print_matrix(
    matrix: Matrix, language: str, console: "Console", *, folder: str = "FOLDER", shown: bool = True
) -> None:
    """Print a matrix with its notes, legend and entry rules.

    Wide matrices come as blocks of columns; where the texts of cells would be torn into towers of words, each row comes
    as a block of its own, its columns one under the other. A text of more than 240 characters is cut with …. `folder`
    names the study in commands, as a shell takes it; `shown` says whether `qualcode show` knows the matrix.
    """
    t = translator(language)
    row_width = min(_WIDEST_ROW_HEAD, max((len(row.label) for row in matrix.rows), default=0))
    room = console.width - row_width - _GAP
    turned = _holds_texts(matrix) and room // max(1, len(matrix.columns)) < _ROOM_FOR_TEXTS
    console.print(_make_text(matrix.title, console, "bold"))
    for note in matrix.notes:
        _print_telling(f"! {note}", folder, console, "yellow")
    if not matrix.rows:
        console.print(_make_text(f"  {t('none')}", console, "dim"))
    elif turned:
        _print_turned(matrix, console, t)
    else:
        _print_blocks(matrix, row_width, room, console, t)
    if legend := explain_signs(matrix, t):
        console.print(_make_text(legend, console, "dim"))
    if turned and (cell := _name_first(matrix)):
        by_show = t("A cell with all its quotes in context: {command}").format(
            command=f"qualcode show FOLDER {quote_for_shell(cell)}"
        )
        by_report = t("The report opens each cell onto all its quotes.")
        _print_telling(by_show if shown else by_report, folder, console, "dim")
    console.print(_make_text(t("Entry rules"), console, "bold dim"))
    for rule in matrix.entry_rules:
        _print_telling(f"{rule.label}: {rule.value}", folder, console, "dim", indent=2)
    console.print()


def _print_blocks(matrix: Matrix, row_width: int, room: int, console: "Console", t: Translate) -> None:
    most = max(1, room // (_find_width(matrix, t) + _GAP))
    for block in split_columns(matrix, most):
        console.print()
        console.print(_draw_block(matrix, block, row_width, console, t))
    console.print()
    for row in matrix.rows:
        if row.detail:
            console.print(_make_text(f"  {row.label}: {row.detail}", console, "dim"))


def _print_turned(matrix: Matrix, console: "Console", t: Translate) -> None:
    """Each row as a block; columns of which only one short thing is to be said stand together under it."""
    from rich.padding import Padding

    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        console.print()
        console.print(_make_text(row.label, console, "bold"))
        if row.detail:
            console.print(_make_text(row.detail, console, "dim"))
        alike: dict[str, list[str]] = {}
        for column, cell in zip(matrix.columns, cells, strict=True):
            lines = cell_lines(cell, t)
            if cell.kind in ("silent", "unasked", "missing") and len(lines) == 1:
                alike.setdefault(lines[0], []).append(column.label)
                continue
            if not any(lines):
                continue
            if len(lines) == 1 and len(f"{column.label}: {lines[0]}") < console.width - 2:
                text = _make_text(column.label, console, "underline").append(": ", "not underline")
                console.print(Padding(text.append(_make_text(lines[0], console, "not underline")), (0, 2)))
                continue
            console.print(Padding(_make_text(column.label, console, "underline"), (0, 2)))
            for line in lines:
                console.print(Padding(_make_text(_cut(line), console, _STYLES[cell.kind]), (0, 4)))
        for said, columns in alike.items():
            line = f"{said}: {', '.join(columns)}" if len(columns) > 1 else f"{columns[0]}: {said}"
            console.print(Padding(_make_text(line, console, "dim"), (0, 2)))
    console.print()


def _cut(line: str) -> str:
    """A line cut to what is read at a glance; who said it where, after the quote, stays."""
    if len(line) <= _LONGEST_TEXT:
        return line
    body, mark, source = line.rpartition("” (")
    tail = f" …{mark}{source}" if body and len(source) < _LONGEST_TEXT // 2 else " …"
    return line[: _LONGEST_TEXT - len(tail)].rpartition(" ")[0] + tail


def _print_telling(text: str, folder: str, console: "Console", style: str, indent: int = 0) -> None:
    """Print words, and each command in them on a line of its own that nothing breaks, with the study's real name."""
    from rich.padding import Padding

    done = 0
    for found in _COMMAND.finditer(text):
        before = text[done : found.start()].strip()
        if before:
            console.print(Padding(_make_text(before, console, style), (0, indent)))
        command = found[0].strip("`").replace(" FOLDER", f" {folder}", 1)
        if text[found.end() :].strip() == ".":
            text = text[: found.end()]  # a full stop alone would stand on a line of its own
        console.print(_make_text(f"{' ' * (indent + 2)}{command}", console, style), soft_wrap=True)
        done = found.end()
    rest = text[done:].strip()
    if rest:
        console.print(Padding(_make_text(rest, console, style), (0, indent)))


def print_quotes(quotes: Iterable[Quote], language: str, console: "Console") -> None:
    """Print quotes with the words around them, the cues underlined, and who said what where."""
    from rich.console import Group
    from rich.padding import Padding

    t = translator(language)
    for quote in quotes:
        coding = quote.coding
        heading = _make_text(f"{coding.code} {quote.code_label}".rstrip(), console, "bold")
        who = name_speaker(quote)
        facts = (f"{who}: {describe_place(coding, t)}", describe_coding(coding, t), describe_reasons(coding, t))
        rules = "; ".join(name_rules(coding))
        audited = (t("Rules: {rules}").format(rules=rules),) if rules else ()
        below = filter(None, (*name_jottings(quote, t), *facts, *audited, coding.id))
        lines = (_draw_context(quote, console), *(_make_text(fact, console, "dim") for fact in below))
        console.print(Group("", heading, Padding(Group(*lines), (0, 2))))  # at once: each call of its own costs much


def print_passage(before: str, words: str, after: str, source: str, console: "Console") -> None:
    """Print words between what stands around them, and who says them."""
    from rich.padding import Padding

    opening, closing = _find_brackets(console)
    text = _make_text(before + opening, console, "dim")
    text.append(_make_text(words, console, "not dim bold")).append(_make_text(closing + after, console, "dim"))
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


def _holds_texts(matrix: Matrix) -> bool:
    return any(len(line) > _LONGEST_PHRASE for row in matrix.cells for cell in row for line in cell.lines)


def _find_width(matrix: Matrix, t: Translate) -> int:
    """What a column needs: the lines of cells that rest on codings, up to 20, and any word, up to 12."""
    cells = [cell for row in matrix.cells for cell in row]
    lines = {cell: cell_lines(cell, t) for cell in cells}
    longest = max((len(line) for cell in cells if cell.coding_ids for line in lines[cell]), default=0)
    texts = [column.label for column in matrix.columns] + [line for shown in lines.values() for line in shown]
    words = max((len(word) for text in texts for word in text.split()), default=0)
    return max(min(20, longest), min(12, words))


def _draw_block(matrix: Matrix, block: range, row_width: int, console: "Console", t: Translate) -> "Table":
    table = _make_table()
    shown = [[cell_lines(row[column], t) for column in block] for row in matrix.cells]
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
    """The id of the first cell that rests on codings, "" where none does."""
    places = ((r, c) for r, row in enumerate(matrix.cells) for c, cell in enumerate(row) if cell.coding_ids)
    first = next(places, None)
    return matrix.cell_id(*first) if first else ""


def _draw_context(quote: Quote, console: "Console") -> "Text":
    coding = quote.coding
    opening, closing = _find_brackets(console)
    text = _make_text(quote.before + opening, console, "dim")
    done = 0
    for start, end in find_marks(coding):
        text.append(_make_text(coding.quote[done:start], console, "not dim bold"))
        text.append(_make_text(coding.quote[start:end], console, "not dim bold underline"))
        done = end
    text.append(_make_text(coding.quote[done:], console, "not dim bold"))
    return text.append(_make_text(closing + quote.after, console, "dim"))


def _find_brackets(console: "Console") -> tuple[str, str]:
    """What marks words where no style can: in a file, a pipe or a console without any."""
    return ("", "") if console.color_system else ("»", "«")
