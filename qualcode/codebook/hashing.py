"""The hashes of a codebook's content."""

import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any

from qualcode.model import Codebook, Cue

NOT_CONTENT = {"line", "path", "hash", "_found"}  # where a thing stands, and what is worked out from it
_UNORDERED = {"cues", "actors", "false_friends"}

_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_sort_key = json.JSONEncoder(sort_keys=True).encode


def stamp(codebook: Codebook) -> Codebook:
    """The codebook with the hash of each code and its own: SHA-256 of the content as canonical JSON, in which the
    codebook holds its codes by their hashes.

    Comments, layout, the order of keys and the order of cues change no hash: only what they say does.
    """
    codes = tuple(replace(code, hash=_hash(_lay_out(code))) for code in codebook.codes)
    whole = _lay_out(replace(codebook, codes=())) | {"codes": [code.hash for code in codes]}
    return replace(codebook, codes=codes, hash=_hash(whole))


def _hash(content: dict[str, Any]) -> str:
    return sha256(_write(content).encode()).hexdigest()


def _lay_out(value: Any) -> Any:
    """What a noun says, as JSON has it."""
    if isinstance(value, str):
        return value
    kind: type[Any] = type(value)
    if is_dataclass(kind):
        return {name: _lay_out_field(name, getattr(value, name)) for name in _list_fields(kind)}
    if isinstance(value, dict):
        return {key: _lay_out(each) for key, each in value.items()}
    return [_lay_out(each) for each in value] if isinstance(value, tuple) else value


def _lay_out_field(name: str, value: Any) -> Any:
    return sorted(_lay_out(value), key=_sort_key) if name in _UNORDERED else _lay_out(value)


@cache
def _list_fields(kind: type[Any]) -> list[str]:
    """The fields of a noun that are content; the name of a cue's rule is made of the others."""
    beside = NOT_CONTENT | {"rule"} if kind is Cue else NOT_CONTENT
    return [field.name for field in fields(kind) if field.name not in beside]
