"""log.jsonl: one line a command. When, who, version, arguments, hashes in and out; never a quote."""

import json
import os
from pathlib import Path
from typing import Any

from qualcode.errors import QualcodeError
from qualcode.store.files import explain_disk

LOCK_SECONDS = 10


def append_line(path: Path, line: dict[str, Any]) -> str | None:
    """Append one line, locked against other processes and flushed to the disk before this returns.

    A torn last line (from a crash in mid-write) is first set aside in `NAME.torn`; the return value then says so,
    else it is None.
    """
    from filelock import FileLock, Timeout

    data = json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n"
    with explain_disk(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS):
                torn = _set_torn_line_aside(path)
                with path.open("ab") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
        except Timeout:
            raise QualcodeError(
                f"Another qualcode is writing to {path.parent}", "Wait until it is done and run the command again"
            ) from None
    return torn


def _set_torn_line_aside(path: Path) -> str | None:
    if not path.exists():
        return None
    with path.open("rb+") as file:
        data = file.read()
        whole = data.rfind(b"\n") + 1
        if whole == len(data):
            return None
        aside = path.with_name(f"{path.name}.torn")
        with aside.open("ab") as torn:
            torn.write(data[whole:] + b"\n")
            torn.flush()
            os.fsync(torn.fileno())
        file.truncate(whole)
    return f"the last line of {path.name} was torn and is now in {aside.name}"
