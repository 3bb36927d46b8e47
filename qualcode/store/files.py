"""Writing files so that nothing is lost: whole or not at all, and with a plain word where the disk says no."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.messages import mark

_ON_WINDOWS = os.name == "nt"
_LONGEST_ON_WINDOWS = 250  # of 260, for drafts have longer names
_PAUSES = (0.01, 0.05, 0.2, 0.5)  # seconds
_HELD = (32, 33)  # Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all: a reader sees the old file or the new one, never half of it.

    It is for what can be made again, so it does not wait for the disk (a thousand transcripts would wait minutes).

    A file that holds these very bytes already is left alone. A disk without room, a folder without permission and a
    file that Word or Excel holds open are refused in plain words, the old file untouched.
    """
    with explain_disk(path):
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            draft.write_bytes(data)
            put_in_place(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished draft its name. On Windows a virus scanner or a sync tool may hold the old file for a moment and
    must be waited for; what Word or Excel holds longer is refused as a PermissionError."""
    for pause in _PAUSES if _ON_WINDOWS else ():
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(path)


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file that is there already: it may hold somebody's work."""
    if path.exists():
        raise QualcodeError(
            mark("{path} is there already, and may hold somebody's work", path=path),
            mark("Name another file with --to"),
        )


def list_below(folder: Path, ending: str = "") -> list[Path]:
    """All files below the folder whose names end so, sorted; none where there is no such folder.

    A folder that may not be looked into is refused: taken for an empty one, what people decided would be missing from
    the results and nobody would know.
    """

    def refuse(error: OSError) -> None:
        with explain_disk(Path(error.filename)):
            raise error

    with explain_disk(folder):
        if not folder.is_dir():
            return []
        found = [
            Path(root, name)
            for root, _, names in os.walk(folder, onerror=refuse)
            for name in names
            if name.endswith(ending)
        ]
        return sorted(path for path in found if path.is_file())


@contextmanager
def explain_disk(path: Path) -> Iterator[None]:
    """Turn what a disk refuses into two plain lines."""
    try:
        yield
    except OSError as error:
        raise QualcodeError(*_explain(path, error)) from error


def _explain(path: Path, error: OSError) -> tuple[str, str]:
    if error.errno == errno.ENOSPC:
        return mark("There is no room left on the disk for {path}", path=path), mark(
            "Free some room and run the command again"
        )
    if error.errno == errno.EROFS:
        return mark("{path} lies on a disk that cannot be written to", path=path), mark(
            "Name another folder with --out"
        )
    if error.errno == errno.ENAMETOOLONG or (_ON_WINDOWS and len(str(path.absolute())) >= _LONGEST_ON_WINDOWS):
        return mark("{path} is too long a name for this system", path=path), mark(
            "Move the study to a folder nearer to the top of the disk, or give shorter names"
        )
    if isinstance(error, PermissionError):
        return _explain_permission(path, error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return mark("{path} cannot be made: a file stands where a folder is needed", path=path), mark(
            "Move that file away, or use --out"
        )
    return mark("{path} cannot be used: {strerror}", path=path, strerror=error.strerror or error), mark(
        "Check the disk and run the command again"
    )


def _explain_permission(path: Path, error: PermissionError) -> tuple[str, str]:
    """Whether permission is lacking, of what, or another program holds the file, which only Windows forbids."""
    if getattr(error, "winerror", None) in _HELD:
        return mark("{path} is open in another program", path=path), mark(
            "Close it in Word, Excel or whatever holds it, and try again"
        )
    folder = next((each for each in path.parents if os.path.exists(each)), path.parent)  # noqa: PTH110  # never raises
    is_file = os.path.isfile(path)  # noqa: PTH113  # nor does this
    closed = next((each for each in (folder, path) if not _may_read(each)), None)
    if closed:
        return mark("You may not read {path}", path=closed), mark("Ask its owner for permission")
    if not os.access(folder, os.W_OK | os.X_OK):
        return mark("You may not write in {folder}", folder=folder), mark(
            "Name another folder with --out, or ask for permission"
        )
    if is_file and not os.access(path, os.W_OK):
        return mark("{path} is write-protected", path=path), mark(
            "Take the protection away in the file's properties, or name another --out"
        )
    if _ON_WINDOWS and is_file:  # one that is open is often only said to be denied
        how = mark("Close it in Word, Excel or other programs; if none has it open, ask for permission")
        return mark("{path} cannot be written", path=path), how
    return mark("You may not write {path}", path=path), mark("Name another folder with --out, or ask for permission")


def _may_read(path: Path) -> bool:
    """Whether a file or folder that is there may be read; never raises."""
    is_folder = os.path.isdir(path)  # noqa: PTH112
    return os.access(path, os.R_OK | (os.X_OK if is_folder else 0)) or not os.path.exists(path)  # noqa: PTH110
