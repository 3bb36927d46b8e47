"""Which cell rests on which quote: one numbering for all formats."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from qualcode.model import Matrix, Report


def find_matrices(report: Report) -> Iterator[Matrix]:
    """The matrices of a report, in order."""
    return (section.body for section in report.sections if isinstance(section.body, Matrix))


def number_quotes(report: Report) -> dict[str, int]:
    """The number by which cells refer to a quote, from 1, by coding id."""
    return {quote.coding.id: number for number, quote in enumerate(report.quotes, start=1)}


def find_uses(report: Report) -> dict[str, list[str]]:
    """The ids of the cells that rest on a coding, by coding id."""
    uses = defaultdict(list)
    for matrix in find_matrices(report):
        for r, row in enumerate(matrix.cells):
            for c, cell in enumerate(row):
                for coding_id in cell.coding_ids:
                    uses[coding_id].append(matrix.cell_id(r, c))
    return dict(uses)


def join_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers as runs of neighbours: 1, 2, 3, 7 gives (1, 3) and (7, 7)."""
    first = last = None
    for number in sorted(set(numbers)):
        if first is not None and last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last


def name_run(first: int, last: int) -> str:
    """A run for reading: `7` or `1–3`."""
    return f"{first}" if first == last else f"{first}–{last}"
