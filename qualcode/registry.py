"""A folder of parts is its own register: what parts there are, known without importing one.

A part is a module of a room that ends in a line such as `PART = Reader(name="srt", extensions=(".srt",), read=read)`.
The literal keywords of that line are read from its source, so that `--help` and the choice of a reader cost no import.
Other packages add parts by entry points in the group `qualcode.<room>`; they end in the same `PART`.
"""

import ast
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from qualcode.errors import QualcodeError, find_nearest
from qualcode.messages import mark, translator


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part that can be loaded: its name, its module and the literal keywords of its `PART` line."""

    name: str
    module: str
    keywords: dict[str, Any]

    def load(self) -> Any:
        """Import the module and return its `PART`."""
        return import_module(self.module).PART


@cache
def find_parts(room: str) -> dict[str, PartEntry]:
    """The parts of a room (`"readers"`, `"display"`, ...) by name, shipped ones first, in the order of file names."""
    entries = {}
    for file in sorted(files("qualcode").joinpath(room).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py") and not file.name.startswith("_"):
            keywords = _read_keywords(file.read_text(encoding="utf-8"))
            if keywords is not None:
                module = f"qualcode.{room}.{file.name[:-3]}"
                name = keywords.get("name", file.name[:-3])
                entries[name] = PartEntry(name, module, keywords)
    return entries | _find_plugins(room)


def line_up_parts(room: str) -> list[PartEntry]:
    """The parts of a room in the order of their `number` in the book's chapter; those without one, such as plug-ins,
    come last, in the order of `find_parts`."""
    return sorted(find_parts(room).values(), key=lambda entry: entry.keywords.get("number", 99))


def list_purposes(room: str, language: str) -> tuple[tuple[str, str], ...]:
    """The name of every part of a room with what it is for, lined up."""
    t = translator(language)
    return tuple((entry.name, t(entry.keywords.get("purpose", ""))) for entry in line_up_parts(room))


def require_part(room: str, name: str, what: str) -> PartEntry:
    """The part of a room that is called so; where none is, `what` is raised with the command that has it, else with the
    nearest name, or all."""
    parts = find_parts(room)
    if name not in parts:
        for command in ("condense", "display"):
            if name in find_parts(command):
                raise QualcodeError(
                    what, mark("`qualcode {command} FOLDER {name}` shows it", command=command, name=name)
                )
        near = find_nearest(name.replace("_", "-").replace(" ", "-"), tuple(parts))
        there = mark("There are: {parts}", parts=", ".join(parts))
        raise QualcodeError(what, mark("Did you mean `{near}`?", near=near) if near else there)
    return parts[name]


def _read_keywords(source: str) -> dict[str, Any] | None:
    if "\nPART = " not in source:
        return None
    line = ast.parse(source[source.rindex("\nPART = ") :]).body[0]
    if not isinstance(line, ast.Assign) or not isinstance(line.value, ast.Call):
        return None
    keywords = {}
    for keyword in line.value.keywords:
        value = keyword.value
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "mark":
            value = value.args[0]  # a message for the catalogue
        try:
            keywords[keyword.arg or ""] = ast.literal_eval(value)
        except ValueError:  # a function or another name: known once the part is loaded
            continue
    return keywords


def _find_plugins(room: str) -> dict[str, PartEntry]:
    from importlib.metadata import entry_points

    entries = {}
    for point in entry_points(group=f"qualcode.{room}"):
        extensions = getattr(point.load(), "extensions", ())
        entries[point.name] = PartEntry(point.name, point.module, {"name": point.name, "extensions": extensions})
    return entries
