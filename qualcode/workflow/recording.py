"""Who did what when, from what to what: the log and the manifest."""

import json
from dataclasses import dataclass

from qualcode import __version__
from qualcode.model import Study
from qualcode.store.decisions import list_heads
from qualcode.store.files import write_file
from qualcode.store.hashes import hash_file, hash_tree
from qualcode.store.log import append_line
from qualcode.workflow.opening import OpenStudy, require_codebook


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the command line knows and the core does not: the time (ISO 8601), the user's name, the arguments."""

    when: str
    who: str
    arguments: tuple[str, ...]


def list_sources_of(study: Study) -> dict[str, str]:
    """The SHA-256 of each transcript's file by the transcript's name, as it was when it was coded."""
    return {sheet.transcript: sheet.source_sha256 for sheet in study.accounts}


def record_session(opened: OpenStudy, stamp: Stamp, coder: str, seed: int, acts: dict[str, int]) -> str | None:
    """Append to the log that a person sat down to decide: who, in which random order, how many decisions of which kind,
    and the heads of all chains after it. Gives a remark where the log's last line was torn, else None."""
    line = {
        "when": stamp.when,
        "who": stamp.who,
        "version": __version__,
        "arguments": list(stamp.arguments),
        "coder": coder,
        "seed": seed,
        "acts": acts,
        "decisions": list_heads(opened.place.decisions),
    }
    return append_line(opened.place.log, line)


def record(opened: OpenStudy, sources: dict[str, str], stamp: Stamp) -> str | None:
    """Append the command to the log and write the manifest of what now lies in the results folder.

    `sources` are the SHA-256 of the transcripts' files by name. Clock, user and paths stand in these two files and
    nowhere else. Gives a remark where the log's last line was torn, else None.
    """
    place = opened.place
    files = (place.settings, place.cases, place.claims, place.guide, opened.codebook_path)
    outputs = hash_tree(place.results)
    outputs.pop("manifest.json", None)
    line = {
        "when": stamp.when,
        "who": stamp.who,
        "version": __version__,
        "arguments": list(stamp.arguments),
        "inputs": {path.name: hash_file(path) for path in files if path is not None},
        "codebooks": {each.name: each.hash for each in require_codebook(opened).editions},
        "transcripts": sources,
        "codings": hash_tree(place.codings),
        "decisions": list_heads(place.decisions),
        "outputs": outputs,
    }
    write_file(place.results / "manifest.json", json.dumps(line, ensure_ascii=False, indent=1).encode() + b"\n")
    return append_line(place.log, line)
