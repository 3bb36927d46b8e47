"""A project as the REFI-QDA standard (1.5) knows it: what goes to other programs, and what comes from them.

Guids are in small letters without braces: programs write them differently, and they mean the same.
"""

from dataclasses import dataclass

ORIGIN = "qualcode"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who codes, or a machine that does."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class CodeNode:
    """A code with those below it. `is_codable` is false for a mere group; `color` is `#RRGGBB`, "" for none; `notes`
    are the guids of memos on it."""

    guid: str
    name: str
    description: str = ""
    color: str = ""
    is_codable: bool = True
    children: tuple["CodeNode", ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a source with one code (`code` is its guid; "" where it bears only a note).

    `start` and `end` are code points, half open. `name` is what the program calls the passage, often its words. `user`
    is a guid, `when` ISO 8601; both "" where nobody says.
    """

    guid: str
    start: int
    end: int
    code: str = ""
    name: str = ""
    user: str = ""
    when: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its marks. `values` are what variables say of it, by their guids."""

    guid: str
    name: str
    text: str
    marks: tuple[Mark, ...] = ()
    description: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A memo."""

    guid: str
    name: str
    text: str
    user: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """What cases are told apart by."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case, what variables say of it (by their guids), and its sources (guids)."""

    guid: str
    name: str
    values: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """From one mark to another (guids), and why."""

    guid: str
    name: str
    origin: str
    target: str


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes (guids) that somebody draws together, and why."""

    guid: str
    name: str
    description: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """Everything of one project file. `remarks` say what a reader found in it that is odd, or has no home here."""

    name: str
    origin: str = ORIGIN
    user: str = ""
    when: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[CodeNode, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[CaseEntry, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    sets: tuple[CodeSet, ...] = ()
    description: str = ""
    remarks: tuple[str, ...] = ()
