"""The one door for errors, and how the command line begins."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from qualcode import __version__
from qualcode.cli.main import COMMANDS
from tests.conftest import Done, run_command

Command = Callable[..., Done]


def test_help_names_every_command(qualcode: Command) -> None:
    done = qualcode("--help")
    assert done.status == 0
    assert all(name in done.out for name in COMMANDS)
    assert qualcode().out == done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(qualcode: Command, name: str) -> None:
    assert qualcode(name, "--help").status == 0


def test_version(qualcode: Command) -> None:
    assert qualcode("--version").out.strip() == f"qualcode {__version__}"


def test_bad_usage_ends_with_two(qualcode: Command) -> None:
    assert qualcode("nosuch").status == 2
    assert qualcode("run").status == 2
    assert qualcode("run", ".", "--nosuch").status == 2


def test_a_bug_ends_with_three_and_leaves_a_log(qualcode: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("qualcode.workflow.opening.open_study", fail)
    done = qualcode("check", ".")
    assert done.status == 3
    assert "Traceback" not in done.err
    log = Path(done.err.strip().splitlines()[-1].split(": ", 1)[1])
    assert "a fault of ours" in log.read_text(encoding="utf-8")
    log.unlink()


def test_what_the_system_refuses_is_no_bug(qualcode: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "there.csv")

    monkeypatch.setattr("qualcode.workflow.opening.open_study", refuse)
    done = qualcode("check", ".")
    assert done.status == 1
    assert len(done.err.strip().splitlines()) == 2
    assert "there.csv" in done.err


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_a_console_that_is_not_utf8(run_folder: Path, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("run", "check", "verify"):
        for name in ("stdout", "stderr"):
            monkeypatch.setattr(sys, name, TextIOWrapper(BytesIO(), encoding))
        assert run_command(monkeypatch, command, run_folder) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "id", "--help"),
        ("--help", "--lang=id"),
        ("--lang", "id", "audit", "--help"),
        ("audit", "--help", "--lang", "id"),
        ("--lang=id", "run", "--help"),
    ],
)
def test_help_is_in_the_language_that_is_named_wherever_it_stands(
    qualcode: Command, arguments: tuple[str, ...]
) -> None:
    done = qualcode(*arguments)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Pemakaian: ")


def test_a_language_before_the_command_is_that_of_the_command(qualcode: Command, tmp_path: Path) -> None:
    assert (
        qualcode("--lang", "id", "check", tmp_path / "gone").err
        == qualcode("check", tmp_path / "gone", "--lang", "id").err
    )
    assert qualcode("--lang", "xx", "check", tmp_path).status == 2


def test_what_commands_do_is_told_to_the_end_in_a_list(qualcode: Command) -> None:
    assert "..." not in qualcode("codebook", "--help").out.partition("Commands")[2]


def test_what_is_wrong_in_many_rows_alike_is_said_once(qualcode: Command, study_folder: Path) -> None:
    rows = "".join(f"C{n},ana.txt,x,too many\n" for n in range(9))
    (study_folder / "cases.csv").write_text(f"case,transcript,role\n{rows}", encoding="utf-8")
    done = qualcode("run", study_folder)
    assert done.status == 1
    assert len(done.err.strip().splitlines()) == 3
    assert "cases.csv:2 (and 8 more)" in done.err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are always Unicode there")
def test_names_are_read_whole_where_python_was_told_to_take_them_for_ascii(tmp_path: Path) -> None:
    folder = tmp_path / "studi kota Blitar é 日本"
    told = dict.fromkeys(("LC_ALL", "LANG"), "C") | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    def type_in(*words: str) -> subprocess.CompletedProcess[bytes]:
        line = [sys.executable, "-m", "qualcode", *words]
        return subprocess.run(line, env=os.environ | told, cwd=tmp_path, capture_output=True, check=False)

    assert type_in("init", os.fspath(folder)).returncode == 0
    (folder / "transcripts" / "ibu é.txt").write_text(
        "P: Bagaimana?\nN: Kami sering rapat bersama.\n", encoding="utf-8"
    )
    done = type_in("run", folder.name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "é 日本" in (folder / "results" / "report.html").read_text(encoding="utf-8")
    assert "ibu é.txt" in (folder / "log.jsonl").read_text(encoding="utf-8")
