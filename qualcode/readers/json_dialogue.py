"""JSON of transcribing programs, chats and corpora: a list of turns, wherever in the file it lies."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode
from qualcode.formats.json_text import parse_json
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.columns import read_language
from qualcode.readers.contract import Draft, Passage, Reader
from qualcode.readers.cues import Cue, join_cues
from qualcode.readers.sheet import number_drafts

_WORDS = (
    "content",
    "text",
    "words",
    "utterance",
    "transcript",
    "message",
    "body",
    "ucapan",
    "teks",
    "isi",
    "transkrip",
    "sentences",
    "elements",
    "speech",
    "nBest",
    "alternatives",
)
_ALTERNATIVES = ("nBest", "alternatives")  # what else a recogniser may have heard, the likeliest first
_SPEAKERS = (
    "speaker", "speaker_name", "speakerName", "sender_name", "speaker_label", "role", "name", "author",
    "from", "user", "sender", "speakerDisplayName", "userName", "participant", "penutur", "pembicara", "nama",
)  # fmt: skip
_TIMES = ("start", "start_time", "startTime", "time", "timestamp", "begin", "ts", "waktu", "mulai", "created_at")
_MOMENTS = (*_TIMES, "timestamp_ms", "date")
_DEPTH_LIMIT = 8


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a file: each list of objects that hold words (`content`, `text`, ...), with or without
    speaker and time, is one. What holds no such list is refused."""
    decoded = decode(load(path))
    try:
        value = _parse(decoded.text)
    except JSONDecodeError as error:
        raise UnreadableSource(
            mark("it is no valid JSON (line {lineno}: {msg})", lineno=error.lineno, msg=error.msg),
            mark("Export it again"),
        ) from None
    except ValueError:
        raise UnreadableSource(
            mark("its JSON is nested too deep or has a number too long"), mark("Give the list of turns alone")
        ) from None
    found = list(_find_dialogues(value, 0))
    found = [turns for turns in found if not _are_words(turns)] or found
    talk = [turns for turns in found if _names_speakers(turns)] or found
    drafts = [
        Draft(passages=passages, notes=decoded.notes, language=language)
        for turns in talk
        if (passages := _read_turns(turns))
        for language in (_find_language(value) if len(talk) == 1 else None,)
    ]
    if not drafts:
        raise UnreadableSource(
            mark("no list of turns was found in it"),
            mark('Give it as a list: [{"speaker": "...", "text": "..."}, ...]'),
        )
    return number_drafts(drafts)


def _parse(text: str) -> Any:
    """The value; a list of values where each line is one (JSON lines)."""
    try:
        return parse_json(text)
    except JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2 or error.msg != "Extra data" or not lines[0].rstrip().endswith(("}", "]")):
            raise
        try:
            return [parse_json(line) for line in lines]
        except JSONDecodeError:
            raise error from None


def _find_dialogues(value: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    """Lists whose members are objects with words in them; what lies inside such a list (words, tokens) is no other,
    unless nothing but there it says who speaks."""
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(value, list):
        turns = [member for member in value if isinstance(member, dict) and _pick(member, _WORDS)]
        if turns and 2 * len(turns) > len(value):
            inside = [] if _names_speakers(turns) else [found for turn in turns for found in _find_inside(turn, depth)]
            yield from [found for found in inside if _names_speakers(found) and not _are_words(found)] or [turns]
            return
    yield from _find_inside(value, depth)


def _find_inside(value: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for member in members:
        yield from _find_dialogues(member, depth + 1)


def _names_speakers(turns: Sequence[dict[str, Any]]) -> bool:
    return any(_pick(turn, _SPEAKERS) for turn in turns)


def _are_words(turns: Sequence[dict[str, Any]]) -> bool:
    """Whether a list holds single words, as recognisers save them beside what was said."""
    return not any(" " in _pick(turn, _WORDS) for turn in turns)


def _read_turns(turns: Sequence[dict[str, Any]]) -> tuple[Passage, ...]:
    """A passage a turn, the earliest first; segments with a beginning and an end are captions, which stop in the middle
    of sentences."""
    turns = turns[::-1] if any(_fall([turn.get(key) for turn in turns]) for key in _MOMENTS) else turns
    cues = [
        Cue(_pick(turn, _TIMES) or None, tuple(_pick(turn, _WORDS).split("\n")), _pick(turn, _SPEAKERS) or None)
        for turn in turns
    ]
    if all("start" in turn and "end" in turn for turn in turns):
        return join_cues(cues)
    return tuple(Passage("\n".join(cue.lines), cue.voice, cue.time) for cue in cues)


def _fall(moments: Sequence[Any]) -> bool:
    """Whether moments (numbers, or dates with a time) stand from the latest to the earliest, as chats are saved."""
    if all(isinstance(moment, int | float) for moment in moments) or all(
        isinstance(moment, str) and moment[4:5] == "-" for moment in moments
    ):
        return moments[0] > moments[-1] and all(before >= after for before, after in pairwise(moments))
    return False


def _find_language(value: Any) -> str | None:
    language = value.get("language") if isinstance(value, dict) else None
    return read_language(language) if isinstance(language, str) else None


def _pick(turn: dict[str, Any], keys: Sequence[str]) -> str:
    """The value of the first of `keys` that holds text, a number or an object with a name; "" where none does."""
    for key in keys:
        value = turn.get(key)
        if "sender_name" in turn and isinstance(value, str):
            value = _mend(value)
        if key in _ALTERNATIVES and isinstance(value, list) and value and isinstance(value[0], dict):
            value = value[0].get("display") or value[0].get("transcript")
        if isinstance(value, dict):
            value = value.get("name") or value.get("role")
        elif isinstance(value, list) and value and all(isinstance(part, dict | str) for part in value):
            value = _join_parts(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def _mend(words: str) -> str:
    """Words of Messenger and Instagram, which save the bytes of a letter as letters."""
    try:
        return words.encode("latin-1").decode()
    except UnicodeError:
        return words


def _join_parts(parts: Sequence[dict[str, Any] | str]) -> str:
    """Words in pieces: of a chat's message, sentences of a paragraph, or words and the blanks between them."""
    values = [part if isinstance(part, str) else part.get("text", part.get("value")) for part in parts]
    pieces = [piece for piece in values if isinstance(piece, str)]
    return ("" if any(piece != piece.strip() for piece in pieces) else " ").join(pieces)


PART = Reader(name="json", extensions=(".json", ".jsonl", ".ndjson"), read=read)
