"""When two files are the same."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.workflow.records.likeness import compare_bytes, compare_inputs, compare_output

LINES = st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",))), min_size=2)


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()


@given(LINES)
def test_line_ends_of_the_other_system_are_told_from_a_change(lines: list[str]) -> None:
    unix, windows = ("\n".join(lines).encode(), "\r\n".join(lines).encode())
    assert compare_bytes(unix, hash_of(unix)) == "same"
    assert compare_bytes(windows, hash_of(unix)) == "line ends"
    assert compare_bytes(unix, hash_of(windows)) == "line ends"
    assert compare_bytes(windows + b"x", hash_of(unix)) == "changed"


def test_inputs_that_came_or_went_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"x")
    now = {"b.txt": tmp_path / "b.txt", "c.txt": tmp_path / "c.txt"}
    found = dict(compare_inputs({"a.txt": "0", "c.txt": "0"}, now))
    assert found == {"a.txt": "missing", "b.txt": "new", "c.txt": "missing"}


@pytest.mark.parametrize(
    ("then", "there", "again", "likeness"),
    [
        (b"1", b"1", b"1", "same"),
        (b"1", b"2", b"1", "edited"),
        (b"1", None, b"1", "removed"),
        (b"1", b"1", b"2", "changed"),
        (b"1", b"1", None, "missing"),
        (None, b"1", b"1", "new"),
    ],
)
def test_a_result_is_held_against_what_it_was_and_what_lies_there(
    tmp_path: Path, then: bytes | None, there: bytes | None, again: bytes | None, likeness: str
) -> None:
    for name, data in (("there", there), ("again", again)):
        if data is not None:
            (tmp_path / name).write_bytes(data)
    recorded = None if then is None else hash_of(then)
    assert compare_output(recorded, tmp_path / "there", tmp_path / "again") == likeness


def test_the_content_of_an_archive_decides_and_not_its_packing(tmp_path: Path) -> None:
    def pack(name: str, text: str, method: int) -> Path:
        with ZipFile(tmp_path / name, "w", method) as archive:
            archive.writestr("word/document.xml", text * 50)
        return tmp_path / name

    there = pack("a.docx", "words", ZIP_DEFLATED)
    then = hash_of(there.read_bytes())
    assert compare_output(then, there, pack("b.docx", "words", ZIP_STORED)) == "packing"
    assert compare_output(then, there, pack("c.docx", "other words", ZIP_STORED)) == "changed"
