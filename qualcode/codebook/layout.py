"""Careful edits of a YAML file: what is not meant stays as it was written, comments and layout too.

An edit is made of the places that YAML's parser gives for each value; the file is never written anew.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# What may stand in brackets without quotes and keep its meaning.
_PLAIN = re.compile(r"[\w(][\w ()|/*.’-]*")

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text[start:end]` gives way to `now`."""

    start: int
    end: int
    now: str


@dataclass(frozen=True, slots=True)
class Item:
    """What is to stand in a list: in brackets as `flow`; over lines as `block`, its dash in the first column."""

    flow: str
    block: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or text of the file: the keys that lead to it, its raw source and place, and whether it is a key."""

    path: Keys
    start: int
    end: int
    is_key: bool


def write_text(text: str) -> str:
    """A text on one line as it may stand anywhere in the file, in quotes where it needs them."""
    import yaml

    words = " ".join(text.split())
    if _PLAIN.fullmatch(words) and yaml.safe_load(words) == words:  # `no` and `1.0` would be no text
        return words
    return "'" + words.replace("'", "''") + "'"


def make_item(flow: str) -> Item:
    """An item that is the same in brackets and over lines."""
    return Item(flow, (f"- {flow}",))


class Layout:
    """A YAML file as text and as nodes that know their places; `text` must be valid YAML without anchors."""

    def __init__(self, text: str) -> None:
        import yaml

        self.text = text
        self.root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins, and after the last one the end of the text."""
        starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", self.text))]
        return starts if starts[-1] == len(self.text) else [*starts, len(self.text)]

    def apply(self, edits: Iterable[Edit]) -> str:
        """The text with all edits made; new lines end as the file's do."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        pieces, done = [], 0
        for edit in sorted(edits):
            pieces += [self.text[done : edit.start], edit.now.replace("\n", newline)]
            done = edit.end
        return "".join((*pieces, self.text[done:]))

    def get(self, mapping: Any, key: str) -> Any:
        """The value under a key of a mapping, or None."""
        return next((value for name, value in self.pairs(mapping) if name == key), None)

    def pairs(self, mapping: Any) -> list[tuple[str, Any]]:
        """The keys and values of a mapping; none where there is no mapping."""
        pairs = mapping.value if mapping is not None and mapping.id == "mapping" else ()
        return [(key.value, value) for key, value in pairs]

    def items(self, sequence: Any) -> list[Any]:
        """The items of a list; none where there is no list."""
        return sequence.value if sequence is not None and sequence.id == "sequence" else []

    def walk(self, node: Any = None, path: Keys = ()) -> Iterator[Scalar]:
        """Every word and text below a node, keys too, in the order of the file."""
        node = node or self.root
        if node.id == "scalar":
            yield Scalar(path, node.start_mark.index, node.end_mark.index, is_key=False)
        elif node.id == "sequence":
            for item in node.value:
                yield from self.walk(item, path)
        else:
            for key, value in node.value:
                yield Scalar(path, key.start_mark.index, key.end_mark.index, is_key=True)
                yield from self.walk(value, (*path, key.value))

    def find_lines(self, node: Any) -> tuple[int, int]:
        """The code points of the whole lines on which a value stands, comments behind it and the dash before it too."""
        return self._starts[node.start_mark.line], self._starts[min(self._find_last(node) + 1, len(self._starts) - 1)]

    def _find_last(self, node: Any) -> int:
        """The last line of a value; YAML's own mark of a block's end lies behind blank lines and comments."""
        if node.id != "scalar" and not node.flow_style and node.value:
            last = node.value[-1]
            return self._find_last(last[1] if node.id == "mapping" else last)
        line: int = node.end_mark.line
        if node.end_mark.column == 0 and line > node.start_mark.line:
            line -= 1
            while line > node.start_mark.line and not self._read_line(line).strip():
                line -= 1
        return line

    def _read_line(self, line: int) -> str:
        return self.text[self._starts[line] : self._starts[line + 1]]

    def insert_after(self, node: Any, lines: str) -> Edit:
        """Lines, each with its line end, behind those of a value."""
        _, end = self.find_lines(node)
        broken = end == len(self.text) and not self.text.endswith(("\n", "\r"))
        return Edit(end, end, ("\n" if broken else "") + lines)

    def drop_items(self, sequence: Any, gone: Sequence[Any]) -> list[Edit]:
        """Items of a list taken out."""
        if not gone:
            return []
        if not sequence.flow_style:
            return [Edit(*self.find_lines(item), "") for item in gone]
        kept = [self._cut(item) for item in sequence.value if item not in gone]
        return [Edit(sequence.value[0].start_mark.index, sequence.value[-1].end_mark.index, ", ".join(kept))]

    def extend(self, mapping: Any, path: Keys, items: Sequence[Item]) -> list[Edit]:
        """Items at the end of the list that stands under the keys `path`; keys that are not there yet are made."""
        if not items:
            return []
        key, *rest = path
        value = self.get(mapping, key)
        if value is None:
            return [self._insert_key(mapping, path, items)]
        if rest and value.id == "mapping":
            return self.extend(value, tuple(rest), items)
        if value.id != "sequence":  # nothing stands there yet
            flow = _nest(rest, items)
            return [Edit(value.start_mark.index, value.end_mark.index, flow if value.value else f" {flow}")]
        if value.flow_style or not value.value:
            flow = ", ".join(item.flow for item in items)
            at = value.end_mark.index - 1
            return [Edit(at, at, f", {flow}" if value.value else flow)]
        return [self.insert_after(value, _indent(items, value.start_mark.column))]

    def put(self, mapping: Any, key: str, flow: str) -> Edit:
        """A value, written as in brackets, under a key: in place of what stands there, else behind the other keys."""
        for name, value in mapping.value:
            if name.value != key:
                continue
            if value.style not in ("|", ">") if value.id == "scalar" else value.flow_style:
                space = "" if value.start_mark.index > name.end_mark.index + 1 else " "  # nothing stands there yet
                return Edit(value.start_mark.index, value.end_mark.index, space + flow)
            return Edit(name.end_mark.index, self.find_lines(value)[1], f": {flow}\n")
        if mapping.flow_style:
            at = mapping.end_mark.index - 1
            return Edit(at, at, f"{', ' if mapping.value else ''}{key}: {flow}")
        return self.insert_after(mapping, f"{' ' * mapping.start_mark.column}{key}: {flow}\n")

    def _insert_key(self, mapping: Any, path: Keys, items: Sequence[Item]) -> Edit:
        key, *rest = path
        if mapping.flow_style:
            at = mapping.end_mark.index - 1
            return Edit(at, at, f"{', ' if mapping.value else ''}{key}: {_nest(rest, items)}")
        column = mapping.start_mark.column
        heads = "".join(f"{' ' * (column + 2 * depth)}{name}:\n" for depth, name in enumerate(path))
        return self.insert_after(mapping, heads + _indent(items, column + 2 * len(path)))

    def take_item(self, sequence: Any, item: Any) -> Item:
        """An item of a list, to stand in another one."""
        flow = self.write_flow(item)
        if sequence.flow_style:
            return make_item(flow)
        start, end = self.find_lines(item)
        dash = sequence.start_mark.column
        return Item(flow, tuple(line[dash:] for line in self.text[start:end].splitlines()))

    def write_flow(self, node: Any) -> str:
        """A value as it may stand in brackets, on one line."""
        if node.id == "mapping":
            return "{" + ", ".join(f"{key.value}: {self.write_flow(value)}" for key, value in node.value) + "}"
        if node.id == "sequence":
            return "[" + ", ".join(map(self.write_flow, node.value)) + "]"
        if not node.style and (not node.value or _PLAIN.fullmatch(node.value)):  # written without quotes
            return str(node.value)
        return write_text(node.value)

    def _cut(self, node: Any) -> str:
        return self.text[node.start_mark.index : node.end_mark.index]


def _nest(keys: Sequence[str], items: Sequence[Item]) -> str:
    """A list in brackets under nested keys, in braces."""
    flow = "[" + ", ".join(item.flow for item in items) + "]"
    for key in reversed(keys):
        flow = f"{{{key}: {flow}}}"
    return flow


def _indent(items: Iterable[Item], column: int) -> str:
    return "".join(f"{' ' * column}{line}".rstrip() + "\n" for item in items for line in item.block)
