"""decisions/CODER/NAME.jsonl: what people decided, append only, one file a coder a transcript.

Every line says itself who decided on what and names what was decided before it (its parents), so that copies, files
from another machine and files that a sync tool renamed are read as what they are: more lines of the same coder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from qualcode.messages import mark
from qualcode.model import Decision, Problem
from qualcode.store.appending import append, mend_end, open_to_append, read_end
from qualcode.store.bulk import keep_all
from qualcode.store.chains import Chain, find_heads, find_problems, is_straight, put_in_order
from qualcode.store.decision_lines import LineReader, OddLine, is_sealed, read_hash, seal
from qualcode.store.files import explain_disk, list_below
from qualcode.store.names import make_part_safe, make_safe

STUDY_FILE = "_study"


@dataclass(frozen=True, slots=True)
class Appended:
    """Decisions as they are now on the disk, in the order given, and what was odd about the files' ends."""

    decisions: tuple[Decision, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that people decided in a study.

    `decisions` come by coder and file, and in each of these in the order in which they were made. `heads` are the
    hashes of the last ones, by the file's name inside the folder: usually one, two where work was done apart.
    """

    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]
    heads: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1024)  # a person decides on one transcript many times
def path_of(folder: Path, coder: str, transcript: str) -> Path:
    """The file of a coder's decisions on a transcript; of those on the study as a whole where `transcript` is ""."""
    name = make_safe(transcript) if transcript else Path(STUDY_FILE)
    return folder / make_part_safe(coder) / name.with_name(f"{name.name}.jsonl")


def append_decisions(folder: Path, decisions: Sequence[Decision]) -> Appended:
    """Append what was decided, each file's decisions at once, locked, and on the disk before this returns.

    Gives them with parents and hash. Where the disk refuses, what belongs into that file and the ones after it is not
    there, and nothing else is touched.
    """
    done: dict[int, Decision] = {}
    remarks = []
    for path, numbers in _group(folder, decisions).items():
        with open_to_append(path) as file:
            last, rest = read_end(file)
            remark = mend_end(file, path, rest, is_sealed)
            parents = _find_parents(path, rest if is_sealed(rest) else last)
            lines = []
            for number in numbers:
                done[number], line = seal(decisions[number], parents)
                lines.append(line)
                parents = (done[number].hash,)
            append(file, path, b"".join(lines))
        if remark:
            remarks.append(remark)
    return Appended(tuple(done[number] for number in range(len(decisions))), tuple(remarks))


def _group(folder: Path, decisions: Sequence[Decision]) -> dict[Path, list[int]]:
    groups: dict[tuple[str, str], list[int]] = {}
    for number, decision in enumerate(decisions):
        groups.setdefault((decision.who, decision.transcript), []).append(number)
    paths: dict[Path, list[int]] = {}
    for (who, transcript), numbers in groups.items():
        paths.setdefault(path_of(folder, who, transcript), []).extend(numbers)
    return paths


def _find_parents(path: Path, last: bytes) -> tuple[str, ...]:
    """The hash on the last line; where a hand has been at that line, the heads of the whole file."""
    if not last:
        return ()
    stated = read_hash(last.rstrip(b"\r"))
    if stated:
        return (stated,)
    chain, _ = read_file(path, path.name)
    return find_heads(chain.decisions)


def read_decisions(folder: Path) -> Kept:
    """Everything that people decided, out of all files below `folder`, and everything odd about these files.

    A line that is torn, changed or no decision does not count; it stays where it is and is a problem with its place.
    The same decision in several files counts once. What several files hold for one coder and transcript is put in one
    order: what was known when a decision was made comes before it, else the earlier comes first.
    """
    reader = LineReader()
    chains: dict[Path, Chain] = {}
    problems: list[Problem] = []
    for path in list_files(folder):
        name = tell(folder, path)
        if path.suffix == ".jsonl":
            with explain_disk(path), keep_all():
                chains[path], odd = read_file(path, name, reader)
            problems += odd
        else:
            problems.append(_describe_stranger(path, name))
    ordered: list[Decision] = []
    heads: dict[str, tuple[str, ...]] = {}
    for home, files in sorted(bring_home(folder, chains).items()):
        name = home.relative_to(folder).as_posix()
        alone = files[home].decisions if list(files) == [home] else ()
        if alone and is_straight(alone):
            ordered += alone
            heads[name] = (alone[-1].hash,)
            continue
        decisions = put_in_order(files.values())
        ordered += decisions
        heads[name] = find_heads(decisions)
        problems += find_problems(tell(folder, home), {tell(folder, path): files[path] for path in sorted(files)})
    return Kept(tuple(ordered), tuple(problems), heads)


def list_heads(folder: Path) -> dict[str, str]:
    """The hash that the last line of each file states, by the file's name inside the folder; only ends are read."""
    heads = {}
    for path in list_files(folder):
        if path.suffix == ".jsonl":
            with explain_disk(path), path.open("rb") as file:
                last, rest = read_end(file)
            heads[path.relative_to(folder).as_posix()] = read_hash(rest if is_sealed(rest) else last.rstrip(b"\r"))
    return heads


def list_files(folder: Path) -> list[Path]:
    """All files below the folder of decisions but hidden ones, in the order of their names."""
    return [path for path in list_below(folder) if not path.name.startswith(".")]


def tell(folder: Path, path: Path) -> str:
    """A file's name as people are told it, from the folder of decisions on."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def read_file(path: Path, name: str, reader: LineReader | None = None) -> tuple[Chain, list[Problem]]:
    """The decisions of one file in its order, and its lines that are none; `name` is how problems call it."""
    return read_lines(path.read_bytes(), name, reader)


def read_lines(data: bytes, name: str, reader: LineReader | None = None) -> tuple[Chain, list[Problem]]:
    """The same for what such a file holds."""
    reader = reader or LineReader()
    decisions: list[Decision] = []
    odd: list[Problem] = []
    stated: set[str] = set()
    *lines, rest = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate((*lines, rest), start=1):
        text = line.rstrip(b"\r")
        if not text:
            continue
        try:
            decisions.append(reader.read(text))
        except OddLine as reason:
            is_torn = number > len(lines)
            stated.add(read_hash(text))
            odd.append(
                _describe_odd(
                    f"{name}:{number}", mark("it is torn") if is_torn else str(reason.args[0]), is_torn=is_torn
                )
            )
    return Chain(tuple(decisions), frozenset(stated - {""})), odd


def _describe_odd(where: str, reason: str, *, is_torn: bool) -> Problem:
    if is_torn:
        how = mark("A crash left it so, or it is being written now; what was said to be done is not in it")
        return Problem(where, mark("the last line does not count: {reason}", reason=reason), how, "warning")
    how = mark("Put the line back as it was (from a backup, or another copy), or decide again")
    return Problem(where, mark("this line does not count: {reason}", reason=reason), how, "warning")


def _describe_stranger(path: Path, name: str) -> Problem:
    if path.suffix == ".torn":
        how = mark("It was never said to be done; delete the file when you have looked at it")
        return Problem(name, mark("here lies what a crash left of a last line"), how, "note")
    if path.suffix == ".merged":
        how = mark("Delete it when you like")
        return Problem(name, mark("this copy was put together with the file it was a copy of"), how, "note")
    how = mark("Give it the ending .jsonl if it holds decisions, else take it away")
    return Problem(name, mark("this file is not read"), how, "note")


def bring_home(folder: Path, chains: dict[Path, Chain]) -> dict[Path, dict[Path, Chain]]:
    """The chains by the file that their decisions belong into, and by the file that they were found in."""
    homes: dict[Path, dict[Path, Chain]] = {}
    for path, chain in chains.items():
        parts: dict[Path, list[Decision]] = {}
        for (who, transcript), run in groupby(chain.decisions, key=attrgetter("who", "transcript")):
            parts.setdefault(path_of(folder, who, transcript), []).extend(run)
        for home, decisions in parts.items():
            homes.setdefault(home, {})[path] = Chain(tuple(decisions), chain.stated)
    return homes
