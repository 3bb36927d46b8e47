"""Whether a file is what it was: to the byte, but for line ends, but for its packing, or not."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from qualcode.formats.json_text import parse_json

Likeness = Literal["same", "line ends", "packing", "changed", "missing", "new", "edited", "removed"]


def compare_inputs(then: Mapping[str, str], now: Mapping[str, Path]) -> Iterator[tuple[str, Likeness]]:
    """Each input by name: its file as it is `now` held against the SHA-256 it had `then`."""
    for name in sorted(then.keys() | now.keys()):
        if name not in now or not now[name].is_file():
            yield name, "missing"
        elif name not in then:
            yield name, "new"
        else:
            yield name, compare_bytes(now[name].read_bytes(), then[name])


def compare_bytes(data: bytes, then: str) -> Likeness:
    """Bytes held against a SHA-256: the same, the same with the line ends of Windows or Unix, or changed."""
    if _hash(data) == then:
        return "same"
    unix = data.replace(b"\r\n", b"\n")
    if then in (_hash(unix), _hash(unix.replace(b"\n", b"\r\n"))):
        return "line ends"
    return "changed"


def compare_output(then: str | None, there: Path, again: Path) -> Likeness:
    """A result that was made again held against the SHA-256 it had then; `there` is the file as it lies now.

    Word and Excel files are archives, which another machine may pack otherwise: their content decides.
    """
    found = _compare_made(then, there, again)
    if found == "changed" and there.is_file() and _hash(there.read_bytes()) == then and _is_alike(there, again):
        return "packing"
    return found


def compare_codings(then: str | None, there: Path, again: Path) -> Likeness:
    """A file of codings in the same way; where it lies there as it was, all but the hash of the source decides."""
    found = _compare_made(then, there, again)
    if found == "changed" and there.is_file() and _hash(there.read_bytes()) == then:
        first, second = _read_codings(there), _read_codings(again)
        return "line ends" if first == second else "changed"
    return found


def _compare_made(then: str | None, there: Path, again: Path) -> Likeness:
    if then is None:
        return "new"
    if not again.is_file():
        return "missing"
    if _hash(again.read_bytes()) != then:
        return "changed"
    if not there.is_file():
        return "removed"
    return "same" if _hash(there.read_bytes()) == then else "edited"


def _read_codings(path: Path) -> tuple[dict[str, Any], bytes]:
    """The count sheet without the hash of its source, and the codings as they stand."""
    head, _, body = path.read_bytes().partition(b"\n")
    account: dict[str, Any] = parse_json(head)["account"]
    del account["source_sha256"]
    return account, body


def _is_alike(one: Path, other: Path) -> bool:
    try:
        with ZipFile(one) as first, ZipFile(other) as second:
            return first.namelist() == second.namelist() and all(
                first.read(name) == second.read(name) for name in first.namelist()
            )
    except BadZipFile:
        return False


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
