"""log.jsonl: one line a command. When, who, version, arguments, hashes in and out; never a quote.

Each line holds the SHA-256 of the line before it, so that a line that was changed or taken away is missed by the next.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from qualcode.formats.json_text import parse_json
from qualcode.messages import mark
from qualcode.model import LogLine, Problem
from qualcode.store.appending import append, mend_end, open_to_append, read_end
from qualcode.store.files import explain_disk


@dataclass(frozen=True, slots=True)
class Appended:
    """A line that is on the disk: its hash, and a remark where the line before it was torn, else None."""

    hash: str
    remark: str | None


def append_line(path: Path, line: dict[str, Any]) -> Appended:
    """Append one line with the hash of the one before it, locked against other processes and flushed to the disk
    before this returns.

    A torn last line (from a crash in mid-write) is first set aside in `NAME.torn`; a remark then says so.
    """
    with open_to_append(path) as file:
        torn = mend_end(file, path, read_end(file)[1], _is_whole)
        chained = line | {"before": _hash(read_end(file)[0])}
        data = json.dumps(chained, ensure_ascii=False, sort_keys=True).encode()
        append(file, path, data + b"\n")
    return Appended(_hash(data), torn)


def read_log(path: Path) -> tuple[tuple[LogLine, ...], tuple[Problem, ...]]:
    """Every line of the log in its order, and those that cannot be read as problems; no file holds none.

    What an older version did not write is empty.
    """
    if not path.is_file():
        return (), ()
    with explain_disk(path):
        data = path.read_bytes().split(b"\n")
    lines, problems = [], []
    for number, each in enumerate(data, start=1):
        if not each.strip():
            continue
        line = _read(number, each)
        if line is None:
            how = mark("A crash or a hand left it so; what it said of a command is lost")
            problems.append(
                Problem(f"{path.name}:{number}", mark("this line of the log cannot be read"), how, "warning")
            )
        else:
            lines.append(line)
    return tuple(lines), tuple(problems)


def _hash(line: bytes) -> str:
    """The hash of a line without its end, of whichever system; "" for no line."""
    bare = line.rstrip(b"\r")
    return sha256(bare).hexdigest() if bare else ""


_HASHED = ("inputs", "codebooks", "transcripts", "codings", "outputs")


def _read(number: int, data: bytes) -> LogLine | None:
    try:
        line = parse_json(data)
        return LogLine(
            number=number,
            when=str(line["when"]),
            who=str(line["who"]),
            version=str(line["version"]),
            arguments=tuple(map(str, line["arguments"])),
            coder=str(line.get("coder", "")),
            acts=dict(line.get("acts", {})),
            heads=dict(line.get("decisions", {})),
            hashes={part: dict(line[part]) for part in _HASHED if part in line},
            libraries=dict(line.get("libraries", {})),
            became={old: tuple(map(str, into)) for old, into in dict(line.get("became", {})).items()},
            hash=_hash(data),
            before=str(line["before"]) if "before" in line else None,
        )
    except (ValueError, KeyError, TypeError):
        return None


def read_last(path: Path, key: str) -> dict[str, Any] | None:
    """The last line of the log that holds `key`, None where there is none; what cannot be read is passed over."""
    if not path.is_file():
        return None
    with explain_disk(path):
        lines = path.read_bytes().splitlines()
    for line in reversed(lines):
        if f'"{key}"'.encode() in line and _is_whole(line):
            found = parse_json(line)
            if isinstance(found, dict) and key in found:
                return found
    return None


def _is_whole(line: bytes) -> bool:
    try:
        parse_json(line)
    except ValueError:
        return False
    return True
