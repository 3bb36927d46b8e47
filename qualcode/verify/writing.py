"""Write a new claim at the end of claims.yaml; what stands there stays as it is, comments too."""

import json
import re
from dataclasses import dataclass

from qualcode.verify.editing import write_code

HEAD = "# Statements to verify against the interviews.\nclaims:\n"
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_LIST = re.compile(r"^claims:[ \t]*(?:\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What somebody says of a new claim. `codes` are written `CG.TRU` or `CG.TRU contrary`; of `text`, `needs` and each
    of `rivals` are in one language or both (`{"id": ..., "en": ...}`)."""

    id: str
    text: dict[str, str]
    codes: tuple[str, ...]
    checkable: str
    needs: dict[str, str]
    rivals: tuple[dict[str, str], ...]
    source: str
    author: str
    date: str


def add_claim(file: str, new: NewClaim) -> str:
    """The file's text with the claim behind its last one; "" makes a new file. Nothing is checked: read it with
    `read_claims` before it is kept."""
    file = file or HEAD
    if not file.endswith("\n"):
        file += "\n"
    found = _LIST.search(file)
    if found and "[" in found[0]:
        file = file[: found.start()] + "claims:" + file[found.end() :]
    items = _ITEM.search(file, found.end() if found else 0)
    indent = items[1] if items else "  "
    lines = _write(new)
    return file + "".join(f"{indent}{'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines))


def _write(new: NewClaim) -> list[str]:
    lines = [f"id: {new.id}", f"text: {_write_words(new.text)}"]
    if new.codes:
        lines.append("codes:")
        lines += (f"  - {write_code(code)}" for code in new.codes)
    lines.append(f"checkable: {new.checkable}")
    if any(new.needs.values()):
        lines.append(f"needs: {_write_words(new.needs)}")
    if new.rivals:
        lines.append("rivals:")
        lines += (f"  - text: {_write_words(rival)}" for rival in new.rivals)
    lines += (f"{key}: {_quote(value)}" for key, value in (("source", new.source), ("author", new.author)) if value)
    return [*lines, f"date: {new.date}"]


def _write_words(words: dict[str, str]) -> str:
    return "{" + ", ".join(f"{language}: {_quote(text)}" for language, text in words.items() if text) + "}"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
