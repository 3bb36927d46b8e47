"""Appending: alone, whole or not at all, and into the file that is there now."""

import errno
import os
import stat
import threading
import time
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store import locking
from qualcode.store.appending import append, open_to_append, read_end


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.02)
    with open_to_append(tmp_path / "a.jsonl"), pytest.raises(QualcodeError, match="Another qualcode is writing"):  # noqa: SIM117
        with open_to_append(tmp_path / "a.jsonl"):
            pass
    with open_to_append(tmp_path / "a.jsonl") as file:
        append(file, tmp_path / "a.jsonl", b"free again\n")


@pytest.mark.skipif(os.name == "nt", reason="an open file is not replaced on Windows")
def test_a_file_put_in_its_place_while_waiting_takes_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old\n")

    def wait_and_append() -> None:
        with open_to_append(path) as file:
            append(file, path, b"mine\n")

    with open_to_append(path):
        waiting = threading.Thread(target=wait_and_append)
        waiting.start()
        time.sleep(0.05)
        (tmp_path / "synced").write_bytes(b"old\nfrom elsewhere\n")
        (tmp_path / "synced").replace(path)
    waiting.join()
    assert path.read_bytes() == b"old\nfrom elsewhere\nmine\n"


def test_a_drive_that_numbers_files_anew_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    monkeypatch.setattr("qualcode.store.appending.os.path.samestat", lambda _one, _other: False)
    with open_to_append(path) as file:
        append(file, path, b"mine\n")
    assert path.read_bytes() == b"mine\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_a_drive_that_cannot_flush_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    flush = os.fsync

    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        flush(handle)

    monkeypatch.setattr("qualcode.store.appending.os.fsync", refuse_folders)
    with open_to_append(path) as file:
        append(file, path, b"mine\n")
    assert path.read_bytes() == b"mine\n"


def test_what_the_disk_refuses_half_way_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"before\n")

    def refuse(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("qualcode.store.appending.os.fsync", refuse)
    with pytest.raises(QualcodeError, match="Input/output error"), open_to_append(path) as file:
        append(file, path, b"lost\n")
    assert path.read_bytes() == b"before\n"


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (b"", (b"", b"")),
        (b"torn", (b"", b"torn")),
        (b"one\n", (b"one", b"")),
        (b"one\ntwo\nto", (b"two", b"to")),
        (b"a\n" + b"x" * 20_000 + b"\n", (b"x" * 20_000, b"")),
        (b"a\n" + b"x" * 20_000, (b"a", b"x" * 20_000)),
    ],
)
def test_the_end_of_a_file(tmp_path: Path, data: bytes, end: tuple[bytes, bytes]) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with path.open("rb") as file:
        assert read_end(file) == end
