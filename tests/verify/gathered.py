"""A claim with what bears on it, and the cells of a tactic's answer by their keys."""

from qualcode.model import Cell, Verdict
from qualcode.verify.material import Material, gather
from tests.factories import CASES, make_claim, make_study


def gather_claim(transcripts, codings, cases=CASES, **claim) -> Material:
    [material] = gather(make_study(transcripts, codings, cases, claims=(make_claim(**claim),)), str, "en")
    return material


def read_cells(verdict: Verdict) -> dict[tuple[str, str], Cell]:
    matrix = verdict.computed
    return {
        (row.key, column.key): cell
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
    }
