"""The heat map of codes by informants."""

from qualcode.display.code_by_case import PART
from qualcode.display.contract import DisplayOptions
from qualcode.writers._words import scale_heat
from tests.display.studies import CHAIR, HEAD, block_of, cell_of, four_informants
from tests.factories import code_words


def build(*more, **options):
    return PART.build(four_informants(*more), DisplayOptions(**options), str)


def test_a_cell_begins_with_its_units_and_says_whose_they_are_and_on_which_side() -> None:
    both = code_words(HEAD, "Kami percaya.", "CG.DLG", "contrary", status="accepted", coder="siti")
    cell = cell_of(build(both), "CG.DLG", "INF-01")
    assert cell.lines == ("3", "1 accepted, 1 contrary (+2 suggested)")
    assert len(cell.coding_ids) == 3


def test_a_number_that_begins_the_words_stands_once() -> None:
    assert cell_of(build(), "CG.DLG", "INF-01").lines == ("2 suggested",)


def test_what_was_not_found_and_could_not_be_looked_for_has_no_shade() -> None:
    matrix = build()
    for informant, kind in (("INF-03", "silent"), ("INF-04", "missing")):
        cell = cell_of(matrix, "OB.COO", informant)
        assert (cell.kind, scale_heat(matrix)(cell)) == (kind, 0)


def test_shades_go_by_the_share_of_the_highest_number() -> None:
    matrix = build(code_words(CHAIR, "Semoga nanti percaya.", "CG.DLG"))
    found = {cell.lines[0][0]: scale_heat(matrix)(cell) for row in matrix.cells for cell in row if cell.counted_ids}
    assert found == {"2": 5, "1": 3}


def test_the_content_is_counts_whatever_was_asked_for() -> None:
    assert cell_of(build(content="quotes"), "CG.TRU", "INF-01").lines == ("1 suggested",)
    assert "five steps" in block_of(build())["Shading"]
