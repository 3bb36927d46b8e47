from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.formats import source
from tests.packages import put


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    assert source.load(put(tmp_path, "a.txt", b"\xff\x00a\r\n")) == b"\xff\x00a\r\n"


@pytest.mark.parametrize(
    ("name", "what"),
    [("empty.txt", "the file is empty"), ("none.txt", "there is no such file"), (".", "cannot be opened")],
)
def test_no_bytes_no_traceback(tmp_path: Path, name: str, what: str) -> None:
    put(tmp_path, "empty.txt", b"")
    with pytest.raises(UnreadableSource, match=what):
        source.load(tmp_path / name)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SIZE_LIMIT", 10)
    with pytest.raises(UnreadableSource, match="the limit is"):
        source.load(put(tmp_path, "a.txt", b"x" * 11))
