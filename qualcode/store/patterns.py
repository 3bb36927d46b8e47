"""patterns.yaml: the pattern codes that people made."""

from pathlib import Path
from typing import cast, get_args

from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark
from qualcode.model import Mention, PatternCode, PatternKind, Problem
from qualcode.store.memos import LINKS

KEYS = ("name", "kind", "codes", "codings", "rationale", "author", "date")
KINDS: tuple[PatternKind, ...] = get_args(PatternKind)


def read_patterns(path: Path) -> tuple[tuple[PatternCode, ...], tuple[Problem, ...]]:
    """The pattern codes in the order of the file, and every problem with its line; no file holds none.

    Every pattern code needs a name, one of the four kinds, members and a rationale; one without a name is left out.
    """
    if not path.is_file():
        return (), ()
    checker = Checker(path.name)
    root = checker.read(path)
    if root is None:
        return (), tuple(checker.problems)
    entries = checker.keys(root, ("patterns",), path.name)
    patterns = [_read(checker, item) for item in checker.items(entries.get("patterns"), "patterns")]
    return tuple(pattern for pattern in patterns if pattern), tuple(checker.problems)


def _read(checker: Checker, item: Entry) -> PatternCode | None:
    entries = checker.keys(item, KEYS, mark("a pattern code"))
    name = checker.text(entries.get("name"), "name")
    members = tuple(
        Mention(kind, entry.written.strip(), entry.line)
        for kind, key in LINKS.items()
        if key in KEYS
        for entry in checker.texts(entries.get(key), key)
    )
    for missing, what, how in (
        (not name, "a pattern code has no name", "Add `name: ...`"),
        ("kind" not in entries, "a pattern code has no kind", f"Add `kind: ...`, one of: {', '.join(KINDS)}"),
        (not members, "a pattern code draws nothing together", "Add `codes: [...]` or `codings: [...]`"),
        ("rationale" not in entries, "a pattern code has no rationale", "Add `rationale: ...`: why is it one?"),
    ):
        if missing:
            checker.note(item, what, how)
    if not name:
        return None
    return PatternCode(
        name=name,
        kind=cast(PatternKind, checker.one_of(entries.get("kind"), KINDS, "category", "kind")),
        members=members,
        rationale=checker.text(entries.get("rationale"), "rationale"),
        author=checker.text(entries.get("author"), "author"),
        date=checker.day(entries.get("date"), "date"),
        line=item.line,
    )
