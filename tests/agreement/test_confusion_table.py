from qualcode.agreement.confusion_table import build_confusion_table
from tests.agreement.test_agreement_table import compare


def read(given):
    matrix = build_confusion_table(compare(given), str, "en")
    return {
        (row.key, column.key): (cell.lines[0], len(cell.coding_ids))
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
        if cell.coding_ids
    }


def test_a_miss_stands_by_the_code_that_was_given_instead():
    given = {
        "rules": {"CG.DLG": [0, 1], "OB.COO": [1, 5]},
        "ana": {"CG.TRU": [0, 1, 2], "OB.COO": [5]},
    }
    assert read(given) == {
        ("CG.TRU", "CG.DLG"): ("2", 4),
        ("CG.TRU", "OB.COO"): ("1", 2),
        ("CG.TRU", "none"): ("1", 1),
    }


def test_a_code_given_rightly_is_none_given_instead():
    given = {"rules": {"CG.DLG": [0]}, "ana": {"CG.TRU": [0], "CG.DLG": [0]}}
    assert read(given) == {("CG.TRU", "none"): ("1", 1)}


def test_where_nothing_is_missed_the_table_is_empty():
    assert read({"rules": {"CG.DLG": [0]}, "ana": {"CG.DLG": [0]}}) == {}
