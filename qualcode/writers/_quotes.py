"""Which cell rests on which quote: one numbering for all formats."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from qualcode.model import Cell, Coding, Matrix, Prose, Quote, Report, Section

MOST_PRINTED = 2_000


def find_matrices(report: Report) -> Iterator[Matrix]:
    """The matrices of a report, in order."""
    return (section.body for section in report.sections if isinstance(section.body, Matrix))


def take_printed(section: Section) -> Matrix | Prose:
    """The body of a section as it is printed."""
    return section.on_paper or section.body


def number_quotes(report: Report) -> dict[str, int]:
    """The number by which cells refer to a quote, from 1, by coding id."""
    return {quote.coding.id: number for number, quote in enumerate(report.quotes, start=1)}


def find_known(cell: Cell, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """The codings behind a cell whose quotes stand in the report, by their ids, in the order of the cell."""
    return tuple(filter(numbers.__contains__, cell.coding_ids))


def number_printed(report: Report) -> dict[int, Quote]:
    """The quotes that are printed, by the numbers that they have among all."""
    numbers = number_quotes(report)
    return {numbers[quote.coding.id]: quote for quote in choose_printed(report)}


def choose_printed(report: Report) -> tuple[Quote, ...]:
    """The quotes of formats that are read from beginning to end: all, or of more than 2,000 the first of each cell."""
    if len(report.quotes) <= MOST_PRINTED:
        return report.quotes
    known = {quote.coding.id for quote in report.quotes}
    cells = (cell for matrix in find_matrices(report) for row in matrix.cells for cell in row)
    first = {next((id_ for id_ in cell.coding_ids if id_ in known), "") for cell in cells}
    return tuple(quote for quote in report.quotes if quote.coding.id in first)


def find_uses(report: Report) -> dict[str, list[str]]:
    """The ids of the cells that rest on a coding, by coding id."""
    uses = defaultdict(list)
    for matrix in find_matrices(report):
        for r, row in enumerate(matrix.cells):
            for c, cell in enumerate(row):
                cell_id = matrix.cell_id(r, c)  # one text, however many codings: a large report has millions
                for coding_id in cell.coding_ids:
                    uses[coding_id].append(cell_id)
    return dict(uses)


def find_marks(coding: Coding) -> tuple[tuple[int, int], ...]:
    """Where the cues stand inside the quote, as code points `[start, end)`, overlaps merged."""
    marks: list[tuple[int, int]] = []
    for span in sorted(reason.span for reason in coding.evidence):
        start = max(span.start - coding.span.start, 0)
        end = min(span.end, coding.span.end) - coding.span.start
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], end))
        elif start < end:
            marks.append((start, end))
    return tuple(marks)


def join_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers as runs of neighbours: 1, 2, 3, 7 gives (1, 3) and (7, 7)."""
    first = last = None
    for number in sorted(set(numbers)):
        if last is None or first is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def name_run(first: int, last: int) -> str:
    """A run for reading: `7` or `1–3`."""
    return f"{first}" if first == last else f"{first}–{last}"
