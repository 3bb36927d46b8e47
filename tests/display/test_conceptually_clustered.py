"""Conceptually clustered matrix."""

from qualcode.display.conceptually_clustered import PART
from qualcode.display.contract import DisplayOptions
from tests.display.studies import block_of, four_informants


def build():
    return PART.build(four_informants(), DisplayOptions(), str)


def test_columns_stand_by_family_elements_first_then_obstacles_then_impacts() -> None:
    columns = build().columns
    assert [column.key for column in columns] == ["CG.DLG", "CG.TRU", "OB.COO", "IM.ECO"]
    assert [column.detail for column in columns] == [
        "CG.DLG; Process",
        "CG.TRU; Process",
        "OB.COO; Obstacles",
        "IM.ECO; Impact",
    ]


def test_rows_keep_the_order_of_the_cases() -> None:
    assert [row.key for row in build().rows] == ["INF-04", "INF-01", "INF-03", "INF-02"]


def test_the_reason_of_the_clusters_is_printed() -> None:
    reason = block_of(build())["Why these columns stand together"]
    assert reason.startswith("Process: elements of one process")
    assert "Obstacles: what is said to hinder" in reason
