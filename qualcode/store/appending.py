"""Appending whole lines to a file: locked against others, and on the disk before it is said to be done."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from qualcode.messages import mark
from qualcode.store.files import explain_disk
from qualcode.store.locking import lock

BLOCK = 4096
_ATTEMPTS = 20


@contextmanager
def open_to_append(path: Path) -> Iterator[IO[bytes]]:
    """The file at `path` for reading and appending, made if it is not there, and held against all others."""
    with explain_disk(path):
        for attempt in range(_ATTEMPTS):
            with _open(path) as file, lock(file, path):
                last = attempt + 1 == _ATTEMPTS  # some shared drives give a file another number each time
                if last or os.path.samestat(os.fstat(file.fileno()), path.stat()):
                    yield file
                    return
            # another program has put a new file in its place meanwhile: what is written must go into that one


def _open(path: Path) -> IO[bytes]:
    try:
        return path.open("ab+", buffering=0)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("ab+", buffering=0)


def append(file: IO[bytes], path: Path, data: bytes) -> None:
    """Put `data` at the end of an open file, all of it and on the disk before this returns, or none of it.

    Where the disk refuses (full, gone), the file is cut back to what it was.
    """
    before = file.seek(0, os.SEEK_END)
    try:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())
    except BaseException:
        file.truncate(before)
        raise
    if not before:
        _flush_name(path.parent)


def _flush_name(folder: Path) -> None:
    """Put a new file's name on the disk too; Windows does so by itself and cannot open a folder.

    Some shared drives know no such thing. The line itself is on the disk by then, so that is no failure.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def read_end(file: IO[bytes]) -> tuple[bytes, bytes]:
    r"""The last line that ends in `\n`, without it, and what stands after it; only the end of the file is read."""
    start = file.seek(0, os.SEEK_END)
    data = b""
    while start > 0 and data.count(b"\n") < 2:
        step = min(start, max(BLOCK, len(data)))
        start -= step
        file.seek(start)
        data = file.read(step) + data
    lines, newline, rest = data.rpartition(b"\n")
    return (lines.rpartition(b"\n")[2], rest) if newline else (b"", data)


def mend_end(file: IO[bytes], path: Path, rest: bytes, is_whole: Callable[[bytes], bool]) -> str | None:
    r"""See to `rest`, a last line that does not end in `\n`, as a crash in the middle of a write leaves it.

    One that `is_whole` gets the line end that it lacks. Any other is set aside in `NAME.torn`; the return value then
    says so, else it is None.
    """
    if not rest:
        return None
    if is_whole(rest):
        append(file, path, b"\n")
        return None
    aside = path.with_name(f"{path.name}.torn")
    with open_to_append(aside) as torn:
        append(torn, aside, rest + b"\n")
    file.truncate(file.seek(0, os.SEEK_END) - len(rest))
    return mark("the last line of {name} was torn and is now in {aside}", name=path.name, aside=aside.name)
