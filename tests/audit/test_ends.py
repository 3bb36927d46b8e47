"""Ends of chains: what the log or a person wrote down must lead to a decision."""

from qualcode.audit.ends import build_ends, find_end, find_lost_ends
from qualcode.model import LogLine, Problem
from tests.store.decided import decide

FIRST, SECOND = decide(1, hash="a1" * 32), decide(2, hash="b2" * 32)
FILES = {"siti/a.txt.jsonl": [FIRST, SECOND]}


def tell(number: int, **heads: str) -> LogLine:
    named = {f"{name}/a.txt.jsonl": head for name, head in heads.items()}
    return LogLine(number, f"2026-01-0{number}T00:00:00+00:00", "root", "0.1.0", (), heads=named, hash=f"e{number}")


def test_an_end_that_the_log_names_and_nothing_has_is_lost_and_told_once() -> None:
    log = (tell(1, siti="a1" * 32), tell(2, siti="c3" * 32), tell(3, siti="c3" * 32))
    [problem] = find_lost_ends((FIRST, SECOND), log)
    assert problem.where == "decisions/siti/a.txt.jsonl"
    assert problem.severity == "warning"
    assert "c3c3c3c3c3c3 that the log of 2026-01-02 names (line 2)" in problem.what


def test_ends_that_later_decisions_follow_on_are_not_lost() -> None:
    assert find_lost_ends((FIRST, SECOND), (tell(1, siti="a1" * 32), tell(2, siti="b2" * 32), tell(3, siti=""))) == ()


def test_an_end_in_another_file_is_not_lost() -> None:
    assert find_lost_ends((FIRST,), (tell(1, budi="a1" * 32),)) == ()  # a transcript may have got another name


def test_what_somebody_wrote_down_leads_to_its_place() -> None:
    found = find_end(FILES, "A1A1A1A1 ")
    assert found is not None
    assert (found.file, found.place, found.total, found.decision) == ("siti/a.txt.jsonl", 1, 2, FIRST)
    assert find_end(FILES, "ffffffff") is None


def test_what_may_be_two_is_none() -> None:
    assert find_end({"x": [FIRST, decide(3, hash="a1" * 31 + "ff")]}, "a1a1a1a1") is None


def test_files_stand_with_their_ends_and_what_is_odd_about_them() -> None:
    problems = (
        Problem("decisions/siti/a.txt.jsonl:2", "this line does not count: it is torn", ""),
        Problem("decisions/siti/a.txt.jsonl", "decisions that later ones follow on are missing: 1", ""),
        Problem("decisions/budi/b.txt.jsonl", "the end is not here any more", ""),
        Problem("log.jsonl:3", "cannot be read", ""),
    )
    matrix = build_ends(FILES, {"siti/a.txt.jsonl": ("b2" * 32,)}, (tell(1), tell(2)), problems, str)
    log, gone, row = matrix.cells
    assert [cell.lines for cell in log] == [("2",), ("2026-01-01",), ("2026-01-02",), ("e2",), ("cannot be read",)]
    assert [cell.lines for cell in row] == [
        ("2",),
        ("2026-01-01",),
        ("2026-01-01",),
        ("b2" * 32,),
        ("this line does not count: it is torn", "decisions that later ones follow on are missing: 1"),
    ]
    assert [cell.lines for cell in gone] == [("0",), (), (), (), ("the end is not here any more",)]
    [whole] = build_ends(FILES, {}, (), (), str).cells
    assert whole[4].lines == ("nothing",)
