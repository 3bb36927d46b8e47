"""Files that are no sheet, or can do harm, are refused in plain words before anything of them is used."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest

from qualcode.errors import QualcodeError
from qualcode.sheets.book_in import read_book
from qualcode.sheets.codings_out import write_codings
from qualcode.sheets.document_out import write_document
from qualcode.sheets.document_text import open_document
from tests.sheets.hands import Document, edit_book
from tests.sheets.sheets import make_sheet

Open = Callable[[Path], object]
OPENERS: tuple[tuple[Open, str], ...] = ((read_book, "sheet.xlsx"), (open_document, "sheet.docx"))


@pytest.mark.parametrize(("open_", "name"), OPENERS)
@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_other_files_are_refused(open_: Open, name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(QualcodeError):
        open_(path)


@pytest.mark.parametrize(("open_", "name"), OPENERS)
def test_a_missing_file_is_refused(open_: Open, name: str, tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="no such file"):
        open_(tmp_path / name)


@pytest.mark.parametrize(("open_", "name"), OPENERS)
def test_a_bomb_is_refused(open_: Open, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for part in ("word/document.xml", "xl/workbook.xml", "[Content_Types].xml"):
            archive.writestr(part, b"0" * 30_000_000)
    with pytest.raises(QualcodeError, match="times its size"):
        open_(path)


def test_a_document_and_a_workbook_that_never_left_are_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "letter.docx"))
    openpyxl.Workbook().save(tmp_path / "budget.xlsx")
    for open_, name in ((open_document, "letter.docx"), (read_book, "budget.xlsx")):
        with pytest.raises(QualcodeError, match="no sheet of qualcode"):
            open_(tmp_path / name)


def test_a_document_whose_imprint_was_touched_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(write_document(make_sheet()))
    with Document(path) as document:
        document.replace("qualcode-sheet:1:", "qualcode-sheet:1:0")
    with pytest.raises(QualcodeError, match="sheet"):
        open_document(path)


def test_a_workbook_without_its_hidden_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(write_codings(make_sheet()))
    edit_book(path, lambda book: book.remove(book["qualcode"]))
    with pytest.raises(QualcodeError, match="taken out"):
        read_book(path)


def test_entity_tricks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(write_document(make_sheet()))
    with Document(path) as document:
        comments = str(document.parts["word/comments.xml"])
        trick = '<!DOCTYPE a [<!ENTITY b "c">]><w:comments'
        document.parts["word/comments.xml"] = comments.replace("<w:comments", trick, 1)
    with pytest.raises(QualcodeError, match="document type"):
        open_document(path)
