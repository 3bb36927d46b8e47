"""Files are written whole or not at all, and what a disk refuses is told in two plain lines."""

import errno
import os
import sys
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store.files import write_file


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
