"""A decision as a line of JSON with its own hash.

A line ends in `,"hash":"…"}`; the hash is the SHA-256 of the line without that field (and with its closing brace), so
that any program can check it.
"""

import json
from dataclasses import replace
from hashlib import sha256
from json import JSONDecoder
from sys import intern
from typing import Any, get_args

from qualcode.formats.json_text import parse_json
from qualcode.messages import mark
from qualcode.model import Act, Decision, Passage, Span

_HASH = b',"hash":"'
_PASSAGE, _PARENTS = b',"passage":{', b',"parents":['
_TAIL = len(_HASH) + 64 + len(b'"}')
_ACTS = frozenset(get_args(Act))
_PLAIN = tuple(name for name in Decision.__slots__ if name not in {"passage", "to_passage", "parents", "hash"})
_ALWAYS = frozenset({"act", "who", "when", "tool", "seen"})
_DEFAULTS = Decision("accept", "", "", "terminal", "blind")

_decode = JSONDecoder().raw_decode  # what json.loads does besides takes as long again


class OddLine(ValueError):
    """A line that is no decision; its words say why."""


class LineReader:
    """Reads lines; many decisions lie on the same words, which are read once and then shared."""

    def __init__(self) -> None:
        self._passages: dict[bytes, Passage] = {}

    def read(self, line: bytes) -> Decision:
        """The decision on a line; one whose hash does not fit, or that is none, raises `OddLine`."""
        line = restore(line)
        try:
            decision = self._build(line)
        except (KeyError, TypeError, ValueError, StopIteration, RecursionError):
            decision = None
        if decision is None or decision.act not in _ACTS:
            raise OddLine(mark("it is of a kind that this version of qualcode does not know"))
        return decision

    def _build(self, line: bytes) -> Decision:
        # No text inside can look like these names, because its quotation marks are escaped.
        parents = line.rindex(_PARENTS)
        start = line.find(_PASSAGE, 0, parents)
        passage = self._read_passage(line[start + len(_PASSAGE) - 1 : parents]) if start >= 0 else None
        fields, _ = _decode((line[: start if start >= 0 else parents] + b"}").decode())
        get = fields.get
        to_passage = get("to_passage")
        return Decision(
            intern(fields["act"]),  # type: ignore[arg-type]  # read() looks whether it is one
            intern(fields["who"]),
            fields["when"],
            fields["tool"],
            fields["seen"],
            intern(get("transcript", "")),
            get("on", ""),
            intern(get("coder", "")),
            passage,
            intern(get("code", "")),
            get("polarity", "supporting"),
            get("modality", "actual"),
            get("to_code", ""),
            _build_passage(to_passage) if to_passage else None,
            get("to_polarity"),
            get("label", ""),
            get("comment", ""),
            intern(get("codebook", "")),
            intern(get("code_hash", "")),
            get("to_on", ""),
            get("basis", ""),
            _split(line[parents + len(_PARENTS) : -_TAIL - 1]),
            line[-66:-2].decode(),
        )

    def _read_passage(self, data: bytes) -> Passage:
        passage = self._passages.get(data)
        if passage is None:
            passage = self._passages[data] = _build_passage(_decode(data.decode())[0])
        return passage


def _split(parents: bytes) -> tuple[str, ...]:
    return tuple(parents[1:-1].decode().split('","')) if parents else ()


def seal(decision: Decision, parents: tuple[str, ...]) -> tuple[Decision, bytes]:
    """The decision with its parents and its hash, and its line, which ends in a line end."""
    body = _write(decision, parents)
    digest = sha256(body).hexdigest()
    return replace(decision, parents=parents, hash=digest), body[:-1] + _HASH + digest.encode() + b'"}\n'


def is_sealed(line: bytes) -> bool:
    """Whether a line is whole and unchanged: its hash fits the rest of it."""
    if line[-_TAIL : -_TAIL + len(_HASH)] != _HASH or not line.endswith(b'"}'):
        return False
    digest = sha256(line[:-_TAIL])
    digest.update(b"}")
    return digest.hexdigest().encode() == line[-66:-2]


def read_hash(line: bytes) -> str:
    """The hash that a line states, whether it fits or not; "" where it states none."""
    if line[-_TAIL : -_TAIL + len(_HASH)] == _HASH:
        return line[-66:-2].decode("ascii", "replace")
    try:
        stated = parse_json(line)["hash"]
    except (ValueError, KeyError, TypeError):
        return ""
    return stated if isinstance(stated, str) else ""


def restore(line: bytes) -> bytes:
    """The line as it was written, with every field that it holds, known to this version or not.

    Blanks and escapes that another program has laid out differently are put right; a line that is no decision, or was
    changed, raises `OddLine`.
    """
    if is_sealed(line):
        return line
    try:
        fields = parse_json(line)
    except ValueError:
        raise OddLine(mark("it is no line of JSON")) from None
    if not isinstance(fields, dict) or not {"act", "hash"} <= fields.keys():
        raise OddLine(mark("it is no decision"))
    stated = fields.pop("hash")
    body = _dump(fields)
    if sha256(body).hexdigest() != stated:
        raise OddLine(mark("it was changed after it was written: its hash does not fit"))
    return body[:-1] + _HASH + str(stated).encode() + b'"}'


def _write(decision: Decision, parents: tuple[str, ...]) -> bytes:
    line: dict[str, Any] = {}
    for name in _PLAIN:
        value = getattr(decision, name)
        if name in _ALWAYS or value != getattr(_DEFAULTS, name):
            line[name] = value
    if decision.to_passage:
        line["to_passage"] = _write_passage(decision.to_passage)
    if decision.passage:
        line["passage"] = _write_passage(decision.passage)
    line["parents"] = list(parents)
    return _dump(line)


def _write_passage(passage: Passage) -> dict[str, Any]:
    line = {name: getattr(passage, name) for name in Passage.__slots__}
    line["span"] = [passage.span.start, passage.span.end]
    return line


def _build_passage(fields: dict[str, Any]) -> Passage:
    start, end = fields["span"]
    return Passage(
        Span(start, end),
        fields["quote"],
        fields["before"],
        fields["after"],
        fields["turn"],
        intern(fields["speaker"]),
        intern(fields["case"]),
        intern(fields["text_sha256"]),
    )


def _dump(line: dict[str, Any]) -> bytes:
    # a half character, as a terminal may hand over, is written as JSON's own escape
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
