"""YAML whose every value knows its line, and questions to it that collect problems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from qualcode.errors import suggest
from qualcode.formats.yaml_faults import explain
from qualcode.messages import LANGUAGES, mark
from qualcode.model import Problem, Severity, Words

DEEPEST = 20  # no file of ours nests deeper; what does was not written by hand

Found = tuple[int, str, str]  # line, what, how


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a YAML file and its line (from 1): its key's line where it has a key, else the one it begins on.

    `value` is a str, int, float, bool, None or date as YAML has it, a dict from str to Entry, or a list of Entry.
    `written` is what stands in the file for a value that is neither dict nor list: `1.10` stays `1.10`.
    """

    value: Any
    line: int
    written: str = ""

    def plain(self) -> Any:
        """The value without lines, entries turned into what they hold."""
        if isinstance(self.value, dict):
            return {key: entry.plain() for key, entry in self.value.items()}
        if isinstance(self.value, list):
            return [entry.plain() for entry in self.value]
        return self.value


@dataclass(slots=True)
class Checker:
    """Asks a YAML file for what it should hold and notes every problem with its line."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: Path) -> Entry | None:
        """What the file (UTF-8, with or without BOM) holds, as entries with lines and texts in Unicode NFC.

        None for a file that is not there, is no YAML, is empty, holds two documents, an anchor or an alias; the
        problems say so. A key that stands twice is noted and its first value kept, so that the other problems of the
        file still show.
        """
        return self._keep(*_read(path))

    def parse(self, text: str) -> Entry | None:
        """The same for text that stands in another file; blank lines before it make its lines those of the file."""
        return self._keep(*_parse(text))

    def _keep(self, entry: Entry | None, found: list[Found]) -> Entry | None:
        for line, what, how in found:
            self.problems.append(Problem(f"{self.name}:{line}" if line else self.name, what, how))
        return entry

    def note(self, entry: Entry, what: str, how: str, severity: Severity = "error") -> None:
        """Record a problem at an entry's line."""
        self.problems.append(Problem(f"{self.name}:{entry.line}", what, how, severity))

    def keys(self, entry: Entry, known: tuple[str, ...], place: str) -> dict[str, Entry]:
        """The mapping in `entry`; unknown keys are noted with the nearest known one and left out."""
        entries = self.mapping(entry, place, mark("Known: {known}", known=", ".join(known)))
        for key, value in entries.items():
            if key not in known:
                self.note(value, mark("unknown key `{key}` in {place}", key=key, place=place), suggest(key, known))
        return {key: value for key, value in entries.items() if key in known}

    def mapping(
        self, entry: Entry | None, place: str, how: str = mark("Write a key, a colon and a value")
    ) -> dict[str, Entry]:
        """The mapping in `entry` whatever its keys ({} for none); another thing is noted."""
        if entry is None or entry.value is None:
            return {}
        if not isinstance(entry.value, dict):
            self.note(entry, mark("{place} should be a list of `key: value` lines", place=place), how)
            return {}
        return entry.value

    def text(self, entry: Entry | None, place: str) -> str:
        """A text as it is written ("" for none), be it a word, a number or a `no`; lists and mappings are noted."""
        if entry is None or entry.value is None:
            return ""
        if isinstance(entry.value, dict | list):
            self.note(
                entry,
                mark("{place} should be text", place=place),
                mark("Write it on one line, in quotes where it holds a colon"),
            )
            return ""
        return entry.written.strip()

    def words(self, entry: Entry | None, place: str) -> Words:
        """A text as it is written, or one in each language: `{id: ..., en: ...}`."""
        if entry is None or not isinstance(entry.value, dict):
            return Words(self.text(entry, place))
        entries = self.keys(entry, LANGUAGES, place)
        return Words(**{language: self.text(entries.get(language), place) for language in LANGUAGES})

    def day(self, entry: Entry | None, place: str) -> str:
        """A day as ISO 8601, "" for none; what is no day is noted."""
        text = self.text(entry, place)
        if not text or entry is None:
            return ""
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            self.note(entry, mark("`{text}` is no date", text=text), mark("Write year-month-day, such as 2026-01-31"))
            return ""

    def items(self, entry: Entry | None, place: str) -> list[Entry]:
        """A list ([] for none); a single value is noted."""
        if entry is None or entry.value is None:
            return []
        if not isinstance(entry.value, list):
            self.note(
                entry,
                mark("{place} should be a list", place=place),
                mark("Begin each item with `- ` on a line of its own"),
            )
            return []
        return entry.value

    def texts(self, entry: Entry | None, place: str) -> list[Entry]:
        """A list of texts; items that are none are noted and left out."""
        return [item for item in self.items(entry, place) if self.text(item, mark("an item of {place}", place=place))]

    def one_of(self, entry: Entry | None, allowed: tuple[str, ...], default: str, place: str) -> str:
        """One of the allowed words, or the default where nothing (or something else, then noted) is given. YAML's
        true and false stand for yes and no."""
        if entry is None or entry.value is None:
            return default
        word = {True: "yes", False: "no"}[entry.value] if isinstance(entry.value, bool) else entry.written.strip()
        if word in allowed:
            return word
        self.note(
            entry,
            mark("{place} cannot be `{written}`", place=place, written=entry.written),
            mark("Use one of: {allowed}", allowed=", ".join(allowed)),
        )
        return default


