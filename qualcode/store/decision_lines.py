"""A decision as a line of JSON with its own hash.

A line ends in `,"hash":"…"}`; the hash is the SHA-256 of the line without that field (and with its closing brace), so
that any program can check it.
"""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any, get_args

from qualcode.model import Act, Decision, Passage, Span

_MARK = b',"hash":"'
_TAIL = len(_MARK) + 64 + len(b'"}')
_ACTS = frozenset(get_args(Act))
_PLAIN = tuple(name for name in Decision.__slots__ if name not in {"passage", "to_passage", "parents", "hash"})
_PASSAGE = ("quote", "before", "after", "turn", "speaker", "case", "text_sha256")
_DEFAULTS = Decision("accept", "", "", "terminal", "blind")


class OddLine(ValueError):
    """A line that is no decision; its words say why."""


def seal(decision: Decision, parents: tuple[str, ...]) -> tuple[Decision, bytes]:
    """The decision with its parents and its hash, and its line, which ends in a line end."""
    body = _write(decision, parents)
    digest = sha256(body).hexdigest()
    return replace(decision, parents=parents, hash=digest), body[:-1] + _MARK + digest.encode() + b'"}\n'


def is_sealed(line: bytes) -> bool:
    """Whether a line is whole and unchanged: its hash fits the rest of it."""
    return _fits(line) is not None


def read_hash(line: bytes) -> str:
    """The hash that a line states, whether it fits or not; "" where it states none."""
    if line[-_TAIL : -_TAIL + len(_MARK)] == _MARK:
        return line[-66:-2].decode("ascii", "replace")
    try:
        stated = json.loads(line)["hash"]
    except (ValueError, KeyError, TypeError):
        return ""
    return stated if isinstance(stated, str) else ""


def read_line(line: bytes) -> Decision:
    """The decision on a line; one whose hash does not fit, or that is none, raises `OddLine`."""
    digest = _fits(line)
    try:
        fields = json.loads(line)
    except ValueError:
        raise OddLine("it is no line of JSON") from None
    if not isinstance(fields, dict) or "act" not in fields or "hash" not in fields:
        raise OddLine("it is no decision")
    if digest is None and not _fits_laid_out_anew(fields):
        raise OddLine("it was changed after it was written: its hash does not fit")
    try:
        decision = _build(fields)
    except (KeyError, TypeError, ValueError):
        decision = None
    if decision is None or decision.act not in _ACTS:
        raise OddLine("it is of a kind that this version of qualcode does not know")
    return decision


def _fits(line: bytes) -> str | None:
    if line[-_TAIL : -_TAIL + len(_MARK)] != _MARK:
        return None
    digest = sha256(line[:-_TAIL])
    digest.update(b"}")
    found = digest.hexdigest()
    return found if found.encode() == line[-66:-2] else None


def _fits_laid_out_anew(fields: dict[str, Any]) -> bool:
    """A program that wrote the same fields with other blanks or escapes has changed nothing."""
    rest = {name: value for name, value in fields.items() if name != "hash"}
    return fields["hash"] == sha256(_dump(rest)).hexdigest()  # type: ignore[no-any-return]  # two texts


def _write(decision: Decision, parents: tuple[str, ...]) -> bytes:
    line: dict[str, Any] = {}
    for name in _PLAIN:
        value = getattr(decision, name)
        if value != getattr(_DEFAULTS, name) or name in ("act", "seen", "tool"):
            line[name] = value
    if decision.passage:
        line |= _write_passage(decision.passage)
    if decision.to_passage:
        line["to_passage"] = _write_passage(decision.to_passage)
    line["parents"] = list(parents)
    return _dump(line)


def _write_passage(passage: Passage) -> dict[str, Any]:
    named = {name: getattr(passage, name) for name in _PASSAGE}
    return {"span": [passage.span.start, passage.span.end], **named}


def _dump(line: dict[str, Any]) -> bytes:
    # a half character, as a terminal may hand over, is written as JSON's own escape
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def _build(fields: dict[str, Any]) -> Decision:
    if "span" in fields:
        fields["passage"] = _build_passage(fields)
    if "to_passage" in fields:
        fields["to_passage"] = _build_passage(fields["to_passage"])
    fields["parents"] = tuple(fields["parents"])
    return Decision(**fields)


def _build_passage(fields: dict[str, Any]) -> Passage:
    pop = fields.pop
    start, end = pop("span")
    return Passage(Span(start, end), *[pop(name) for name in _PASSAGE])
