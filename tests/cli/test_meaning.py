"""`qualcode meaning`: what is laid out, one worksheet, and an answer that is kept."""

from pathlib import Path

import pytest


@pytest.fixture
def coded(qualcode, study_folder: Path) -> str:
    assert qualcode("code", str(study_folder)).status == 0
    return str(study_folder)


def test_without_a_name_all_are_shown_and_with_one_its_worksheet(qualcode, coded: str) -> None:
    assert "noting-patterns" in qualcode("meaning", coded).out
    shown = qualcode("meaning", coded, "counting").out
    assert "counting:1" in shown
    assert "Nobody has answered yet." in shown
    assert qualcode("meaning", coded, "counting", "--csv").out.startswith("key,")


def test_the_list_needs_no_study(qualcode) -> None:
    assert len(qualcode("meaning", "--list").out.splitlines()) == 13


def test_an_answer_stands_in_the_worksheet_from_then_on(qualcode, coded: str) -> None:
    done = qualcode("meaning", coded, "counting:1", "--answer", "Who talks much.", "--coder", "siti")
    assert (done.status, done.out.startswith("counting:1: siti's answer is on the disk")) == (0, True)
    assert "Who talks much." in qualcode("meaning", coded, "counting").out
    assert qualcode("meaning", coded, "counting:1", "--answer", "", "--coder", "siti").status == 0
    assert "Who talks much." not in qualcode("meaning", coded, "counting").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("clusterin",), 1),
        (("counting", "--answer", "x"), 2),
        (("counting:9", "--answer", "x"), 1),
        (("counting:1", "--answer", "x", "--coder", "rules"), 1),
        (("making-comparisons", "--by", "colour"), 1),
        (("counting", "--where", "colour=red"), 1),
    ],
)
def test_what_cannot_be_done_is_told_in_two_lines(qualcode, coded: str, arguments: tuple[str, ...], code: int) -> None:
    done = qualcode("meaning", coded, *arguments)
    assert done.status == code
    assert code == 2 or len(done.err.splitlines()) == 2
