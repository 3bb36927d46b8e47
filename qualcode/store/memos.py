"""memos/*.md: analytic memos, Markdown under a small front matter that says what they are about."""

from itertools import count
from pathlib import Path
from typing import cast, get_args

from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark
from qualcode.model import AnalyticMemo, MemoKind, Mention, MentionKind, Problem
from qualcode.store.files import explain_disk, list_below

KEYS = ("title", "kind", "author", "date", "codes", "codings", "claims")
KINDS: tuple[MemoKind, ...] = get_args(MemoKind)
LINKS: dict[MentionKind, str] = {"code": "codes", "coding": "codings", "claim": "claims"}
_FENCE = "---"


def read_memos(folder: Path) -> tuple[tuple[AnalyticMemo, ...], tuple[Problem, ...]]:
    """The memos of a study, the oldest first, and every problem with its file and line; no folder holds none.

    A memo without readable front matter is a problem and left out.
    """
    memos, problems = [], []
    for path in list_below(folder, ".md"):
        name = path.relative_to(folder).as_posix()
        checker = Checker(f"{folder.name}/{name}")
        memo = _read(path, name, checker)
        problems += checker.problems
        if memo:
            memos.append(memo)
    return tuple(sorted(memos, key=lambda memo: (memo.date, memo.file))), tuple(problems)


def _read(path: Path, name: str, checker: Checker) -> AnalyticMemo | None:
    with explain_disk(path):
        data = path.read_bytes()
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        checker.problems.append(
            Problem(checker.name, mark("the file is not UTF-8 text"), mark("Save it as UTF-8 in your editor"))
        )
        return None
    if not lines or lines[0].rstrip() != _FENCE or _FENCE not in [line.rstrip() for line in lines[1:]]:
        how = mark("Begin it with a line `---`, then `title: ...`, then `---`; `qualcode memo new` makes one")
        checker.problems.append(Problem(f"{checker.name}:1", mark("the memo has no front matter"), how))
        return None
    end = [line.rstrip() for line in lines].index(_FENCE, 1)
    root = checker.parse("\n".join(["", *lines[1:end]]))
    return _build(root, name, "\n".join(lines[end + 1 :]).strip(), checker) if root else None


def _build(root: Entry, name: str, text: str, checker: Checker) -> AnalyticMemo:
    entries = checker.keys(root, KEYS, mark("the front matter"))
    title = checker.text(entries.get("title"), "title")
    if not title:
        checker.note(root, mark("the memo has no title"), mark("Add `title: ...`"))
    return AnalyticMemo(
        file=name,
        title=title or name,
        kind=cast(MemoKind, checker.one_of(entries.get("kind"), KINDS, "codes", "kind")),
        author=checker.text(entries.get("author"), "author"),
        date=checker.day(entries.get("date"), "date"),
        mentions=tuple(
            Mention(kind, item.written.strip(), item.line)
            for kind, key in LINKS.items()
            for item in checker.texts(entries.get(key), key)
        ),
        text=text,
    )


def write_memo(folder: Path, stem: str, fields: dict[str, str | list[str]], body: str) -> Path:
    """Write a new memo `STEM.md` (`STEM-2.md` where that is taken) and give its path; nothing is written over."""
    import yaml

    front = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)
    data = f"{_FENCE}\n{front}{_FENCE}\n\n{body}".encode()
    with explain_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        with explain_disk(path):
            try:
                with path.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                continue
            except OSError:
                path.unlink(missing_ok=True)  # half a memo is none
                raise
        return path
    raise AssertionError  # numbers have no end
