"""The study's own files that decide about its results: where they are, and what they hold."""

from pathlib import Path

from qualcode.store.files import list_below
from qualcode.store.hashes import hash_file
from qualcode.store.place import Place


def list_inputs(place: Place, codebook: Path) -> dict[str, Path]:
    """The files of the study, what people wrote included, by name; transcripts and decisions are told apart from
    them."""
    files = (place.settings, place.cases, place.claims, place.guide, codebook)
    written = (place.patterns, *list_below(place.memos, ".md"))
    return {
        **{path.name: path for path in files if path is not None},
        **{path.relative_to(place.patterns.parent).as_posix(): path for path in written if path.is_file()},
    }


def hash_inputs(place: Place, codebook: Path) -> dict[str, str]:
    """The SHA-256 of each of them by its name."""
    return {name: hash_file(path) for name, path in list_inputs(place, codebook).items()}
