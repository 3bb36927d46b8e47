from pathlib import Path

from qualcode.readers.text import read
from tests.packages import put


def test_the_text_is_the_file_itself(tmp_path: Path) -> None:
    text = "---\ncase: sri\n---\r\nP: Apa kabar?\r\n\r\nI: Baik.\t \n"
    (draft,) = read(put(tmp_path, "a.md", text))
    assert draft.text == text
    assert draft.passages == draft.notes == ()


def test_the_notes_name_an_encoding_that_is_not_utf_8(tmp_path: Path) -> None:
    (draft,) = read(put(tmp_path, "a.txt", "P: “Ya”".encode("cp1252")))
    assert draft.text == "P: “Ya”"
    assert draft.notes == ("read as Windows-1252: the file is not UTF-8",)