def name_part(key: str, owner: str) -> str:
    """How problems call what stands under a key of something."""
    return mark("{key} of {owner}", key=key, owner=owner)


def _read(path: Path) -> tuple[Entry | None, list[Found]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [(0, mark("the file is not UTF-8 text"), mark("Save it as UTF-8 in your editor"))]
    except OSError as error:
        return None, [
            (
                0,
                mark("the file cannot be opened: {strerror}", strerror=error.strerror),
                mark("Check that it is there and may be read"),
            )
        ]
    return _parse(text)


def _parse(text: str) -> tuple[Entry | None, list[Found]]:
    from unicodedata import normalize

    if control := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        line = text.count("\n", 0, control.start()) + 1
        return None, [
            (line, mark("a character that is no text stands here"), mark("Delete it, or save the file as plain text"))
        ]
    return _Builder(normalize("NFC", text)).build()


class _Refused(Exception):
    """What makes the rest of the file unreadable."""


class _Builder:
    """Turns YAML's events into entries. Working on events, not on composed nodes, aliases are met where they stand
    and are refused before they can grow, and nesting is counted before it can exhaust the stack."""

    def __init__(self, text: str) -> None:
        import yaml

        self.yaml = yaml
        self.text = text
        self.events: Iterator[Any] = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.resolver: Any = yaml.SafeLoader("")
        self.found: list[Found] = []

    def build(self) -> tuple[Entry | None, list[Found]]:
        try:
            entry = self._build_document()
        except _Refused:
            return None, self.found
        except self.yaml.MarkedYAMLError as error:
            self.found.append(explain(error, self.text))
            return None, self.found
        except self.yaml.YAMLError:
            self.found.append((0, mark("not valid YAML"), mark("Save it as plain UTF-8 text")))
            return None, self.found
        return entry, self.found

    def _build_document(self) -> Entry:
        yaml = self.yaml
        root: Entry | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(event, mark("a second document begins here"), mark("Take out the line `---`"))
                root = self._build(next(self.events), 0)
        if root is None or root.value is None:
            self.found.append(
                (0, mark("the file is empty"), mark("Fill it in, or make a new one with `qualcode init`"))
            )
            raise _Refused
        return root

    def _build(self, event: Any, depth: int) -> Entry:
        yaml = self.yaml
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._refuse(
                event,
                mark("`{sign}{anchor}` is an anchor or alias", sign=sign, anchor=event.anchor),
                mark("Write it out, or put it in quotes"),
            )
        if isinstance(event, yaml.ScalarEvent):
            return Entry(self._resolve(event), line, event.value)
        if depth == DEEPEST:
            self._refuse(event, mark("the file is nested too deeply"), mark("Check the indents, brackets and braces"))
        if isinstance(event, yaml.SequenceStartEvent):
            ends = yaml.SequenceEndEvent
            return Entry([self._build(item, depth + 1) for item in self._until(ends)], line)
        entries: dict[str, Entry] = {}
        for key in self._until(yaml.MappingEndEvent):
            at = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(key, mark("a key should be a word"), mark("Put texts that begin with { or [ in quotes"))
            entry = self._build(next(self.events), depth + 1)
            if key.value in entries:
                what = mark(
                    "the key `{value}` stands twice (first in line {line})",
                    value=key.value,
                    line=entries[key.value].line,
                )
                self.found.append((at, what, mark("Keep one of the two")))
            else:
                entries[key.value] = Entry(entry.value, at, entry.written)
        return Entry(entries, line)

    def _until(self, end: Any) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _resolve(self, event: Any) -> Any:
        """The scalar as YAML reads it: a number, a date, yes or no, nothing, else text."""
        tag = event.tag
        if tag is None or tag == "!":
            tag = self.resolver.resolve(self.yaml.ScalarNode, event.value, event.implicit)
        if tag == self.resolver.DEFAULT_SCALAR_TAG:
            return event.value
        try:
            return self.resolver.construct_object(self.yaml.ScalarNode(tag, event.value))
        except (self.yaml.YAMLError, ValueError):
            line = event.start_mark.line + 1
            self.found.append((line, mark("`{value}` cannot be read", value=event.value), mark("Put it in quotes")))
            return None

    def _refuse(self, event: Any, what: str, how: str) -> None:
        self.found.append((event.start_mark.line + 1, what, how))
        raise _Refused
