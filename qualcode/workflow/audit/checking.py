"""Whether what lies in a study's folder is what its records say: chains, codings, results, and what went into them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.audit.ends import FEWEST_DIGITS, Found, build_ends, find_end, find_lost_ends
from qualcode.audit.log_chain import find_breaks, find_changed_codings, tell_missing
from qualcode.audit.records import Recorded, build_records
from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.messages import Translate, mark, translator
from qualcode.model import Decision, LogLine, Matrix, Problem
from qualcode.store.decisions import path_of, read_decisions
from qualcode.store.log import read_log
from qualcode.workflow.commands import name_study
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import find_source
from qualcode.workflow.records.inputs import list_inputs
from qualcode.workflow.records.likeness import compare_inputs
from qualcode.workflow.records.recording import MANIFEST, REPORT, State, read_made_from


@dataclass(frozen=True, slots=True)
class Checked:
    """The files beside their records, the chains with their ends, and everything odd about them.

    `records` has no rows, and `ends` none, where nothing is on record yet.
    """

    records: Matrix
    ends: Matrix
    problems: tuple[Problem, ...]
    files: Mapping[str, Sequence[Decision]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Files of one kind: the SHA-256 on record by name, where they lie now, what says so, what else to say of them."""

    name: str
    label: str
    by: str
    then: Mapping[str, str]
    now: Mapping[str, Path]
    folder: str
    changed: str
    gone: str
    how: str


def check_records(opened: OpenStudy) -> Checked:
    """Hold the study's files against its records; a study with errors, and one that is not coded, is checked too."""
    t = translator(opened.language)
    kept = read_decisions(opened.place.decisions)
    log, odd = read_log(opened.place.log)
    files = _file(opened, kept.decisions)
    chains = (
        *kept.problems,
        *find_lost_ends(kept.decisions, log),
        *odd,
        *find_breaks(log, _read_known_end(opened)),
        *find_changed_codings(log),
        *_miss_log(opened, log),
    )
    held, problems = [], list(chains)
    for kind in _list_kinds(opened, log):
        recorded, differing = _hold(kind)
        held.append(recorded)
        problems += differing
    return Checked(build_records(held, t), build_ends(files, kept.heads, log, chains, t), tuple(problems), files)


def find_known_end(checked: Checked, given: str) -> Found:
    """The decision that a hash leads to which somebody wrote down; one that leads nowhere is refused."""
    if len(given.strip()) < FEWEST_DIGITS:
        raise QualcodeError(
            mark("{given} is too short for a hash", given=given),
            mark("Give {fewest_digits} of its digits at least", fewest_digits=FEWEST_DIGITS),
        )
    found = find_end(checked.files, given)
    if found is None:
        raise QualcodeError(
            mark("No decision here has the hash {given}", given=given),
            mark("Decisions were taken away or written anew since it was written down, or it is another study's"),
        )
    return found


def _file(opened: OpenStudy, decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """Decisions by the file that they belong into."""
    folder = opened.place.decisions
    files: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        name = path_of(folder, decision.who, decision.transcript).relative_to(folder).as_posix()
        files[name].append(decision)
    return dict(sorted(files.items()))


def _list_kinds(opened: OpenStudy, log: Sequence[LogLine]) -> Iterator[_Kind]:
    """Each kind of file that a record tells of, with the last record that does."""
    last = {part: line for line in log for part, hashes in line.hashes.items() if hashes}
    made = read_made_from(opened).get(REPORT)
    if "transcripts" in last:
        yield _find_transcripts(opened, last["transcripts"])
    if made or "inputs" in last:
        yield _find_inputs(opened, made or last["inputs"])
    for part in ("codings", "outputs"):
        if part in last:
            yield _find_written(opened, part, last[part])


def _find_transcripts(opened: OpenStudy, line: LogLine) -> _Kind:
    t, then = translator(opened.language), line.hashes["transcripts"]
    return _Kind(
        name="transcripts",
        label=t("Transcripts"),
        by=_name_line(line, t),
        then=then,
        now={name: find_source(opened.place.transcripts, name) for name in then},
        folder="",
        changed=mark("the file is not the one that was coded: its SHA-256 is another"),
        gone=mark("the transcript is gone"),
        how=mark("Put it back as it was, or code anew: qualcode run {study}", study=name_study(opened)),
    )


def _find_inputs(opened: OpenStudy, record: State | LogLine) -> _Kind:
    t = translator(opened.language)
    if isinstance(record, State):
        by, then = t("results/manifest.json ({day})").format(day=record.when[:10]), record.inputs
    else:
        by, then = _name_line(record, t), record.hashes["inputs"]
    return _Kind(
        name="inputs",
        label=t("Files of the study"),
        by=by,
        then=then,
        now=list_inputs(opened.place, opened.codebook_path),
        folder="",
        changed=mark("it was changed after the results were made from it"),
        gone=mark("it is gone, and results were made from it"),
        how=mark("Put it back as it was, or write the results anew: qualcode run {study}", study=name_study(opened)),
    )


def _find_written(opened: OpenStudy, part: str, line: LogLine) -> _Kind:
    """What qualcode itself wrote: codings and results."""
    t, study, then = translator(opened.language), name_study(opened), line.hashes[part]
    is_coding = part == "codings"
    folder = opened.place.codings if is_coding else opened.place.results
    how = (
        mark("Take it out of the folder, then make it anew: qualcode run {study}", study=study)
        if is_coding
        else mark("Put it back as it was, or write the results anew: qualcode run {study}", study=study)
    )
    return _Kind(
        name=part,
        label=t("Codings") if is_coding else t("Results"),
        by=_name_line(line, t),
        then=then,
        now={name: folder / name for name in then},
        folder=f"{folder.name}/",
        changed=mark("it is not as qualcode wrote it: its SHA-256 is another"),
        gone=mark("it is gone"),
        how=how,
    )


def _name_line(line: LogLine, t: Translate) -> str:
    return t("log.jsonl, line {number} ({day})").format(number=line.number, day=line.when[:10])


def _hold(kind: _Kind) -> tuple[Recorded, list[Problem]]:
    """The files of a kind sorted by how they are beside their record, and a problem for each that differs."""
    sorted_out: dict[str, list[str]] = {"same": [], "changed": [], "missing": []}
    problems = []
    for name, likeness in compare_inputs(kind.then, kind.now):
        sorted_out.get("same" if likeness == "line ends" else likeness, []).append(name)
        if likeness in ("changed", "missing"):
            what = kind.changed if likeness == "changed" else kind.gone
            problems.append(Problem(f"{kind.folder}{name}", what, kind.how, "warning"))
    same, changed, gone = (tuple(names) for names in sorted_out.values())
    return Recorded(kind.name, kind.label, kind.by, same, changed, gone), problems


def _miss_log(opened: OpenStudy, log: Sequence[LogLine]) -> tuple[Problem, ...]:
    if log or not any(folder.is_dir() for folder in (opened.place.codings, opened.place.results)):
        return ()
    return (tell_missing(),)


def _read_known_end(opened: OpenStudy) -> str:
    """The hash of the log's line that the manifest was written with; "" where none says so."""
    try:
        return str(parse_json((opened.place.results / MANIFEST).read_text(encoding="utf-8"))["log"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
