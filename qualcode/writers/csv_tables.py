"""CSV tables: each matrix as it is read, and beside it one row a cell with the codings behind it."""

from collections.abc import Iterable, Iterator

from qualcode.formats.results import CELLS, RULES
from qualcode.messages import Decimal, Translate, translator
from qualcode.model import Heading, Matrix, Report
from qualcode.writers._quotes import find_matrices
from qualcode.writers._words import cell_lines
from qualcode.writers.contract import Writer
from qualcode.writers.csv_rows import write_rows


def write(report: Report) -> dict[str, bytes]:
    """Three kinds of file, UTF-8 without BOM, text verbatim, coding ids joined with `|`.

    `tables/NAME.csv`: the matrix as rows and columns under reading labels, the row's key first.
    `tables/NAME.cells.csv`: one row a cell, with its id, kind and coding ids, for programs.
    `tables/entry_rules.csv`: title, entry rules and notes of every matrix, and the report's notices.
    """
    files = {"tables/entry_rules.csv": write_rows(_list_rules(report))}
    for matrix in find_matrices(report):
        files[f"tables/{matrix.name}.csv"] = write_matrix(matrix, report.language)
        files[f"tables/{matrix.name}.cells.csv"] = write_rows(_list_cells(matrix))
    return files


def write_matrix(matrix: Matrix, language: str) -> bytes:
    """One matrix as rows and columns: the row's key, its label, then the cells, lines joined by newlines."""
    return write_rows(_lay_out(matrix, translator(language)))


def _lay_out(matrix: Matrix, t: Translate) -> Iterator[tuple[str, ...]]:
    yield ("key", t("Row"), *map(_name, matrix.columns))
    for heading, row in zip(matrix.rows, matrix.cells, strict=True):
        yield (heading.key, _name(heading), *(_join(cell_lines(cell, t)) for cell in row))


def _join(lines: Iterable[str]) -> str:
    """The lines of a cell; a number alone on its line has the point that programs read."""
    return "\n".join(line.plain if isinstance(line, Decimal) else line for line in lines)


def _name(heading: Heading) -> str:
    return f"{heading.label} ({heading.detail})" if heading.detail else heading.label


def _list_cells(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    yield CELLS
    for r, row in enumerate(matrix.cells):
        for c, cell in enumerate(row):
            keys = (matrix.cell_id(r, c), matrix.rows[r].key, matrix.columns[c].key)
            yield (*keys, cell.kind, _join(cell.lines), "|".join(cell.coding_ids))


def _list_rules(report: Report) -> Iterator[tuple[str, ...]]:
    t = translator(report.language)
    yield RULES
    for notice in report.notices:
        yield ("", t("Notice"), notice)
    for matrix in find_matrices(report):
        yield (matrix.name, t("Title"), matrix.title)
        for rule in matrix.entry_rules:
            yield (matrix.name, rule.label, rule.value)
        for note in matrix.notes:
            yield (matrix.name, t("Note"), note)


PART = Writer(name="csv", write=write)
