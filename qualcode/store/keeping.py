"""Writing what cannot be made again: a person's own file, changed in place."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.store.files import explain_disk, put_in_place


def read_text(path: Path) -> str:
    """The text of a UTF-8 file exactly as it is: line ends kept, and the mark of UTF-8 if it begins with one."""
    with explain_disk(path):
        return path.read_bytes().decode("utf-8")


def edit_text(text: str, edit: Callable[[str], str]) -> str:
    """The text after an edit that need not know of the mark of UTF-8 before it."""
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    return bom + edit(text.removeprefix(bom))


def replace_text(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`, whole or not at all, and on the disk before this returns.

    A file that no longer holds `before` was changed by somebody else meanwhile and is refused. Permissions stay, and
    a link stays a link.
    """
    with explain_disk(path):
        target = path.resolve()
        draft = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            target.open("rb+").close()  # a file that may not be written to is not replaced either
            with draft.open("wb") as file:
                file.write(after.encode())
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(target, draft)
            if read_text(target) != before:
                raise QualcodeError(
                    mark("{path} was changed by another program meanwhile", path=path), mark("Run the command again")
                )
            put_in_place(draft, target)
        finally:
            draft.unlink(missing_ok=True)
