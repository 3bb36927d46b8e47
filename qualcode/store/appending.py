"""Appending whole lines to a file: locked against other processes, and on the disk before it is said to be done."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.store.files import explain_disk

LOCK_SECONDS = 10
BLOCK = 8192


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keep every other qualcode from writing to `path` meanwhile; one that holds it too long is told in two lines."""
    from filelock import FileLock, Timeout

    with explain_disk(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS):
                yield
        except Timeout:
            raise QualcodeError(
                f"Another qualcode is writing to {path.parent}", "Wait until it is done and run the command again"
            ) from None


def append(path: Path, data: bytes) -> None:
    """Put `data` at the end of `path`, all of it and on the disk before this returns, or none of it.

    The caller holds the lock. Where the disk refuses (full, gone), the file is cut back to what it was.
    """
    is_new = not path.exists()
    with path.open("ab", buffering=0) as file:
        before = file.seek(0, os.SEEK_END)
        try:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except BaseException:
            file.truncate(before)
            raise
    if is_new:
        _flush_name(path.parent)


def _flush_name(folder: Path) -> None:
    """Put a new file's name on the disk too; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_end(path: Path) -> tuple[bytes, bytes]:
    r"""The last line that ends in `\n`, without it, and what stands after it; only the end of the file is read."""
    if not path.exists():
        return b"", b""
    with path.open("rb") as file:
        start = file.seek(0, os.SEEK_END)
        data = b""
        while start > 0 and data.count(b"\n") < 2:
            step = min(start, max(BLOCK, len(data)))
            start -= step
            file.seek(start)
            data = file.read(step) + data
    lines, newline, rest = data.rpartition(b"\n")
    return (lines.rpartition(b"\n")[2], rest) if newline else (b"", data)


def mend_end(path: Path, is_whole: Callable[[bytes], bool]) -> str | None:
    r"""See to a last line that does not end in `\n`, as a crash in the middle of a write leaves it.

    One that `is_whole` gets the line end that it lacks. Any other is set aside in `NAME.torn`; the return value then
    says so, else it is None. The caller holds the lock.
    """
    _, rest = read_end(path)
    if not rest:
        return None
    if is_whole(rest):
        append(path, b"\n")
        return None
    aside = path.with_name(f"{path.name}.torn")
    append(aside, rest + b"\n")
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - len(rest))
        os.fsync(file.fileno())
    return f"the last line of {path.name} was torn and is now in {aside.name}"
