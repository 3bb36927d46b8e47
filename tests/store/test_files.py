"""Files are written whole or not at all, and what a disk refuses is told in two plain lines."""

import errno
import os
import sys
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store.files import explain_disk, list_below, write_file


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.txt", b"x")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"x")
    os.utime(path, (1, 1))
    write_file(path, b"x")
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_failed_write_leaves_the_old_file_and_no_crumbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(QualcodeError) as caught:
        write_file(path, b"new")
    assert caught.value.what
    assert caught.value.how
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full is Linux's")
def test_a_real_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(self: Path, data: bytes) -> int:
        with open("/dev/full", "wb") as full:  # noqa: PTH123
            return full.write(data)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(QualcodeError, match="no room"):
        write_file(tmp_path / "a.txt", b"x" * 100_000)


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(QualcodeError, match="where a folder is needed"):
        write_file(tmp_path / "a" / "b.txt", b"x")


@pytest.mark.parametrize(
    ("winerror", "system", "refused", "words", "advice"),
    [
        (None, "posix", "folder", "You may not write in", "--out"),
        (None, "posix", "a.txt", "is write-protected", "protection"),
        (None, "posix", "", "You may not write", "permission"),
        (32, "nt", "", "is open in another program", "Close it in Word"),
        (33, "nt", "", "is open in another program", "Close it in Word"),
        (5, "nt", "a.txt", "is write-protected", "properties"),
        (5, "nt", "", "cannot be written", "Close it in Word, Excel or other programs; if none"),
    ],
)
def test_the_true_reason_is_told_why_a_file_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int | None, system: str, refused: str, words: str,
    advice: str,
) -> None:  # fmt: skip
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_bytes(b"old")
    error = PermissionError(errno.EACCES, "Permission denied")
    if winerror:
        error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    monkeypatch.setattr("qualcode.store.files.os.access", lambda each, mode: not mode & os.W_OK or each.name != refused)
    monkeypatch.setattr("qualcode.store.files._ON_WINDOWS", system == "nt")
    with pytest.raises(QualcodeError) as caught, explain_disk(path):
        raise error
    assert words in caught.value.what
    assert advice in caught.value.how
    assert ("Word" in caught.value.how) == (system == "nt" and refused == "")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="folders forbid nothing to root, nor on Windows")
def test_a_read_only_folder_is_named_and_no_program_is_blamed(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"old")
    folder.chmod(0o500)
    try:
        with pytest.raises(QualcodeError, match="You may not write in") as caught:
            write_file(folder / "a.txt", b"new")
        with pytest.raises(QualcodeError, match="You may not write in"):
            write_file(folder / "deep" / "a.txt", b"new")
    finally:
        folder.chmod(0o700)
    assert "Word" not in caught.value.how


def test_a_file_that_may_not_be_read_is_no_matter_of_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr("qualcode.store.files.os.access", lambda each, mode: mode != os.R_OK)
    with pytest.raises(QualcodeError, match="You may not read"), explain_disk(path):
        raise PermissionError(errno.EACCES, "Permission denied")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="too long a name"):
        write_file(tmp_path / ("x" * 300), b"")


@pytest.mark.parametrize(("busy", "passes"), [(2, True), (9, False)])
def test_on_windows_a_file_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, busy: int, passes: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    replace, tries, pauses = Path.replace, [], []

    def hold(self: Path, target: Path) -> Path:
        tries.append(self)
        if len(tries) <= busy:
            error = PermissionError(errno.EACCES, "Permission denied")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", hold)
    monkeypatch.setattr("qualcode.store.files._ON_WINDOWS", True)
    monkeypatch.setattr("qualcode.store.files.time.sleep", pauses.append)
    if passes:
        write_file(path, b"new")
    else:
        with pytest.raises(QualcodeError, match="is open in another program"):
            write_file(path, b"new")
    assert path.read_bytes() == (b"new" if passes else b"old")
    assert len(pauses) == len(tries) - 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_what_lies_below_a_folder(tmp_path: Path) -> None:
    assert list_below(tmp_path / "none") == []
    for name in ("b.md", "a/c.md", "a/d.txt", ".e.md"):
        write_file(tmp_path / name, b"x")
    (tmp_path / "f.md").mkdir()
    assert list_below(tmp_path, ".md") == [tmp_path / ".e.md", tmp_path / "a" / "c.md", tmp_path / "b.md"]
    assert len(list_below(tmp_path)) == 4


@pytest.mark.parametrize("deep", [False, True], ids=["the folder", "one in it"])
def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deep: bool
) -> None:
    write_file(tmp_path / "decisions" / "ani" / "a.jsonl", b"x")
    closed = tmp_path / "decisions" / "ani" if deep else tmp_path / "decisions"
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(closed))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(QualcodeError, match=closed.name):
        list_below(tmp_path / "decisions")


def test_a_file_in_a_folder_that_may_not_be_entered_is_explained_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **_: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refuse)  # as exists() and is_file() meet it there
    with pytest.raises(QualcodeError, match="You may not"), explain_disk(tmp_path / "closed" / "a.txt"):
        raise PermissionError(errno.EACCES, "Permission denied", "a.txt")
