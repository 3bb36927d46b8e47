"""Who did what when, from what to what: the log and the manifest."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from qualcode import __version__
from qualcode.formats.json_text import parse_json
from qualcode.model import Study
from qualcode.shipped import list_codebooks
from qualcode.store.decisions import list_heads
from qualcode.store.files import write_file
from qualcode.store.hashes import hash_tree
from qualcode.store.log import append_line
from qualcode.store.place import Place
from qualcode.workflow.opening import OpenStudy, require_codebook

MANIFEST = "manifest.json"
REPORT = "report"
# What decides about words, sentences and files beside qualcode itself.
LIBRARIES = ("spacy", "simplemma", "python-docx", "XlsxWriter", "Jinja2", "resvg-py")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the command line knows and the core does not: the time (ISO 8601), the user's name, the arguments."""

    when: str
    who: str
    arguments: tuple[str, ...]

    def begin_line(self) -> dict[str, Any]:
        """The beginning of a line of the log."""
        return {"when": self.when, "who": self.who, "version": __version__, "arguments": list(self.arguments)}


@dataclass(frozen=True, slots=True)
class Making:
    """What was written into the results folder, and how, so that it can be made again.

    `files` are the names of what was written; `published` is the study that was reproduced, "" for the report of the
    study's own; the others are as in `DisplayOptions` and `build_report`. `content` is "" where nobody asked for one:
    then cells hold quotes, and less on paper.
    """

    files: tuple[str, ...]
    language: str
    content: str = ""
    layer: str = "all"
    displays: tuple[str, ...] = ()
    meaning: tuple[str, ...] = ()
    published: str = ""
    interviews: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """A study as it was when a result was made from it (`when`): hashes of its files, codes, transcripts by name, and
    of the last decisions in each file of decisions, a blank between two."""

    when: str
    inputs: dict[str, str]
    codes: dict[str, str]
    transcripts: dict[str, str]
    decisions: dict[str, str]


def list_sources_of(study: Study) -> dict[str, str]:
    """The SHA-256 of each transcript's file by the transcript's name, as it was when it was coded."""
    return {sheet.transcript: sheet.source_sha256 for sheet in study.accounts}


def record_sitting(opened: OpenStudy, stamp: Stamp, coder: str, seed: int, acts: dict[str, int]) -> str | None:
    """Append to the log that a person sat down to decide: who, in which random order, how many decisions of which kind,
    and the heads of all chains after it. Gives a remark where the log's last line was torn, else None."""
    line = stamp.begin_line() | {
        "coder": coder,
        "seed": seed,
        "acts": acts,
        "decisions": list_heads(opened.place.decisions),
    }
    return append_line(opened.place.log, line).remark


