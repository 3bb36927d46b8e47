"""What people do in the Excel sheet of codings."""

from pathlib import Path
from typing import Any

import pytest

from qualcode.messages import translate, translator
from qualcode.sheets.book_in import read_book
from qualcode.sheets.codings_in import read_codings
from qualcode.sheets.codings_out import write_codings
from qualcode.sheets.contract import Back
from tests.sheets.hands import delete_column, edit_book, fill, save_in_libreoffice
from tests.sheets.sheets import FIRST, SECOND, TEXTS, WORDS, errors, find, make_sheet, tell


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "codings.xlsx"
    path.write_bytes(write_codings(make_sheet()))
    return path


def back(path: Path) -> Back:
    return read_codings(read_book(path), TEXTS, WORDS)


def test_a_sheet_as_it_left_says_nothing(sheet: Path) -> None:
    assert back(sheet) == Back((), (), 5)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"decision": "terima"}, ("accept", "")),
        ({"decision": "Accept", "memo": "ya"}, ("accept", "ya")),
        ({"decision": "TOLAK"}, ("reject", "")),
        ({"decision": "kode lain", "new_code": "CG.TRU Trust (id)"}, ("recode", "CG.TRU")),
        ({"new_code": "trust"}, ("recode", "CG.TRU")),
        ({"new_code": "CG.DLG"}, ("accept", "")),
        ({"new_polarity": "menyangkal (−)"}, ("polarity", "")),
        ({"words": "setiap bulan"}, ("move", "")),
        ({"memo": "=1+1 hanya teks"}, ("comment", "=1+1 hanya teks")),
        ({"decision": "tambah kode", "new_code": "OB.COO"}, ("code", "OB.COO")),
    ],
)
def test_a_row_is_decided_on(sheet: Path, cells: dict[str, str], said: tuple[str, str]) -> None:
    def work(book: Any) -> None:
        table = book.worksheets[0]
        keys = {cell.value: cell.column for cell in table[1]}
        for key, value in cells.items():
            table.cell(5, keys[key], value).data_type = "s"

    found = back(edit_book(sheet, work))
    assert tell(found) == [said]
    assert found.problems == ()
    assert found.unchanged == 4
    assert found.edits[0].where.startswith("Pengodean!")


