from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from qualcode.errors import UnreadableSource
from qualcode.readers.xlsx import read
from tests.packages import pack, put, show

HEADER = ["Waktu", "Penutur", "Ucapan"]


def save(folder: Path, sheets: dict[str, list[list[Any]]], hidden: str = "") -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def test_values_are_shown_as_a_reader_sees_them(tmp_path: Path) -> None:
    values = [
        time(0, 3, 43),
        timedelta(seconds=65),
        datetime(2024, 6, 13),
        datetime(2024, 6, 13, 9, 30),
        date(2024, 6, 13),
        2.0,
        2.5,
    ]
    (draft,) = read(save(tmp_path, {"A": [HEADER, *([value, "P", "Ya"] for value in values), [None, "I", 2024]]}))
    assert [p.time for p in draft.passages] == [
        "00:03:43", "0:01:05", "2024-06-13", "2024-06-13 09:30:00", "2024-06-13", "2", "2.5", None,
    ]  # fmt: skip
    assert draft.passages[-1].words == "2024"


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    path = save(tmp_path, {"A": [HEADER, ["0:01", "P", "ya"]]})
    assert show(read(path)[0]) == ["0:01 | P | ya"]


def test_several_sheets_are_several_interviews(tmp_path: Path) -> None:
    talk = [HEADER, ["0:01", "P", "Apa?"]]
    first, second = read(save(tmp_path, {"Sri": talk, "Kosong": [], "Budi": talk, "Daftar": talk}, hidden="Daftar"))
    assert (first.suffix, second.suffix) == ("#1", "#2")
    assert (first.notes, second.notes) == (("sheet: Sri",), ("sheet: Budi",))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (pack({"xl/workbook.xml": "<a>"}), "damaged"),
        (pack({"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}), "document type"),
        (pack({"word/document.xml": "x"}), "but a Word document"),
        (b"speaker,text\n", "but plain text"),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read(put(tmp_path, "a.xlsx", data))


def test_a_workbook_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no sheet with a column of words"):
        read(save(tmp_path, {"A": [["a", "b"], [1, 2]]}))


def test_beside_talk_other_sheets_are_left_out_and_told(tmp_path: Path) -> None:
    talk = [HEADER, ["0:01", "P", "Apa?"], ["0:04", "I", "Itu."]]
    codes = [["Kode", "Definisi"], ["MOD", "Pembicara menyebut modal usaha dan dari mana asalnya."]]
    people = [["Kode", "Pengalaman"], ["I", "Perajin keripik sejak lama dan pernah menjadi pengurus koperasi"]]
    (draft,) = read(save(tmp_path, {"Talk": talk, "Codes": codes, "People": people}))
    assert show(draft) == ["0:01 | P | Apa?", "0:04 | I | Itu."]
    assert draft.notes == ("sheet: Talk", "sheets left out: Codes, People")
    assert len(read(save(tmp_path, {"People": people, "More": people}))) == 2
    with pytest.raises(UnreadableSource, match="definitions"):
        read(save(tmp_path, {"Codes": codes}))
