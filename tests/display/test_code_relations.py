"""Code relations: co-occurrence counted in units."""

from dataclasses import replace

from qualcode.display.code_relations import PART, list_pairs, to_network
from qualcode.display.contract import DisplayOptions
from tests.display.studies import HEAD, STAFF, block_of, cell_of, four_informants
from tests.factories import code_words


def build(study=None, **options):
    both = four_informants(
        code_words(HEAD, "Kami rutin bertemu.", "CG.TRU"), code_words(STAFF, "Rapat ya ada.", "CG.TRU")
    )
    return PART.build(study or both, DisplayOptions(**options), str)


def test_counts_come_with_all_that_they_are_made_of() -> None:
    cell = cell_of(build(content="counts"), "CG.DLG", "CG.TRU")
    assert cell.lines == ("2 together; c = 0.33", "2 of 5 and of 3", "2 of 3 informants (public)")
    assert len(cell.coding_ids) == 4


def test_the_diagonal_counts_the_units_of_the_code() -> None:
    assert cell_of(build(), "CG.DLG", "CG.DLG").lines == ("5 suggested (2 contrary)",)
    assert cell_of(build(), "IM.ECO", "IM.ECO").lines == ("none",)


def test_codes_that_never_meet_say_so() -> None:
    cell = cell_of(build(), "OB.COO", "CG.TRU")
    assert (cell.lines, cell.kind, cell.coding_ids) == (("none",), "silent", ())


def test_quotes_are_those_of_the_shared_units() -> None:
    lines = cell_of(build(content="quotes"), "CG.TRU", "CG.DLG").lines
    assert lines == ("“Kami rutin bertemu.” (N, turn 2)", "“Rapat ya ada.” (N, turn 1)")


def test_the_measure_and_its_source_are_printed() -> None:
    assert "ATLAS.ti" in block_of(build())["Measure"]


def test_the_network_joins_codes_that_meet_once_and_leaves_others_out() -> None:
    network = to_network(build(content="presence"), {})
    assert [(edge.source, edge.target, edge.kind, edge.label) for edge in network.edges] == [
        ("CG.DLG", "CG.TRU", "together", "2")
    ]
    assert {node.key for node in network.nodes} == {"CG.DLG", "CG.TRU"}


def test_in_print_each_pair_that_meets_has_a_row_and_no_other_one() -> None:
    matrix = build(content="counts")
    printed = list_pairs(matrix, str)
    assert [row.key for row in printed.rows] == ["CG.DLG+CG.TRU"]
    whole = cell_of(matrix, "CG.DLG", "CG.TRU")
    together, informants = printed.cells[0]
    assert (*together.lines, *informants.lines) == whole.lines
    assert together.coding_ids == informants.coding_ids == whole.coding_ids
    assert "diagonal" not in block_of(printed)["Cells"]


def test_in_print_a_part_of_the_matrix_names_its_pairs_once_too() -> None:
    matrix = build(content="counts")
    turned = list(reversed(range(len(matrix.rows))))
    upside_down = replace(
        matrix, rows=tuple(matrix.rows[r] for r in turned), cells=tuple(matrix.cells[r] for r in turned)
    )
    assert [row.key for row in list_pairs(upside_down, str).rows] == ["CG.TRU+CG.DLG"]
