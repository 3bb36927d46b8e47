"""The trail: commands and sittings in the order of time."""

from qualcode.audit.trail import build_trail
from qualcode.model import LogLine
from tests.store.decided import decide


def run(number: int, when: str, book: str, **more: object) -> LogLine:
    hashes = {"codebooks": {"small": book}, "transcripts": {"a.txt": "aa"}, "outputs": {"report.md": "cc"}}
    return LogLine(number, when, "root", "0.1.0", ("run", "study"), hashes=hashes, **more)  # type: ignore[arg-type]


def read(log, decisions, known=()) -> list[tuple[str, ...]]:
    matrix = build_trail(log, decisions, {"0" * 16: "1" * 16}, known, str)
    return [
        (row.label, *(" | ".join(cell.lines) for cell in cells))
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]


def test_commands_and_sittings_stand_in_the_order_of_time() -> None:
    log = (run(1, "2026-01-01T00:00:00+00:00", "aa"), run(2, "2026-01-03T08:00:00+00:00", "bb"))
    decisions = (
        decide(1, hash="d1" * 32),
        decide(2, act="reject", hash="d2" * 32),
        decide(3, hash="d3" * 32),
        decide(4, who="budi", seen="blind", hash="d4" * 32),
    )
    assert read(log, decisions) == [
        ("2026-01-01 00:00", "root", "qualcode run study", "version 0.1.0", "", "codings 0, results 1"),
        ("2026-01-01 00:00", "siti", "accept 2, reject 1 | review page", "a.txt", "", "d3" * 6),
        ("2026-01-01 00:00", "budi", "accept 1 | review page, blind", "a.txt", "", "d4" * 6),
        ("2026-01-03 08:00", "root", "qualcode run study", "version 0.1.0", "small", "codings 0, results 1"),
    ]


def test_another_day_another_transcript_and_another_way_are_rows_of_their_own() -> None:
    decisions = (
        decide(1, hash="d1" * 32),
        decide(2, hash="d2" * 32, when="2026-01-02T00:00:00+00:00"),
        decide(3, hash="d3" * 32, when="2026-01-02T00:00:00+00:00", transcript="b.txt"),
        decide(4, hash="d4" * 32, when="2026-01-02T00:00:00+00:00", transcript=""),
    )
    assert [row[3] for row in read((), decisions)] == ["a.txt", "a.txt", "b.txt", "the study"]


def test_cells_open_onto_the_codings_as_they_are_called_now() -> None:
    matrix = build_trail(
        (), (decide(0, hash="d1" * 32), decide(1, hash="d2" * 32)), {"0" * 16: "f" * 16}, ("f" * 16,), str
    )
    [[_, _, on, _, _]] = matrix.cells
    assert on.coding_ids == ("f" * 16,)
    assert matrix.cell_id(0, 2) == f"trail:{'d1' * 6}:on"


def test_acts_that_the_log_counts_are_told() -> None:
    line = LogLine(1, "2026-01-01T00:00:00+00:00", "root", "0.1.0", ("review", "."), coder="siti", acts={"accept": 3})
    assert read((line,), ())[0][1:3] == ("siti", "qualcode review . | accept 3")


def test_nothing_has_no_rows() -> None:
    assert read((), ()) == []
