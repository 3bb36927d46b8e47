"""The log: nothing appended is lost, a torn line is set aside and said."""

import json
import subprocess
import sys
from pathlib import Path

from qualcode.store.log import append_line, read_log

TOLD = {"when": "2026-01-01T00:00:00+00:00", "who": "ana", "version": "0.1", "arguments": ["run", "."]}
APPEND = "import sys; from pathlib import Path; from qualcode.store.log import append_line\n"


def test_lines_are_appended(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    first = append_line(path, {"b": 1, "a": "é"})
    assert (first.remark, append_line(path, {"a": 2}).remark) == (None, None)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == ['{"a": "é", "b": 1, "before": ""}', f'{{"a": 2, "before": "{first.hash}"}}']


def test_a_line_holds_the_hash_of_the_one_before_it_whatever_the_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append_line(path, TOLD)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    append_line(path, TOLD)
    [first, second], _ = read_log(path)
    assert (first.before, second.before) == ("", first.hash)
    assert len(first.hash) == 64


def test_a_torn_last_line_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b'{"a": 1}\n{"a": ')
    remark = append_line(path, {"a": 3}).remark
    assert remark is not None
    assert "log.jsonl.torn" in remark
    assert [json.loads(line)["a"] for line in path.read_text(encoding="utf-8").splitlines()] == [1, 3]
    assert (tmp_path / "log.jsonl.torn").read_bytes() == b'{"a": \n'


def test_processes_at_once_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    loop = APPEND + "for n in range(25): append_line(Path(sys.argv[1]), {'who': sys.argv[2], 'n': n})"
    writers = [subprocess.Popen([sys.executable, "-c", loop, str(path), str(who)]) for who in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted((line["who"], line["n"]) for line in lines) == [(str(w), n) for w in range(3) for n in range(25)]


def test_a_killed_writer_leaves_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    loop = (
        APPEND
        + "n = 0\nwhile True: append_line(Path(sys.argv[1]), {'n': n, 'x': 'y' * 5000}); n += 1; print(n, flush=True)"
    )
    writer = subprocess.Popen([sys.executable, "-c", loop, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    done = [int(writer.stdout.readline()) for _ in range(20)][-1]
    writer.kill()
    done = max([done, *(int(line) for line in writer.stdout.read().split())])
    writer.wait()
    append_line(path, {"n": -1})
    lines = [json.loads(line)["n"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[:done] == list(range(done))
    assert lines[-1] == -1


def test_the_whole_log_is_read_and_lines_that_are_none_are_told(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    full = {"when": "2026-01-01T00:00:00+00:00", "who": "ana", "version": "0.1", "arguments": ["run", "."]}
    session = full | {"coder": "ana", "acts": {"accept": 2}, "decisions": {"ana/a.txt.jsonl": "aa"}}
    log.write_text("\n".join((json.dumps(full), "{torn", "", "[]", json.dumps(session))), encoding="utf-8")
    lines, problems = read_log(log)
    assert [(line.number, line.who, line.arguments) for line in lines] == [
        (1, "ana", ("run", ".")),
        (5, "ana", ("run", ".")),
    ]
    assert (lines[1].coder, lines[1].acts, lines[1].heads) == ("ana", {"accept": 2}, {"ana/a.txt.jsonl": "aa"})
    assert [problem.where for problem in problems] == ["log.jsonl:2", "log.jsonl:4"]


def test_no_log_has_no_lines(tmp_path: Path) -> None:
    assert read_log(tmp_path / "log.jsonl") == ((), ())
