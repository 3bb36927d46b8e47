"""Writing a person's own file in place."""

import os
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store.keeping import read_text, replace_text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_bytes("\ufeffsatu\r\ndua\r\n".encode())
    return path


def test_line_ends_and_mark_are_read_and_written_as_they_are(path: Path) -> None:
    text = read_text(path)
    assert text == "\ufeffsatu\r\ndua\r\n"
    replace_text(path, text, text + "tiga\r\n")
    assert path.read_bytes() == "\ufeffsatu\r\ndua\r\ntiga\r\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["own.yaml"]


def test_a_file_that_somebody_else_changed_is_left_alone(path: Path) -> None:
    with pytest.raises(QualcodeError, match="meanwhile"):
        replace_text(path, "something else", "new")
    assert path.read_bytes() == "\ufeffsatu\r\ndua\r\n".encode()
    assert [each.name for each in path.parent.iterdir()] == ["own.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes as POSIX has them")
def test_a_link_stays_a_link_and_permissions_stay(path: Path) -> None:
    path.chmod(0o640)
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    replace_text(link, read_text(link), "new")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_not_there_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(QualcodeError):
        read_text(tmp_path / "none.yaml")


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="needs a user whom permissions bind")
def test_a_file_that_may_not_be_written_to_is_not_replaced(path: Path) -> None:
    path.chmod(0o440)
    with pytest.raises(QualcodeError, match="cannot be written"):
        replace_text(path, read_text(path), "new")