def record(
    opened: OpenStudy,
    sources: dict[str, str],
    stamp: Stamp,
    making: Making | None = None,
    others: Sequence[Path] = (),
    heads: Mapping[str, Sequence[str]] | None = None,
) -> str | None:
    """Append the command to the log and write the manifest: what went in, what came out, and how to make it again.

    `sources` are the SHA-256 of the transcripts' files by name. A command without a `making` has written no report;
    the manifest then keeps saying how the one that is there was made, and from what. Files of a report before, which
    this one has not written anew, keep what they were made from. `others` are files that it wrote beside the report.
    `heads` are the last decisions that went into these, by file (`Study.heads`): people may have decided since.
    Clock, user and paths stand in these two files and nowhere else. Gives a remark where the log's last line was
    torn, else None.
    """
    place = opened.place
    now = _describe_state(opened, sources, stamp.when, heads or {})
    beside = [_name_beside(other, place) for other in others]
    earlier, outputs = _read_made(place.results / MANIFEST)
    there = hash_tree(place.results)
    made_from = _find_left(read_made_from(opened), outputs, making) if making else read_made_from(opened)
    made_from |= dict.fromkeys((*([REPORT] if making else ()), *beside), now)
    if making:
        outputs = {name: there[name] for name in sorted(making.files) if name in there}
    else:  # what this command did not write keeps the hash that it was written with
        outputs |= {name: there[name] for name in beside if name in outputs}
    making = making or earlier
    line = stamp.begin_line() | {
        "libraries": list_libraries(),
        "study": _describe_study(opened),
        "made": {**asdict(making), "files": None} if making else None,
        "inputs": opened.inputs,
        "codebooks": {each.name: each.hash for each in require_codebook(opened).editions},
        "transcripts": sources,
        "codings": hash_tree(place.codings),
        "decisions": list_heads(place.decisions),
        "outputs": outputs,
    }
    appended = append_line(place.log, line)
    manifest = line | {"log": appended.hash, "made_from": {name: asdict(each) for name, each in made_from.items()}}
    write_file(place.results / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")
    return appended.remark


def read_made_from(opened: OpenStudy) -> dict[str, State]:
    """What each result was made from by its name: REPORT, or a file's; none where that was not recorded."""
    try:
        manifest = parse_json((opened.place.results / MANIFEST).read_text(encoding="utf-8"))
        return {name: State(**state) for name, state in manifest["made_from"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _find_left(made_from: dict[str, State], outputs: Iterable[str], making: Making) -> dict[str, State]:
    """What the files that a new report leaves as they are were made from: those of the report before it, and others."""
    before = made_from.get(REPORT)
    left = dict.fromkeys(outputs, before) | made_from if before else made_from
    return {name: state for name, state in left.items() if state and name not in making.files}


def _describe_state(opened: OpenStudy, sources: dict[str, str], when: str, heads: Mapping[str, Sequence[str]]) -> State:
    codes = {code.id: code.hash[:16] for code in require_codebook(opened).codes}
    return State(when, opened.inputs, codes, sources, {name: " ".join(ends) for name, ends in heads.items()})


def list_libraries() -> dict[str, str]:
    """The versions of the libraries that decide about words, sentences and files."""
    return {name: version(name) for name in LIBRARIES}


def make_making(written: dict[str, Any], files: tuple[str, ...]) -> Making:
    """A making as the manifest has it, with the names of its files."""
    lists = {key: tuple(written.get(key, ())) for key in ("displays", "meaning")}
    return Making(**{**written, **lists, "files": files})


def _read_made(path: Path) -> tuple[Making | None, dict[str, str]]:
    """How the report that is there was made, and the SHA-256 of its files by name; None and none where no manifest
    says so."""
    try:
        manifest = parse_json(path.read_text(encoding="utf-8"))
        outputs = {str(name): str(sha) for name, sha in manifest["outputs"].items()}
        return (make_making(manifest["made"], tuple(outputs)), outputs) if manifest["made"] else (None, {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # none yet, or one that was written otherwise
        return None, {}


def _describe_study(opened: OpenStudy) -> dict[str, Any]:
    place = opened.place
    files = {"codebook": opened.codebook_path, "cases": place.cases, "guide": place.guide}
    return {
        "folder": place.root.resolve().as_posix(),
        "title": opened.title,
        **{key: _name_path(path, place.root) for key, path in files.items()},
        "interviewers": list(opened.settings.interviewers),
    }


def _name_beside(path: Path, place: Place) -> str:
    """A file as seen from the results, so that it is found again where the whole study was moved."""
    full = path.resolve()
    if full.is_relative_to(place.out.resolve()):
        return Path(os.path.relpath(full, place.results.resolve())).as_posix()
    return full.as_posix()


def _name_path(path: Path | None, root: Path) -> str:
    """A path as seen from the study; a shipped codebook by its name; "" for none."""
    if path is None:
        return ""
    full = path.resolve()
    shipped = {each.resolve(): name for name, each in list_codebooks().items()}
    if full in shipped:
        return shipped[full]
    return full.relative_to(root.resolve()).as_posix() if full.is_relative_to(root.resolve()) else full.as_posix()
