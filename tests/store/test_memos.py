"""Memos on the disk: front matter with lines, and new files that write nothing over."""

from pathlib import Path

from qualcode.model import Mention
from qualcode.store.memos import read_memos, write_memo

GOOD = """\
---
title: 'Ego sektoral: in vivo?'
kind: patterns
author: siti
date: 2026-01-31
codes: [CG.DLG, OB.COO]
codings:
- 0123456789abcdef
claims: [D03]
---

> A question of the template

Bukan soal uang.
"""


def write(folder: Path, **files: str) -> Path:
    memos = folder / "memos"
    memos.mkdir()
    for name, text in files.items():
        (memos / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
    return memos


def test_a_memo_is_read_with_the_lines_of_its_links(tmp_path: Path) -> None:
    [memo], problems = read_memos(write(tmp_path, good=GOOD))
    assert problems == ()
    assert (memo.title, memo.kind, memo.author, memo.date) == (
        "Ego sektoral: in vivo?",
        "patterns",
        "siti",
        "2026-01-31",
    )
    assert memo.mentions == (
        Mention("code", "CG.DLG", 6),
        Mention("code", "OB.COO", 6),
        Mention("coding", "0123456789abcdef", 8),
        Mention("claim", "D03", 9),
    )
    assert memo.text.endswith("Bukan soal uang.")


def test_every_fault_has_its_file_and_line_and_the_other_memos_are_read(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        good=GOOD,
        bare="No front matter.",
        open="---\ntitle: never closed\n",
        kind="---\ntitle: A\nkind: thery\ndate: soon\n---\n",
        yaml="---\ntitle: a: b\n---\n",
        nameless="---\nauthor: siti\n---\n",
    )
    memos, problems = read_memos(folder)
    assert {memo.file for memo in memos} == {"good.md", "kind.md", "nameless.md"}
    assert {problem.where for problem in problems} == {
        "memos/bare.md:1",
        "memos/open.md:1",
        "memos/kind.md:3",
        "memos/kind.md:4",
        "memos/yaml.md:2",
        "memos/nameless.md:2",
    }


def test_memos_come_by_date(tmp_path: Path) -> None:
    folder = write(tmp_path, b="---\ntitle: B\ndate: 2026-01-01\n---\n", a="---\ntitle: A\ndate: 2026-02-01\n---\n")
    assert [memo.title for memo in read_memos(folder)[0]] == ["B", "A"]


def test_no_folder_holds_no_memos(tmp_path: Path) -> None:
    assert read_memos(tmp_path / "memos") == ((), ())


def test_a_new_memo_is_read_back_and_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "memos"
    fields = {"title": "a: b - 'c' #", "kind": "codes", "author": "Siti", "date": "2026-01-31", "codes": ["CG.DLG"]}
    paths = [write_memo(folder, "2026-01-31-a", fields, body) for body in ("one\n", "two\n")]
    assert [path.name for path in paths] == ["2026-01-31-a.md", "2026-01-31-a-2.md"]
    memos, problems = read_memos(folder)
    assert problems == ()
    assert {(memo.title, memo.text) for memo in memos} == {("a: b - 'c' #", "one"), ("a: b - 'c' #", "two")}
