"""Names of files that every system takes, made from names that people gave."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

LONGEST = 120  # bytes of one part of a path; systems allow 255, and a sync tool adds words of its own
_ROOM = 220  # bytes of a name that is kept as it is, if it can be: beside it lies a draft with a longer one
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)")


def make_safe(name: str) -> Path:
    """`name` as a path inside a folder, its `/` kept.

    It is in small letters (for Windows and macOS, names that differ by case alone are one file); what some system
    forbids is written `%` and its number in hex, as in a URL; a long part is cut and ends in a checksum. The name is
    for people: what a file holds says itself what it is about, so that two names may share a file.
    """
    return Path(*map(make_part_safe, name.split("/")))


def make_part_safe(name: str) -> str:
    """`name` as one part of a path, in the same way; its `/` are written as numbers too."""
    part = unicodedata.normalize("NFC", name.casefold())
    safe = _UNSAFE.sub(lambda match: _escape(match[0]), part)
    if not safe or safe[0] == "." or _RESERVED.match(safe):
        safe = (_escape(safe[0]) if safe else "%") + safe[1:]
    if safe[-1] in " .":
        safe = safe[:-1] + _escape(safe[-1])
    data = safe.encode("utf-8", "backslashreplace")
    return data.decode() if len(data) <= LONGEST else _cut(data, part)


def keep_apart(names: Iterable[str]) -> dict[str, str]:
    """Each of some names as one part of a path, no two the same: one that another has already, and that is not written
    just so itself, ends in its own checksum."""
    parts: dict[str, str] = {}
    for name in sorted(set(names), key=lambda name: (name != make_part_safe(name), name)):
        part = make_part_safe(name)
        parts[name] = _cut(part.encode(), name) if part in parts.values() else part
    return parts


def shorten(name: str) -> str:
    """A part of a path as it is, or cut and with its checksum and ending where it would be too long for a system."""
    data = name.encode()
    return name if len(data) <= _ROOM else _cut(data, name) + Path(name).suffix


def _cut(data: bytes, name: str) -> str:
    digest = blake2b(name.encode("utf-8", "backslashreplace"), digest_size=6).hexdigest()
    return f"{data[:LONGEST].decode('utf-8', 'ignore')}~{digest}"


def list_plain_words(text: str) -> list[str]:
    """The words of a text in small letters from a to z and digits, for names that people type."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.casefold())


def _escape(character: str) -> str:
    return f"%{ord(character):02X}"
