"""Word and Markdown files for people to fill in: written once, and never over what somebody wrote."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.model import Report
from qualcode.registry import find_parts
from qualcode.store.files import write_file
from qualcode.store.names import keep_apart

FORMATS = {"docx": "docx", "markdown": "md"}  # by writer


@dataclass(frozen=True, slots=True)
class WrittenOnce:
    """The files that were written, and those that were there already and stay as they are."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def write_once(folder: Path, reports: Mapping[str, Callable[[], Report]]) -> WrittenOnce:
    """Write reports, by the stems of their files, into a folder, each format where there is no such file yet."""
    written: list[Path] = []
    kept: list[Path] = []
    names = keep_apart(reports)
    for stem, make_report in reports.items():
        files = {writer: folder / f"{names[stem]}.{ending}" for writer, ending in FORMATS.items()}
        missing = {writer: path for writer, path in files.items() if not path.exists()}
        kept += (path for path in files.values() if path not in missing.values())
        report = make_report() if missing else None
        for writer, path in missing.items():
            [data] = find_parts("writers")[writer].load().write(report).values()
            write_file(path, data)
            written.append(path)
    return WrittenOnce(tuple(written), tuple(kept))
