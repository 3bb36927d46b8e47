"""Which files of a folder are transcripts, and one file as transcripts."""

import os
import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.refusals import explain_refusal
from qualcode.messages import mark
from qualcode.model import Problem, Transcript
from qualcode.readers.canonical import make_transcript
from qualcode.readers.contract import Reader
from qualcode.registry import PartEntry, find_parts

_OWN_FOLDERS = frozenset({"results", "codings", "decisions", "memos"})  # a study's own, beside its transcripts
_OWN_FILES = frozenset(
    {"study.yaml", "cases.csv", "codebook.yaml", "claims.yaml", "guide.yaml", "log.jsonl", "manifest.json"}
)
_DESK_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})
_HALF_BYTES = re.compile("[\udc80-\udcff]")  # so Python gives bytes of a name that are no UTF-8
_PAPERS = frozenset({"readme", "license", "licence", "copying", "changelog"})


def list_sources(folder: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Every file below the folder that a reader knows, sorted by its name inside the folder with `/`.

    Desk files (`.DS_Store`, `~$x.docx`, locks), README and LICENSE, and a study's own files and folders are passed
    over silently. Files that no reader knows, broken links and folders that cannot be opened are warnings; the other
    files still come. A link to a folder that was walked already is not walked again.
    """
    extensions = _readers_by_extension()
    sources: dict[str, Path] = {}
    problems: list[Problem] = []

    def refuse(error: OSError) -> None:
        inside = Path(error.filename).relative_to(folder) if error.filename else Path()
        where = (inside if inside.name else Path(folder.name)).as_posix()
        problems.append(Problem(where, mark("the folder cannot be opened"), mark("Check its permissions"), "warning"))

    walked: set[str] = set()
    for root, folders, files in os.walk(folder, onerror=refuse, followlinks=True):
        real = os.path.realpath(root)
        if real in walked:
            folders.clear()
            continue
        walked.add(real)
        at_top = Path(root) == folder
        folders[:] = sorted(
            name for name in folders if not _is_passed_over(name, _OWN_FOLDERS if at_top else frozenset())
        )
        for file in files:
            if _is_passed_over(file, _OWN_FILES if at_top else frozenset()):
                continue
            path = Path(root, file)
            name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
            problem = _check(path, name, extensions)
            if problem:
                problems.append(problem)
            else:
                sources[name] = path
    return tuple(sources[name] for name in sorted(sources)), tuple(sorted(problems))


def read_source(path: Path, name: str) -> tuple[Transcript, ...]:
    """The interviews in one file, roles not yet assigned; the n-th of several is called `name#n`.

    Raises UnreadableSource for a file of no known format, one that cannot be opened, and one without any words, and
    MissingExtra where the format's package is not installed.
    """
    entry = _readers_by_extension().get(path.suffix.casefold())
    if entry is None:
        raise explain_refusal(path)
    reader: Reader = entry.load()
    try:
        source_hash = sha256(path.read_bytes()).hexdigest()
        drafts = reader.read(path)
    except OSError as error:
        how = mark("Check that the file is there, that no other program holds it open, and that you may read it")
        raise UnreadableSource(
            mark("{name} cannot be opened: {strerror}", name=name, strerror=error.strerror or error), how
        ) from error
    transcripts = tuple(filter(None, (make_transcript(draft, name, source_hash) for draft in drafts)))
    if not transcripts:
        raise UnreadableSource(
            mark("{name} holds no words", name=name), mark("Check that the file is the transcript, or take it away")
        )
    return transcripts


def _readers_by_extension() -> dict[str, PartEntry]:
    return {
        extension: entry
        for entry in reversed(find_parts("readers").values())  # the first of two readers keeps the extension
        for extension in entry.keywords.get("extensions", ())
    }


def _is_passed_over(name: str, own: frozenset[str]) -> bool:
    folded = name.casefold()
    stem = folded.split(".")[0]
    return (
        folded.startswith((".", "~$", "~wrl"))
        or folded.endswith("~")
        or folded in _DESK_FILES
        or folded in own
        or stem in _PAPERS
    )


def _check(path: Path, name: str, extensions: dict[str, PartEntry]) -> Problem | None:
    """Why the file is no source; None where it is one."""
    if not path.exists():
        return Problem(name, mark("the link leads to no file"), mark("Mend the link or take it away"), "warning")
    if not path.is_file():
        return Problem(name, mark("it is no ordinary file"), mark("Take it away"), "warning")
    if not name.isprintable() and _HALF_BYTES.search(name):
        shown = _HALF_BYTES.sub("�", name)
        return Problem(shown, mark("its name holds bytes that are no letters"), mark("Give it another name"), "warning")
    if path.suffix.casefold() in extensions:
        return None
    refusal = explain_refusal(path)
    return Problem(name, refusal.what, refusal.how, "warning")
