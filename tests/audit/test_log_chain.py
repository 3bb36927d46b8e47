"""The log's chain: what was changed or taken away is missed by the line after it."""

from dataclasses import replace

from qualcode.audit.log_chain import find_breaks, find_changed_codings
from qualcode.model import LogLine


def tell(number: int, before: str | None, command: str = "run", **codings: str) -> LogLine:
    hashes = {"codings": codings} if codings else {}
    when = f"2026-01-0{number}T00:00:00+00:00"
    return LogLine(number, when, "ana", "0.1", (command, "."), hashes=hashes, hash=f"h{number}", before=before)


WHOLE = (tell(1, ""), tell(2, "h1"), tell(3, "h2"))


def test_a_whole_log_has_no_breaks() -> None:
    assert find_breaks(WHOLE, "h3") == find_breaks(WHOLE, "h2") == find_breaks((), "") == ()


def test_lines_of_a_version_without_hashes_are_no_breaks() -> None:
    assert find_breaks((tell(1, None), tell(2, None), tell(3, "h2"))) == ()


def test_a_line_taken_away_or_changed_is_missed_by_the_next() -> None:
    [taken] = find_breaks((WHOLE[0], WHOLE[2]))
    [first] = find_breaks(WHOLE[1:])
    [changed] = find_breaks((WHOLE[0], replace(WHOLE[1], hash="other"), WHOLE[2]))
    assert [each.where for each in (taken, first, changed)] == ["log.jsonl:3", "log.jsonl:2", "log.jsonl:3"]


def test_the_last_line_is_missed_by_the_manifest() -> None:
    [problem] = find_breaks(WHOLE[:2], "h3")
    assert problem.where == "log.jsonl"
    assert "manifest" in problem.what


def test_a_log_that_begins_twice_is_told() -> None:
    [problem] = find_breaks((*WHOLE, tell(4, "")))
    assert problem.where == "log.jsonl:4"


def test_codings_that_changed_before_a_command_that_makes_none_were_changed_by_hand() -> None:
    coded, report = tell(1, "", "code", a="1", b="1"), tell(2, "h1", "report", a="2", b="1")
    [problem] = find_changed_codings((coded, report, tell(3, "h2", "report", a="2", b="1")))
    assert (problem.where, ": a" in problem.what) == ("log.jsonl:2", True)
    assert find_changed_codings((coded, tell(2, "h1", "run", a="2"), tell(3, "h2", "show"))) == ()
