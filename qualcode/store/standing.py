"""What the last run coded in a transcript, where it was made from the same and is whole, so that it may stand."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import cast

from qualcode.formats.json_text import parse_json
from qualcode.messages import unpack
from qualcode.model import Inquiry, Span, Transcript, TranscriptAccount, Turn
from qualcode.store.codings import Line, Makings, Reading, path_of, read_account


@dataclass(frozen=True, slots=True)
class Standing:
    """A transcript's codings on disk that still stand; `read` is the line of the transcript, `body` those of codings,
    both as they are there."""

    account: TranscriptAccount
    makings: Makings
    codings: int
    read: bytes = field(default=b"", repr=False)
    body: bytes = field(default=b"", repr=False)


def find_standing(folder: Path, transcript: str, source_sha256: str, made_from: str) -> Standing | None:
    """A transcript's codings on disk if they were made from just this, by whatever cues, and are whole; else None."""
    try:
        first, read, body = path_of(folder, transcript).read_bytes().split(b"\n", 2)
        head = parse_json(first)
        account = read_account(head["account"])
        makings = Makings(
            head["made_from"],
            head["codebook"],
            head["parts"],
            tuple((unpack(what), unpack(how)) for what, how in head["remarks"]),
            head["words"],
            tuple(
                Inquiry(turn, tuple(codes), tuple(named), tuple(questions), is_faint)
                for turn, codes, named, questions, is_faint in head["inquiries"]
            ),
        )
        stands = (account.source_sha256, makings.made_from) == (source_sha256, made_from)
        whole = stands and head["codings_sha256"] == sha256(body).hexdigest()
        return Standing(account, makings, head["codings"], read, body) if whole else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever it is, it is made again


def read_kept(folder: Path, transcript: str, source_sha256: str) -> Transcript | None:
    """A coded transcript as it was read, with roles and cases as they were coded, if its source is still the same; None
    where it is not, or that cannot be told."""
    try:
        with path_of(folder, transcript).open("rb") as file:
            account, read = read_account(parse_json(file.readline())["account"]), file.readline()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    reading = _restore(account, read) if account.source_sha256 == source_sha256 else None
    return reading.transcript if reading else None


def read_transcript(standing: Standing) -> Reading | None:
    """The transcript as it was read; None where it is not whole."""
    return _restore(standing.account, standing.read)


def _restore(account: TranscriptAccount, read: bytes) -> Reading | None:
    try:
        kept = parse_json(read)
        turns = tuple(
            Turn(number, speaker, role, Span(start, end), time, case)
            for number, speaker, role, start, end, time, case in kept["turns"]
        )
        transcript = Transcript(
            account.transcript,
            kept["text"],
            turns,
            account.language,
            account.source_sha256,
            account.text_sha256,
            account.notes,
            account.synthetic,
        )
        whole = sha256(transcript.text.encode()).hexdigest() == account.text_sha256
        return Reading(transcript, kept["units"]) if whole else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever it is, it is made again


# No quotation mark inside a string stands without a backslash, so what looks like a key is one.
_PARTS = tuple(
    map(
        re.compile,
        (
            r',"turn":(\d+),',
            r',"code":"([^"]*)",',
            r',"codebook":"(?:[^"\\]|\\.)*","code_hash":"\w*",',
            r',"span":\[(\d+),(\d+)\],',
        ),
    )
)


def stamp_lines(standing: Standing, edition: str, hash_code: Callable[[str], str]) -> list[Line] | None:
    """The lines of the codings as if another edition of the codebook had made them: `edition` is its name and version,
    and `hash_code` gives the hash of a code by its id. None if a line is no coding's."""
    named = json.dumps(edition, ensure_ascii=False)
    lines = []
    for line in standing.body.decode().split("\n")[:-1]:
        found = [part.search(line) for part in _PARTS]
        if None in found:
            return None
        turn, code, stamp, span = cast("list[re.Match[str]]", found)
        stamped = f'{line[: stamp.start()]},"codebook":{named},"code_hash":"{hash_code(code[1])}",{line[stamp.end() :]}'
        lines.append(Line(int(turn[1]), int(span[1]), int(span[2]), stamped))
    return lines
