"""codings/NAME.jsonl: what the machine coded in one transcript, and that transcript's count sheet.

The first line of a file is the count sheet, with what the codings were made from, then one line a coding, sorted. A
re-run gives the same bytes, and need not read again what was made from the same.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from qualcode.errors import QualcodeError
from qualcode.messages import mark, pack, unpack
from qualcode.model import Coding, Evidence, Span, TranscriptAccount
from qualcode.store.files import explain_disk, write_file
from qualcode.store.names import shorten


@dataclass(frozen=True, slots=True)
class Makings:
    """What codings were made from and what else came of it.

    `made_from` is a hash over all that decides about them, the source and the codebook's cues apart, and `codebook` the
    codebook's hash. `parts` is the number of interviews in the same source. `remarks` are the problems met in reading,
    as pairs of what and how. `words` are the different words of the text, with blanks between.
    """

    made_from: str = ""
    codebook: str = ""
    parts: int = 1
    remarks: tuple[tuple[str, str], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A transcript's codings on disk that still stand, without the codings themselves."""

    account: TranscriptAccount
    makings: Makings
    codings: int


_OF_PEOPLE = {"decided_by", "disputed_by"}  # they come out of decisions
_FIELDS = tuple(name for name in Coding.__slots__ if name not in {"span", "evidence", *_OF_PEOPLE})


def path_of(folder: Path, transcript: str) -> Path:
    """The file of a transcript's codings, named after the transcript with its extension kept; a name that leaves the
    system no room for an ending is cut."""
    return folder / Path(*(shorten(part) for part in f"{transcript}.jsonl".split("/")))


def write_codings(
    folder: Path,
    account: TranscriptAccount,
    codings: tuple[Coding, ...],
    makings: Makings | None = None,
    units: Iterable[tuple[Span, int]] = (),
) -> None:
    """Write what was coded in one transcript; the same codings give the same bytes. `units` are those of respondents,
    each with its number of words."""
    body = "".join(_dump(_lay_out(coding)) + "\n" for coding in codings).encode()
    head: dict[str, Any] = {"account": {name: getattr(account, name) for name in account.__slots__}}
    head["account"]["notes"] = [pack(note) for note in account.notes]
    if makings:
        head |= {name: getattr(makings, name) for name in makings.__slots__}
        head["remarks"] = [[pack(what), pack(how)] for what, how in makings.remarks]
        head["units"] = [[span.start, span.end, words] for span, words in units]
        head |= {"codings": len(codings), "codings_sha256": sha256(body).hexdigest()}
    write_file(path_of(folder, account.transcript), _dump(head).encode() + b"\n" + body)


def find_standing(folder: Path, transcript: str, source_sha256: str, made_from: str) -> Standing | None:
    """A transcript's codings on disk if they were made from just this, by whatever cues, and are whole; else None."""
    try:
        head, _, body = path_of(folder, transcript).read_bytes().partition(b"\n")
        line = json.loads(head)
        account = _read_account(line["account"])
        remarks = tuple((unpack(what), unpack(how)) for what, how in line["remarks"])
        makings = Makings(line["made_from"], line["codebook"], line["parts"], remarks, line["words"])
        stands = (account.source_sha256, makings.made_from) == (source_sha256, made_from)
        whole = stands and line["codings_sha256"] == sha256(body).hexdigest()
        return Standing(account, makings, line["codings"]) if whole else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever it is, it is made again


def restamp_codings(
    folder: Path, standing: Standing, codebook: str, edition: str, hash_code: Callable[[str], str]
) -> None:
    """Say of codings that another edition of the codebook would make just so that it made them: `codebook` is its hash,
    `edition` its name and version, and `hash_code` gives the hash of a code by its id."""
    path = path_of(folder, standing.account.transcript)
    with explain_disk(path):
        head, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    codings = [json.loads(line) for line in lines]
    for coding in codings:
        coding |= {"codebook": edition, "code_hash": hash_code(coding["code"])}
    body = "".join(_dump(coding) + "\n" for coding in codings).encode()
    top = json.loads(head) | {"codebook": codebook, "codings_sha256": sha256(body).hexdigest()}
    write_file(path, _dump(top).encode() + b"\n" + body)


def read_codings(folder: Path) -> Iterator[tuple[TranscriptAccount, tuple[Coding, ...]]]:
    """Every coded transcript of a study, in the order of transcript names.

    A file that is torn or no such file is refused: it is derived, so coding again mends it.
    """
    with explain_disk(folder):
        paths = list(folder.rglob("*.jsonl"))
    found = []
    for path in paths:
        with explain_disk(path):
            data = path.read_bytes()
        try:
            lines = data.decode().rstrip("\n").split("\n")  # quotes may hold other line ends
            account = _read_account(json.loads(lines[0])["account"])
            codings = json.loads(f"[{','.join(lines[1:])}]")  # at once: each line by itself would take longer
            found.append((account, tuple(map(_read_coding, codings))))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise QualcodeError(
                mark("{path} is damaged", path=path), mark("Make it again with `qualcode code`")
            ) from error
    return iter(sorted(found, key=lambda pair: pair[0].transcript))


def read_units(folder: Path, transcript: str) -> tuple[tuple[Span, int], ...]:
    """The respondents' units of a coded transcript, each with its number of words; none where they were not kept."""
    path = path_of(folder, transcript)
    with explain_disk(path), path.open("rb") as file:
        head = json.loads(file.readline())
    return tuple((Span(start, end), words) for start, end, words in head.get("units", ()))


def drop_codings(folder: Path, keep: set[str]) -> None:
    """Remove the machine's codings of transcripts that are no longer there (they are derived, nothing is lost)."""
    if not folder.is_dir():
        return
    wanted = {path_of(folder, name) for name in keep}
    for path in folder.rglob("*.jsonl"):
        if path not in wanted:
            with explain_disk(path):
                path.unlink()


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lay_out(coding: Coding) -> dict[str, Any]:
    line = {name: getattr(coding, name) for name in _FIELDS}
    line["span"] = [coding.span.start, coding.span.end]
    line["evidence"] = [[item.rule, item.cue, item.span.start, item.span.end] for item in coding.evidence]
    return line


def _read_coding(line: dict[str, Any]) -> Coding:
    evidence = tuple(Evidence(rule, cue, Span(start, end)) for rule, cue, start, end in line.pop("evidence"))
    return Coding(span=Span(*line.pop("span")), evidence=evidence, **line)


def _read_account(line: dict[str, Any]) -> TranscriptAccount:
    tuples = {name: tuple(value) for name, value in line.items() if isinstance(value, list)}
    return TranscriptAccount(**{**line, **tuples, "notes": tuple(unpack(note) for note in line["notes"])})
