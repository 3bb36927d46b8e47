"""An auditor's sheet out and back: what was filled in, and every mistake with its cell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualcode.model import Problem
from qualcode.sheets.audit_in import AuditBack, read_audit
from qualcode.sheets.audit_out import write_audit
from qualcode.sheets.book_in import read_book
from qualcode.sheets.words import read_verdict
from tests.sheets.hands import FIRST, delete_column, edit_book, fill
from tests.sheets.sheets import CODINGS, TEXTS, make_sheet


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "audit.xlsx"
    path.write_bytes(write_audit(make_sheet("audit"), {CODINGS[0].id: "C1 +"}))
    return path


def read(path: Path) -> AuditBack:
    return read_audit(read_book(path), TEXTS)


def tell(back: AuditBack) -> list[tuple[str, str, str | None, str]]:
    return [(each.where, each.row.code, each.verdict, each.remark) for each in back.judged]


def problems_of(path: Path) -> list[tuple[str, str]]:
    return [(problem.where, problem.what) for problem in read(path).problems if isinstance(problem, Problem)]


def change(path: Path, work: Callable[[Any], None]) -> Path:
    return edit_book(path, lambda book: work(book.worksheets[0]))


def test_an_untouched_sheet_says_nothing(sheet: Path) -> None:
    back = read(sheet)
    assert (back.judged, back.problems, back.empty) == ((), (), len(CODINGS))


def test_verdicts_and_remarks_come_back_with_their_rows(sheet: Path) -> None:
    fill(
        sheet,
        {1: {"verdict": "sesuai"}, 2: {"verdict": "not borne out", "remark": "bukan ini"}, 4: {"remark": "lihat"}},
    )
    assert tell(read(sheet)) == [
        ("Audit!E5", "CG.DLG", "supported", ""),
        ("Audit!E6", "CG.TRU", "not supported", "bukan ini"),
        ("Audit!E8", "OB.COO", None, "lihat"),
    ]
    assert read(sheet).empty == 2


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("borne out", "supported"),
        ("SESUAI ", "supported"),
        ("Tidak sesuai", "not supported"),
        ("tidak", "not supported"),
        ("?", "unclear"),
        ("tidak jelas", "unclear"),
        ("entah", None),
        ("", None),
    ],
)
def test_verdicts_are_known_in_both_languages(word: str, verdict: str | None) -> None:
    assert read_verdict(word) == verdict


def test_a_word_that_is_no_verdict_is_a_problem_and_judges_nothing(sheet: Path) -> None:
    fill(sheet, {1: {"verdict": "entah"}, 2: {"verdict": "ok"}})
    assert [row[1] for row in tell(read(sheet))] == ["CG.TRU"]
    assert problems_of(sheet) == [("Audit!E5", "`entah` is no verdict")]


def test_a_verdict_on_other_words_or_another_code_is_refused(sheet: Path) -> None:
    fill(sheet, {1: {"verdict": "ok", "passage": "lain sama sekali"}, 2: {"verdict": "ok", "code": "CG.DLG Dialogue"}})
    assert read(sheet).judged == ()
    assert [where for where, _ in problems_of(sheet)] == ["Audit!B5", "Audit!C6"]


def test_words_changed_in_a_row_without_a_verdict_harm_nothing(sheet: Path) -> None:
    fill(sheet, {1: {"passage": "lain"}})
    assert problems_of(sheet) == []


def test_rows_may_be_sorted_and_deleted(sheet: Path) -> None:
    fill(sheet, {5: {"verdict": "sesuai"}})
    change(sheet, lambda table: table.delete_rows(FIRST, 3))
    assert [(code, verdict) for _, code, verdict, _ in tell(read(sheet))] == [("CG.TRU", "supported")]


def test_a_row_that_is_there_twice_and_says_otherwise_judges_nothing(sheet: Path) -> None:
    fill(sheet, {1: {"verdict": "sesuai"}, 2: {"verdict": "sesuai"}})

    def copy(table: Any) -> None:
        for column in range(1, table.max_column + 1):
            table.cell(FIRST + 5, column, table.cell(FIRST, column).value)
        table.cell(FIRST + 5, 5, "tidak sesuai")

    change(sheet, copy)
    assert [row[1] for row in tell(read(sheet))] == ["CG.TRU"]
    assert problems_of(sheet)[0][0] == "Audit!E10"


def test_a_number_that_never_left_is_a_problem(sheet: Path) -> None:
    fill(sheet, {1: {"number": "99", "verdict": "ok"}})
    assert problems_of(sheet) == [("Audit!A5", "no row with this number left")]


def test_the_sheet_shows_what_a_coding_bears_on_and_who_made_it(sheet: Path) -> None:
    row = read_book(sheet).rows[0]
    assert row.get("claims") == "C1 +"
    assert row.get("status").startswith("saran") or row.get("status").startswith("disarankan")
    assert row.get("verdict") == ""


def test_a_transcript_that_changed_is_passed_over(sheet: Path) -> None:
    fill(sheet, {1: {"verdict": "ok"}, 5: {"verdict": "ok"}})
    back = read_audit(read_book(sheet), {"sub/b.txt": TEXTS["sub/b.txt"]})
    assert [each.row.transcript for each in back.judged] == ["sub/b.txt"]


def test_a_deleted_column_for_verdicts_is_told(sheet: Path) -> None:
    back = read(delete_column(fill(sheet, {1: {"verdict": "sesuai"}}), "verdict"))
    assert (back.judged, len(back.problems)) == ((), 1)
