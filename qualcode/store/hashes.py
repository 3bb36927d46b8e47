"""SHA-256 of files, for the manifest and the log."""

from hashlib import file_digest
from pathlib import Path

from qualcode.store.files import explain_disk, list_below


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with explain_disk(path), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def hash_tree(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder by its /-name, sorted; hidden files are passed over."""
    names = {path.relative_to(folder).as_posix(): path for path in list_below(folder)}
    return {name: hash_file(names[name]) for name in sorted(names) if not Path(name).name.startswith(".")}
