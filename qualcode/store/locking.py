"""A lock on an open file, held against other processes and threads until it is given back.

The file itself is locked, not another one beside it: that costs a tenth of what waiting for the disk does.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from qualcode.errors import QualcodeError
from qualcode.messages import mark

LOCK_SECONDS = 10
_PAUSE = 0.005

if os.name == "nt":
    import msvcrt

    _FAR = 2**30  # a byte far behind the end: others may read the file meanwhile

    def _try_to_lock(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _try_to_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def lock(file: IO[bytes], path: Path) -> Iterator[None]:
    """Hold `file`, opened at `path`, alone; another program that holds it too long is told in two lines."""
    end = time.monotonic() + LOCK_SECONDS
    while not _try_to_lock(file):
        if time.monotonic() > end:
            raise QualcodeError(
                mark("Another qualcode is writing to {path}", path=path),
                mark("Wait until it is done and run the command again"),
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _unlock(file)
