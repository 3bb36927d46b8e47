"""YAML whose every value knows its line, and questions to it that collect problems."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qualcode.model import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a YAML file and the line it begins on (from 1).

    `value` is a str, int, float, bool, None or date as YAML has it, a dict from str to Entry, or a list of Entry.
    """

    value: Any
    line: int

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

    def note(self, entry: Entry, what: str, how: str, severity: Any = "error") -> None:
        """Record a problem at an entry's line."""
        self.problems.append(Problem(f"{self.name}:{entry.line}", what, how, severity))

    def keys(self, entry: Entry, known: tuple[str, ...], place: str) -> dict[str, Entry]:
        """The mapping in `entry`; unknown keys are noted with the nearest known one and left out."""
        if not isinstance(entry.value, dict):
            self.note(entry, f"{place} should be a list of `key: value` lines", f"Known keys: {', '.join(known)}")
            return {}
        for key, value in entry.value.items():
            if key not in known:
                self.note(value, f"unknown key `{key}` in {place}", _suggest(key, known))
        return {key: value for key, value in entry.value.items() if key in known}

    def text(self, entry: Entry | None, place: str) -> str:
        """A line of text ("" for none); numbers are taken as written, other things are noted."""
        if entry is None or entry.value is None:
            return ""
        if isinstance(entry.value, dict | list | bool):
            self.note(entry, f"{place} should be text", "Write it on one line, in quotes where it holds a colon")
            return ""
        return str(entry.value).strip()

    def items(self, entry: Entry | None, place: str) -> list[Entry]:
        """A list ([] for none); a single value is noted."""
        if entry is None or entry.value is None:
            return []
        if not isinstance(entry.value, list):
            self.note(entry, f"{place} should be a list", "Begin each item with `- ` on a line of its own")
            return []
        return entry.value

    def texts(self, entry: Entry | None, place: str) -> list[Entry]:
        """A list of texts; items that are none are noted and left out."""
        return [item for item in self.items(entry, place) if self.text(item, f"an item of {place}")]

    def one_of(self, entry: Entry | None, allowed: tuple[str, ...], default: str, place: str) -> str:
        """One of the allowed words, or the default where nothing (or something else, then noted) is given."""
        if entry is None:
            return default
        word = (
            {True: "yes", False: "no"}.get(entry.value, entry.value) if isinstance(entry.value, bool) else entry.value
        )
        if word in allowed:
            return str(word)
        self.note(entry, f"{place} cannot be `{entry.value}`", f"Use one of: {', '.join(allowed)}")
        return default


def read_yaml(path: Path, name: str) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Read a YAML file (UTF-8, with or without BOM) as entries with lines.

    `name` is how problems call the file. A file that is no YAML, is empty, holds two documents, the same key twice,
    or an anchor that makes it grow gives None and the problem.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, (Problem(name, "the file is not UTF-8 text", "Save it as UTF-8 in your editor"),)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return None, (Problem(name, "the file is empty", "Fill it in, or make a new one with `qualcode init`"),)
        return _enter(node, yaml.SafeLoader(""), 0), ()
    except _Refused as refused:
        return None, (Problem(f"{name}:{refused.line}", refused.what, refused.how),)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        return None, (Problem(where, f"not valid YAML: {error.problem}", "Check indents, colons and quotes there"),)
    except yaml.YAMLError as error:
        return None, (Problem(name, f"not valid YAML: {error}", "Save it as plain UTF-8 text"),)


class _Refused(Exception):
    def __init__(self, line: int, what: str, how: str) -> None:
        super().__init__(what)
        self.line, self.what, self.how = line, what, how


def _enter(node: Any, loader: Any, depth: int) -> Entry:
    import yaml

    line = node.start_mark.line + 1
    if depth > 20:  # aliases nested into one another grow without end; no file of ours is this deep
        raise _Refused(line, "the file is nested too deeply", "Write it without anchors (&) and aliases (*)")
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Entry] = {}
        for key_node, value_node in node.value:
            key = str(loader.construct_object(key_node)) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key_node.tag.endswith(":bool"):  # YAML 1.1 reads `no:` and `on:` as booleans
                key = key_node.value
            if key in entries:
                raise _Refused(key_node.start_mark.line + 1, f"the key `{key}` stands twice", "Keep one of the two")
            entries[key] = _enter(value_node, loader, depth + 1)
        return Entry(entries, line)
    if isinstance(node, yaml.SequenceNode):
        return Entry([_enter(item, loader, depth + 1) for item in node.value], line)
    try:
        return Entry(loader.construct_object(node), line)
    except (yaml.YAMLError, ValueError):
        raise _Refused(line, f"`{node.value}` cannot be read", "Put it in quotes") from None


def _suggest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(known)}"
