"""`qualcode sheet out` and `in`, as a user meets them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done, snapshot
from tests.sheets.hands import Document, fill

Command = Callable[..., Done]


@pytest.fixture
def coded(qualcode: Command, study_folder: Path) -> Path:
    assert qualcode("code", study_folder).status == 0
    return study_folder


@pytest.fixture
def book(qualcode: Command, coded: Path, tmp_path: Path) -> Path:
    path = tmp_path / "siti.xlsx"
    done = qualcode("sheet", "out", coded, "--to", path, "--coder", "siti")
    assert (done.status, done.err) == (0, "")
    assert str(path) in done.out
    return path


def test_a_summary_comes_first_and_nothing_is_recorded_without_a_yes(
    qualcode: Command, coded: Path, book: Path
) -> None:
    fill(book, {1: {"decision": "accept", "memo": "m"}, 2: {"decision": "reject"}})
    before = snapshot(coded)
    done = qualcode("sheet", "in", coded, book)
    assert done.status == 1
    assert "siti: accept 1, reject 1, memo 1" in done.out
    assert "--yes" in done.err
    assert snapshot(coded) == before


def test_yes_records_and_says_where(qualcode: Command, coded: Path, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    done = qualcode("sheet", "in", coded, book, "--yes")
    assert done.status == 0
    assert "1 decisions are on the disk" in done.out
    assert (coded / "decisions" / "siti" / "ana.txt.jsonl").is_file()
    assert '"sheet"' in (coded / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    again = qualcode("sheet", "in", coded, book, "--yes")
    assert (again.status, "recorded before 1" in again.out) == (0, True)
    assert "nothing to record" in again.out


def test_every_mistake_is_shown_at_once_and_stops_all_or_is_left_out(
    qualcode: Command, coded: Path, book: Path
) -> None:
    fill(book, {1: {"decision": "perhaps"}, 2: {"new_code": "H.RIAN"}, 3: {"decision": "accept"}})
    done = qualcode("sheet", "in", coded, book, "--yes")
    assert done.status == 1
    assert "Codings!E5" in done.err
    assert "Did you mean `H.RAIN`?" in done.err
    assert "2 problems" in done.err
    assert not (coded / "decisions").exists()
    partly = qualcode("sheet", "in", coded, book, "--yes", "--partly")
    assert partly.status == 0
    assert "left out: siti.xlsx: Codings!E5" in partly.err
    assert "1 decisions are on the disk" in partly.out


def test_deleted_comments_are_listed_before_they_count(qualcode: Command, coded: Path, tmp_path: Path) -> None:
    path = tmp_path / "ana.docx"
    assert qualcode("sheet", "out", coded, "--to", path, "--transcript", "ana.txt").status == 0
    with Document(path) as document:
        document.delete(1)
    done = qualcode("sheet", "in", coded, path, "--coder", "siti")
    assert "Deleted comments, to be rejected: 1" in done.out
    assert "H.RAIN “The rain came late.”" in done.out


def test_several_sheets_at_once_and_the_same_row_in_both(qualcode: Command, coded: Path, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    other = book.with_name("copy.xlsx")
    other.write_bytes(book.read_bytes())
    fill(book, {2: {"decision": "accept"}})
    done = qualcode("sheet", "in", coded, book, other, "--yes")
    assert "2 decisions are on the disk" in done.out


def test_a_folder_of_sheets_goes_out_and_comes_in(qualcode: Command, coded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    assert qualcode("sheet", "out", coded, "--to", folder, "--coder", "siti").status == 0
    for name in ("ana.txt.docx", "budi.txt.docx"):
        with Document(folder / name) as document:
            document.change(1, "accept")
    (folder / "~$ana.txt.docx").write_bytes(b"open elsewhere")
    assert "2 decisions are on the disk" in qualcode("sheet", "in", coded, folder, "--yes").out
    (tmp_path / "empty").mkdir()
    assert "no sheet in" in qualcode("sheet", "in", coded, tmp_path / "empty").err


def test_json_for_another_program(qualcode: Command, coded: Path, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}, 2: {"decision": "?"}})
    (plan,) = json.loads(qualcode("sheet", "in", coded, book, "--json").out)
    assert plan["coders"] == {"siti": {"accept": 1}}
    assert plan["problems"][0]["where"] == "siti.xlsx: Codings!E6"


@pytest.mark.parametrize(
    ("name", "words"), [("gone.xlsx", "no such file"), ("notes.txt", "is no sheet"), ("study.yaml", "is no sheet")]
)
def test_what_is_no_sheet_is_refused_in_two_lines(
    qualcode: Command, coded: Path, tmp_path: Path, name: str, words: str
) -> None:
    done = qualcode("sheet", "in", coded, tmp_path / name)
    assert (done.status, len(done.err.splitlines())) == (1, 2)
    assert words in done.err


def test_a_study_that_was_not_coded_says_so(qualcode: Command, study_folder: Path, tmp_path: Path) -> None:
    done = qualcode("sheet", "out", study_folder, "--to", tmp_path / "a.xlsx")
    assert done.status == 1
    assert "qualcode code" in done.err


def test_what_changed_while_the_question_waited_stops_it(
    qualcode: Command, coded: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book, {1: {"decision": "accept"}})

    def answer(_question: str) -> bool:
        fill(book, {2: {"decision": "reject"}})
        return True

    monkeypatch.setattr("qualcode.cli.shared.ask", answer)
    done = qualcode("sheet", "in", coded, book)
    assert (done.status, "while the question waited" in done.err) == (1, True)
    assert not (coded / "decisions").exists()
    assert "2 decisions are on the disk" in qualcode("sheet", "in", coded, book).out


def test_what_was_decided_while_the_question_waited_stops_it(
    qualcode: Command, coded: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book, {1: {"decision": "accept"}})
    copy = book.with_name("copy.xlsx")
    copy.write_bytes(book.read_bytes())
    monkeypatch.setattr("qualcode.cli.shared.ask", lambda _: qualcode("sheet", "in", coded, copy, "--yes").status == 0)
    done = qualcode("sheet", "in", coded, book)
    assert (done.status, "while the question waited" in done.err) == (1, True)


def test_a_name_with_blanks_around_it_is_the_same_name(qualcode: Command, coded: Path, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    refused = qualcode("sheet", "in", coded, book, "--yes", "--coder", "rules ")
    assert (refused.status, "a machine's coder" in refused.err) == (1, True)
    assert qualcode("sheet", "in", coded, book, "--yes", "--coder", " budi ").status == 0
    assert [path.name for path in (coded / "decisions").iterdir() if path.is_dir()] == ["budi"]


def test_cells_of_a_display_leave_and_come_back(qualcode: Command, coded: Path, tmp_path: Path) -> None:
    path = tmp_path / "cells.xlsx"
    done = qualcode("sheet", "out", coded, "--display", "role-ordered", "--rows", "C1", "--to", path, "--coder", "siti")
    assert (done.status, done.err) == (0, "")
    fill(path, {1: {"yours": "Late rain."}})
    done = qualcode("sheet", "in", coded, path, "--yes")
    assert "siti: fill 1" in done.out
    assert "1 decisions are on the disk" in done.out
    assert "Late rain." in qualcode("display", coded, "role-ordered", "--content", "summary").out
    assert '"unchanged"' in qualcode("sheet", "in", coded, path, "--json").out


def test_what_belongs_to_codings_is_refused_for_a_display_and_the_other_way(
    qualcode: Command, coded: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cells.xlsx"
    for arguments in (("--display", "role-ordered", "--blind"), ("--rows", "C1"), ("--display", "rol")):
        done = qualcode("sheet", "out", coded, "--to", path, *arguments)
        assert (done.status, len(done.err.splitlines()), path.exists()) == (1, 2, False)


def test_a_sheet_as_a_whole_is_named_in_the_language_that_is_spoken(qualcode: Command, coded: Path, book: Path) -> None:
    from openpyxl import load_workbook

    opened = load_workbook(book)
    opened.worksheets[0].delete_rows(5)
    opened.save(book)
    assert "siti.xlsx: the sheet: " in qualcode("sheet", "in", coded, book, "--yes", "--lang", "en").err
    assert "siti.xlsx: lembar: " in qualcode("sheet", "in", coded, book, "--yes", "--lang", "id").err
