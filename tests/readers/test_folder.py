"""Which files of a folder are transcripts, and what one file gives."""

import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.folder import list_sources, read_source


def lay_out(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("P: Apa?\n\nN: Itu.\n\nP: O.\n", encoding="utf-8")


def names_of(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in list_sources(folder)[0]]


def link(path: Path, target: Path, *, directory: bool = False) -> None:
    try:
        path.symlink_to(target, target_is_directory=directory)
    except OSError:
        pytest.skip("links cannot be made here")


def test_sources_are_sorted_by_their_name_in_the_folder(tmp_path):
    lay_out(tmp_path, "b.txt", "a/z.md", "a.TXT", "a/b/c.docx")
    assert names_of(tmp_path) == ["a.TXT", "a/b/c.docx", "a/z.md", "b.txt"]


def test_what_desks_leave_behind_is_passed_over_silently(tmp_path):
    lay_out(
        tmp_path, "a.txt", "~$a.docx", ".DS_Store", "Thumbs.db", "desktop.ini", ".hidden.txt", "__MACOSX/a.txt",
        ".~lock.a.odt#", "README.md", "LICENSE", "readme", ".git/b.txt", "a.txt~", "sub/README.txt",
    )  # fmt: skip
    assert list_sources(tmp_path) == ((tmp_path / "a.txt",), ())


def test_a_study_s_own_files_are_no_transcripts(tmp_path):
    lay_out(
        tmp_path,
        "a.txt",
        "results/report.md",
        "codings/a.txt",
        "decisions/b.txt",
        "cases.csv",
        "study.yaml",
        "log.jsonl",
    )
    assert list_sources(tmp_path) == ((tmp_path / "a.txt",), ())
    lay_out(tmp_path, "2024/results/c.txt", "2024/cases.csv")  # further down the words mean nothing
    assert names_of(tmp_path) == ["2024/cases.csv", "2024/results/c.txt", "a.txt"]


def test_files_that_are_not_read_are_told(tmp_path):
    lay_out(tmp_path, "a.doc", "b.mp3", "c.xyz", "d", "e.txt")
    sources, problems = list_sources(tmp_path)
    assert [path.name for path in sources] == ["e.txt"]
    assert [(problem.where, problem.severity) for problem in problems] == [
        (name, "warning") for name in ("a.doc", "b.mp3", "c.xyz", "d")
    ]
    assert "save it as .docx" in problems[0].how
    assert "recording" in problems[1].how
    assert ".txt" in problems[2].how


def test_links_that_lead_nowhere_are_told_and_loops_end(tmp_path):
    lay_out(tmp_path, "sub/a.txt")
    link(tmp_path / "sub/loop", tmp_path, directory=True)
    link(tmp_path / "gone.txt", tmp_path / "nothing.txt")
    sources, problems = list_sources(tmp_path)
    assert [path.name for path in sources] == ["a.txt"]
    assert [problem.where for problem in problems] == ["gone.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_opened_is_told(tmp_path):
    lay_out(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    try:
        sources, problems = list_sources(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert [path.name for path in sources] == ["a.txt"]
    assert [problem.where for problem in problems] == ["closed"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems take no such names")
def test_a_name_that_is_no_text_is_told(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("P: Apa?")
    sources, problems = list_sources(tmp_path)
    assert sources == ()
    assert [problem.where for problem in problems] == ["a\ufffd.txt"]


def test_a_source_is_read_and_never_changed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"P: Apa?\r\n\r\nN: Itu.\r\n\r\nP: O.\r\n")
    before = path.read_bytes()
    (transcript,) = read_source(path, "sub/a.txt")
    assert transcript.name == "sub/a.txt"
    assert transcript.text == "P: Apa?\n\nN: Itu.\n\nP: O.\n"
    assert transcript.source_sha256 == sha256(before).hexdigest()
    assert {turn.role for turn in transcript.turns} == {"other"}
    assert path.read_bytes() == before


def test_several_interviews_in_one_file_are_numbered(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,"P: Apa?\n\nN: Itu."\n2,"P: Siapa?\n\nN: Saya."\n', encoding="utf-8")
    assert [transcript.name for transcript in read_source(path, "a.csv")] == ["a.csv#1", "a.csv#2"]


@pytest.mark.parametrize("name", ["a.xyz", "a", "gone.txt", "empty.txt", "blank.md"])
def test_what_cannot_be_read_is_refused_in_two_lines(tmp_path, name):
    lay_out(tmp_path, "a.xyz", "a")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.md").write_bytes(b" \n\n")
    with pytest.raises(UnreadableSource) as caught:
        read_source(tmp_path / name, name)
    assert caught.value.what
    assert caught.value.how
    assert "\n" not in caught.value.what + caught.value.how
