"""Files beside their records."""

from qualcode.audit.records import Recorded, build_records


def test_a_row_tells_how_many_are_as_recorded_and_names_the_others() -> None:
    kinds = (
        Recorded("codings", "Codings", "log.jsonl, line 1", ("a", "b"), changed=("c",), gone=("d", "e")),
        Recorded("outputs", "Results", "log.jsonl, line 2", ("x",)),
    )
    matrix = build_records(kinds, str)
    assert [row.label for row in matrix.rows] == ["Codings", "Results"]
    first, second = ([cell.lines for cell in row] for row in matrix.cells)
    assert first == [("5",), ("2",), ("c",), ("d", "e"), ("log.jsonl, line 1",)]
    assert second == [("1",), ("1",), ("nothing",), ("nothing",), ("log.jsonl, line 2",)]
