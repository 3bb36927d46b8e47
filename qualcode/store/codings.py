"""codings/NAME.jsonl: what the machine coded in one transcript, and that transcript's count sheet.

The first line of a file is the count sheet, with what the codings were made from; the second the transcript as it was
read, so that it need not be read again when the codebook changes; then comes one line a coding, sorted. A re-run gives
the same bytes.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.messages import mark, pack, unpack
from qualcode.model import Coding, Evidence, Inquiry, Span, Transcript, TranscriptAccount
from qualcode.store.files import explain_disk, list_below, write_file
from qualcode.store.names import shorten


@dataclass(frozen=True, slots=True)
class Makings:
    """What codings were made from and what else came of it.

    `made_from` is a hash over all that decides about them, the source and the codebook's cues apart, and `codebook` the
    codebook's hash. `parts` is the number of interviews in the same source. `remarks` are the problems met in reading,
    as pairs of what and how. `words` are the different words of the text, with blanks between. `inquiries` are what the
    interviewers were understood to ask.
    """

    made_from: str = ""
    codebook: str = ""
    parts: int = 1
    remarks: tuple[tuple[str, str], ...] = ()
    words: str = ""
    inquiries: tuple[Inquiry, ...] = ()


class Reading(NamedTuple):
    """A transcript as it was read, and the units of its respondents: where each begins and ends, and how many words it
    has."""

    transcript: Transcript
    units: Sequence[tuple[int, int, int]]


class Line(NamedTuple):
    """A coding as its line has it: its turn, where it begins and ends, and the whole."""

    turn: int
    start: int
    end: int
    text: str


_dump = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_READ = ('{"text":', "{}")  # how the line of the transcript begins
_OF_PEOPLE = {"decided_by", "disputed_by"}  # they come out of decisions
_FIELDS = tuple(name for name in Coding.__slots__ if name not in {"span", "evidence", *_OF_PEOPLE})


def path_of(folder: Path, transcript: str) -> Path:
    """The file of a transcript's codings, named after the transcript with its extension kept; a name that leaves the
    system no room for an ending is cut."""
    return folder / Path(*(shorten(part) for part in f"{transcript}.jsonl".split("/")))


def write_codings(
    folder: Path,
    account: TranscriptAccount,
    codings: Iterable[Coding],
    makings: Makings | None = None,
    read: Reading | None = None,
) -> None:
    """Write what was coded in one transcript; the same codings give the same bytes."""
    kept = {}
    if read:
        turns = [
            [turn.number, turn.speaker, turn.role, turn.span.start, turn.span.end, turn.time, turn.case]
            for turn in read.transcript.turns
        ]
        kept = {"text": read.transcript.text, "turns": turns, "units": read.units}
    write_lines(folder, account, makings, _dump(kept).encode(), map(write_line, codings))


def replace_codings(folder: Path, account: TranscriptAccount, codings: Iterable[Coding]) -> None:
    """Write other codings in the place of those of a coded transcript. How it was read stays, with its units; what the
    codings were made from does not, so that it is coded anew the next time."""
    path = path_of(folder, account.transcript)
    with explain_disk(path):
        read = path.read_bytes().split(b"\n", 2)[1]
    write_lines(folder, account, None, read, map(write_line, codings))


def write_lines(
    folder: Path, account: TranscriptAccount, makings: Makings | None, read: bytes, lines: Iterable[Line]
) -> None:
    """The same with the lines of the transcript and of its codings as they shall stand."""
    texts = [line.text for line in lines]
    body = "".join(f"{text}\n" for text in texts).encode()
    head: dict[str, Any] = {"account": {name: getattr(account, name) for name in account.__slots__}}
    head["account"]["notes"] = [pack(note) for note in account.notes]
    if makings:
        head |= {name: getattr(makings, name) for name in makings.__slots__}
        head["remarks"] = [[pack(what), pack(how)] for what, how in makings.remarks]
        head["inquiries"] = [
            [each.turn, each.codes, each.named, each.questions, each.is_faint] for each in makings.inquiries
        ]
        head |= {"codings": len(texts), "codings_sha256": sha256(body).hexdigest()}
    write_file(path_of(folder, account.transcript), b"\n".join((_dump(head).encode(), read, body)))


def write_line(coding: Coding) -> Line:
    """A coding as its line."""
    return Line(coding.turn, coding.span.start, coding.span.end, _dump(_lay_out(coding)))


def read_codings(folder: Path) -> Iterator[tuple[TranscriptAccount, tuple[Coding, ...]]]:
    """Every coded transcript of a study, in the order of transcript names.

    A file that is torn or no such file is refused: it is derived, so coding again mends it.
    """
    found = []
    for path in list_below(folder, ".jsonl"):
        with explain_disk(path):
            data = path.read_bytes()
        try:
            lines = data.decode().rstrip("\n").split("\n")  # quotes may hold other line ends
            account = read_account(parse_json(lines[0])["account"])
            if not lines[1].startswith(_READ):
                raise ValueError(path)
            codings = parse_json(f"[{','.join(lines[2:])}]")  # at once: each line by itself would take longer
            found.append((account, tuple(map(_read_coding, codings))))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise _tell_damage(path) from error
    return iter(sorted(found, key=lambda pair: pair[0].transcript))


def read_units(folder: Path, transcript: str) -> tuple[tuple[Span, int], ...]:
    """The respondents' units of a coded transcript, each with its number of words; none where they were not kept."""
    path = path_of(folder, transcript)
    with explain_disk(path), path.open("rb") as file:
        file.readline()
        read = file.readline()
    try:
        return tuple((Span(start, end), int(words)) for start, end, words in parse_json(read).get("units", ()))
    except (ValueError, TypeError, AttributeError) as error:
        raise _tell_damage(path) from error


def _tell_damage(path: Path) -> QualcodeError:
    return QualcodeError(mark("{path} is damaged", path=path), mark("Make it again with `qualcode code`"))


def drop_codings(folder: Path, keep: set[str]) -> None:
    """Remove the machine's codings of transcripts that are no longer there (they are derived, nothing is lost).

    Some disks give a name back in other letter case or with decomposed letters: that file is the one that was wanted.
    """
    wanted = {path_of(folder, name) for name in keep}
    by_letters = {_fold(path): path for path in wanted}
    for path in list_below(folder, ".jsonl"):
        with explain_disk(path):
            twin = by_letters.get(_fold(path))
            if path not in wanted and not (twin and twin.is_file() and twin.samefile(path)):
                path.unlink()


def _fold(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def _lay_out(coding: Coding) -> dict[str, Any]:
    line = {name: getattr(coding, name) for name in _FIELDS}
    line["span"] = [coding.span.start, coding.span.end]
    line["evidence"] = [[item.rule, item.cue, item.span.start, item.span.end] for item in coding.evidence]
    return line


def _read_coding(line: dict[str, Any]) -> Coding:
    evidence = tuple(Evidence(rule, cue, Span(start, end)) for rule, cue, start, end in line.pop("evidence"))
    return Coding(span=Span(*line.pop("span")), evidence=evidence, **line)


def read_account(line: dict[str, Any]) -> TranscriptAccount:
    """A count sheet from what the first line of a file has of it."""
    tuples = {name: tuple(value) for name, value in line.items() if isinstance(value, list)}
    return TranscriptAccount(**{**line, **tuples, "notes": tuple(unpack(note) for note in line["notes"])})
