"""The hashes of a codebook's content."""

import json
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from qualcode.model import Code, Codebook

NOT_CONTENT = {"line", "hash", "rule"}  # where a thing stands, and what is worked out from it


def stamp(codebook: Codebook) -> Codebook:
    """The codebook with the hash of each code and its own: SHA-256 of the content as canonical JSON.

    Comments, layout, the order of keys and the order of cues change no hash: only what they say does.
    """
    codes = tuple(replace(code, hash=_hash(code)) for code in codebook.codes)
    return replace(codebook, codes=codes, hash=_hash(codebook))


def _hash(noun: Code | Codebook) -> str:
    content = json.dumps(_content(asdict(noun)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(content.encode()).hexdigest()


def _content(value: Any) -> Any:
    if isinstance(value, dict):
        content = {key: _content(each) for key, each in value.items() if key not in NOT_CONTENT}
        for key in ("cues", "actors", "false_friends"):
            if key in content:
                content[key] = sorted(content[key], key=lambda each: json.dumps(each, sort_keys=True))
        return content
    return [_content(each) for each in value] if isinstance(value, tuple | list) else value