def test_code_polarity_and_words_change_at_once(sheet: Path) -> None:
    found = back(fill(sheet, {1: {"new_code": "OB.COO", "new_polarity": "-", "words": "setiap bulan"}}))
    (edit,) = found.edits
    assert (edit.act, edit.code, edit.polarity, find(FIRST, edit)) == ("recode", "OB.COO", "contrary", "setiap bulan")


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"decision": "mungkin"}, "E", "no decision"),
        ({"decision": "tolak", "new_code": "CG.TRU"}, "E", "at once"),
        ({"decision": "terima", "new_code": "OB.COO"}, "F", "accepted, but"),
        ({"decision": "kode lain"}, "F", "none is given"),
        ({"decision": "tambah kode"}, "F", "none is given"),
        ({"new_code": "CG.DGL"}, "F", "CG.DLG"),
        ({"new_polarity": "agak"}, "G", "no polarity"),
        ({"words": "tidak ada di sini"}, "I", "not what one speaker says"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(sheet: Path, cells: dict[str, str], column: str, words: str) -> None:
    found = back(fill(sheet, {2: cells}))
    (problem,) = found.problems
    assert problem.where == f"Pengodean!{column}6"
    assert words in str(problem)
    assert found.edits == ()


def test_all_problems_come_at_once_and_the_right_rows_are_still_read(sheet: Path) -> None:
    found = back(fill(sheet, {1: {"decision": "???"}, 2: {"new_code": "ZZ"}, 3: {"decision": "tolak"}}))
    assert len(errors(found)) == 2
    assert tell(found) == [("reject", "")]


def test_new_codings_are_found_by_their_words(sheet: Path) -> None:
    rows = {
        1: {"transcript": "a.txt", "words": "penting  sekali", "new_code": "Trust", "new_polarity": "−", "memo": "m"},
        2: {"transcript": "sub/b.txt", "words": "Kami percaya", "new_code": "CG.DLG"},
        3: {"transcript": "sub/b.txt"},
        4: {"transcript": "c.txt", "words": "x", "new_code": "CG.DLG"},
        5: {"transcript": "a.txt", "words": "Kami duduk bersama", "new_code": "CG.DLG"},
        6: {"transcript": "a.txt", "words": "penting"},
        7: {"words": "penting", "new_code": "CG.TRU"},
    }
    found = back(fill(sheet, rows, table=1))
    assert [(edit.code, edit.polarity, find(TEXTS[edit.transcript], edit)) for edit in found.edits] == [
        ("CG.TRU", "contrary", "penting sekali"),
        ("CG.DLG", None, "Kami percaya"),
    ]
    assert [problem.where.partition("!")[2] for problem in errors(found)] == ["A8", "B9", "C10", "A11"]


def test_sorted_rows_and_moved_columns_are_still_known(sheet: Path) -> None:
    fill(sheet, {1: {"decision": "tolak"}, 5: {"decision": "terima"}})

    def work(book: Any) -> None:
        table = book.worksheets[0]
        rows = [[cell.value for cell in row] for row in table.iter_rows(min_row=5, max_row=9)]
        for number, values in enumerate(reversed(rows), start=5):
            for column, value in enumerate(values, start=1):
                table.cell(number, column, value)
        table.insert_cols(3)

    found = back(edit_book(sheet, work))
    assert found.problems == ()
    assert [(edit.act, edit.row and edit.row.transcript) for edit in found.edits] == [
        ("accept", "sub/b.txt"),
        ("reject", "a.txt"),
    ]


def test_a_column_sorted_by_itself_is_seen(sheet: Path) -> None:
    fill(sheet, {1: {"decision": "tolak"}})

    def work(book: Any) -> None:
        table = book.worksheets[0]
        table["B5"].value, table["B9"].value = table["B9"].value, table["B5"].value

    found = back(edit_book(sheet, work))
    assert [(problem.where, problem.severity) for problem in found.problems] == [
        ("Pengodean!B5", "error"),
        ("Pengodean!B9", "warning"),
    ]
    assert found.edits == ()


def test_a_changed_text_code_or_polarity_is_told(sheet: Path) -> None:
    found = back(fill(sheet, {1: {"passage": "kata lain"}, 2: {"code": "CG.DLG"}, 3: {"polarity": "menyangkal (−)"}}))
    assert {problem.where.partition("!")[2] for problem in found.problems} == {"B5", "C6", "D7"}
    assert found.edits == ()


def test_deleted_rows_decide_nothing(sheet: Path) -> None:
    found = back(edit_book(sheet, lambda book: book.worksheets[0].delete_rows(6, 2)))
    assert errors(found) == []
    assert "2, 3" in found.problems[0].what
    assert found.edits == ()


def test_a_doubled_row_is_taken_once_or_named(sheet: Path) -> None:
    def double(decision: str) -> Any:
        def work(book: Any) -> None:
            table = book.worksheets[0]
            table["E5"] = "terima"
            for cell in list(table[5]):
                table.cell(10, cell.column, cell.value)
            table["E10"] = decision

        return work

    assert tell(back(edit_book(sheet, double("terima")))) == [("accept", "")]
    found = back(edit_book(sheet, double("tolak")))
    assert "twice" in errors(found)[0].what
    assert errors(found)[0].where == "Pengodean!E10"
    assert found.edits == ()


@pytest.mark.parametrize("adding", [5, 10], ids=("the first", "the second"))
def test_either_of_two_rows_may_give_a_second_code(sheet: Path, adding: int) -> None:
    def work(book: Any) -> None:
        table = book.worksheets[0]
        for cell in list(table[5]):
            table.cell(10, cell.column, cell.value)
        table[f"E{15 - adding}"], table[f"E{adding}"], table[f"F{adding}"] = "terima", "tambah kode", "OB.COO"

    assert sorted(tell(back(edit_book(sheet, work)))) == [("accept", ""), ("code", "OB.COO")]


def test_merged_cells_formulas_and_notes_outside_are_told_by_cell(sheet: Path) -> None:
    def work(book: Any) -> None:
        table = book.worksheets[0]
        table["E8"] = "=IF(1,1)"
        table["T6"] = "a note"
        table.merge_cells("E5:E6")
        book.create_sheet("My notes")["A1"] = "free words"

    found = back(edit_book(sheet, work))
    assert {problem.where: problem.severity for problem in found.problems} == {
        "Pengodean!E5:E6": "error",
        "Pengodean!E8": "error",
        "Pengodean!T6": "warning",
        "My notes": "warning",
    }


def test_a_table_without_its_hidden_row_is_no_table(sheet: Path) -> None:
    found = back(edit_book(sheet, lambda book: book.worksheets[0].delete_rows(1)))
    assert "hidden first row" in errors(found)[0].what


def test_an_unknown_number_is_told(sheet: Path) -> None:
    found = back(fill(sheet, {1: {"number": "99", "decision": "terima"}}))
    assert errors(found)[0].where == "Pengodean!A5"


def test_rows_of_a_transcript_that_is_left_out_are_passed_over(sheet: Path) -> None:
    fill(sheet, {1: {"decision": "terima"}, 5: {"decision": "terima"}})
    found = read_codings(read_book(sheet), {SECOND.name: SECOND}, WORDS)
    assert [edit.row and edit.row.transcript for edit in found.edits] == ["sub/b.txt"]


@pytest.mark.parametrize("formats", [("ods", "xlsx"), ("xlsx",)], ids=("by way of ods", "saved again"))
def test_libreoffice_keeps_it_all(sheet: Path, formats: tuple[str, ...]) -> None:
    fill(sheet, {1: {"decision": "tolak", "memo": "satu\ndua"}, 2: {"new_code": "OB.COO"}, 3: {"words": "قالوا لنا"}})
    fill(sheet, {1: {"transcript": "sub/b.txt", "words": "percaya saja", "new_code": "Trust"}}, table=1)
    before = back(sheet)
    assert [edit.act for edit in before.edits] == ["reject", "recode", "move", "code"]
    assert back(save_in_libreoffice(sheet, *formats)) == before


def test_what_is_wrong_in_a_sheet_is_said_in_one_language(sheet: Path) -> None:
    wrong = [
        problem.how for problem in back(fill(sheet, {1: {"decision": "mungkin"}, 2: {"new_code": "CG.DLGG"}})).problems
    ]
    t = translator("id")
    assert [translate(how, t) for how in wrong] == [
        "Pilih salah satu: terima, tolak, kode lain, tambah kode",
        "Maksud Anda `CG.DLG`?",
    ]


def test_a_deleted_column_for_decisions_is_told_once(sheet: Path) -> None:
    fill(sheet, {1: {"decision": "tolak"}, 2: {"new_code": "OB.COO"}})
    found = back(delete_column(sheet, "decision"))
    assert tell(found) == [("recode", "OB.COO")]  # what stands in the others is read
    [problem] = found.problems
    assert (problem.where, problem.severity) == ("Pengodean", "warning")
    assert translate(problem.what, translator("id")).endswith(": Keputusan")
