"""Role-ordered matrix."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.role_ordered import PART, sort_by_role
from qualcode.model import Case
from tests.display.studies import cell_of, four_informants


def test_rows_go_by_sector_and_persons_keep_their_rows() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(), str)
    assert [row.key for row in matrix.rows] == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert matrix.rows[0].detail == "public; Kepala bidang; Dinas; kabupaten"
    assert matrix.rows[2].detail == "association; Ketua; Paguyuban"


def test_persons_of_one_role_stand_together_and_unknown_sectors_last() -> None:
    cases = (
        Case("x", role="Perajin"),
        Case("a", role="Staf", sector="public"),
        Case("b", role="Kepala", sector="public"),
        Case("y", role="Dosen", sector="academic"),
        Case("c", role="Staf", sector="public"),
        Case("d", role="Pemilik", sector="private"),
    )
    assert [case.id for case in sort_by_role(cases)] == ["a", "c", "b", "d", "x", "y"]


def test_columns_are_the_codes_in_the_order_of_the_codebook() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(), str)
    assert [column.key for column in matrix.columns] == ["IM.ECO", "CG.DLG", "CG.TRU", "OB.COO"]


def test_a_cell_holds_the_neighbours_as_one_quote() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(), str)
    cell = cell_of(matrix, "INF-01", "CG.DLG")
    assert cell.lines == ("+ “Kami rutin bertemu. Tiap bulan ada.” (N, turn 2; forum)",)
    assert len(cell.coding_ids) == 2
