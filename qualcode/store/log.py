"""log.jsonl: one line a command. When, who, version, arguments, hashes in and out; never a quote."""

import json
from pathlib import Path
from typing import Any

from qualcode.store.appending import append, mend_end, open_to_append, read_end


def append_line(path: Path, line: dict[str, Any]) -> str | None:
    """Append one line, locked against other processes and flushed to the disk before this returns.

    A torn last line (from a crash in mid-write) is first set aside in `NAME.torn`; the return value then says so,
    else it is None.
    """
    data = json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n"
    with open_to_append(path) as file:
        torn = mend_end(file, path, read_end(file)[1], _is_whole)
        append(file, path, data)
    return torn


def _is_whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
