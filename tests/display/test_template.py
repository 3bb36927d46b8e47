"""Templates: the evidence lies ready, what people judge is theirs to write."""

from dataclasses import replace

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.model import Decision
from qualcode.registry import find_parts
from tests.display.linked_talk import linked_study
from tests.display.studies import block_of

TEMPLATES = (
    "case-analysis-meeting",
    "sequential-analyses",
    "context-chart",
    "poetic",
    "cognitive-map",
    "growth-gradient",
    "decision-model",
    "event-state-network",
    "composite-sequence",
    "causal-network",
    "cross-case-network",
    "predictions",
    "causal-prediction",
)


def show(name: str, study=None):
    display = find_parts("display")[name].load()
    return draw(display, study or linked_study(), display.fit(DisplayOptions()), str)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_program_fills_no_column_that_is_asked_of_a_person(name: str) -> None:
    matrix = show(name)
    assert matrix.rows
    asked = [c for c, cell in enumerate(matrix.cells[0]) if cell.lines == ("to be written by a person",)]
    assert asked
    for row in matrix.cells:
        assert all(row[c].kind == "open" and not row[c].coding_ids for c in asked)
    of_people = block_of(matrix)["For a person"]
    assert all(matrix.columns[c].label in of_people for c in asked)


@pytest.mark.parametrize("name", TEMPLATES)
def test_evidence_lies_ready_and_opens_onto_codings(name: str) -> None:
    assert any(cell.coding_ids for row in show(name).cells for cell in row)


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_people_type_stands_there_with_their_names(name: str) -> None:
    study = linked_study()
    matrix = show(name, study)
    column = next(c for c, cell in enumerate(matrix.cells[0]) if cell.kind == "open" and not cell.coding_ids)
    typed = Decision(
        "fill", "siti", "2026-01-31", "sheet", "suggestions", on=matrix.cell_id(0, column), comment="Kuat."
    )
    cell = show(name, replace(study, decisions=(typed,))).cells[0][column]
    assert (cell.kind, cell.lines[0]) == ("written", "Kuat.")
    assert cell.lines[1].startswith("(siti 2026-01-31")
