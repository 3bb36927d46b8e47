"""People's decisions on the disk: nothing that was said to be done is lost, and everything odd is told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.model import Decision
from qualcode.store.decision_lines import seal
from qualcode.store.decisions import append_decisions, path_of, read_decisions
from tests.store.crashing import append_until_killed, limit_file_size
from tests.store.decided import decide


def test_decisions_come_back_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    one = append_decisions(tmp_path, [decide(2), decide(1)]).decisions
    two = append_decisions(tmp_path, [decide(0)]).decisions
    assert [decision.parents for decision in (*one, *two)] == [(), (one[0].hash,), (one[1].hash,)]
    kept = read_decisions(tmp_path)
    assert kept.decisions == (*one, *two)
    assert kept.heads == {"siti/a.txt.jsonl": (two[0].hash,)}
    assert kept.problems == ()


def test_each_coder_and_transcript_has_a_file(tmp_path: Path) -> None:
    done = append_decisions(
        tmp_path, [decide(0), decide(1, "Budi/2"), decide(2, transcript="kota/B.docx"), decide(3, transcript="")]
    ).decisions
    assert [decision.on for decision in done] == [decide(n).on for n in range(4)]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.jsonl")) == [
        "budi%2F2/a.txt.jsonl",
        "siti/_study.jsonl",
        "siti/a.txt.jsonl",
        "siti/kota/b.docx.jsonl",
    ]


def test_a_study_without_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions").decisions == ()


def test_names_that_differ_by_case_share_a_file_and_stay_apart(tmp_path: Path) -> None:
    done = append_decisions(tmp_path, [decide(0, transcript="A.txt"), decide(1, transcript="a.txt")]).decisions
    assert len(list(tmp_path.rglob("*.jsonl"))) == 1
    kept = read_decisions(tmp_path)
    assert kept.decisions == done
    assert kept.problems == ()


class TestCrashes:
    """A process dies in the middle of its work."""

    @pytest.mark.parametrize("after", [0.0, 0.003, 0.01, 0.02])
    def test_what_was_said_to_be_done_survives_a_kill(self, tmp_path: Path, after: float) -> None:
        said = append_until_killed(tmp_path, rounds=6, after=after)
        append_decisions(tmp_path, [decide(10**6)])
        kept = read_decisions(tmp_path)
        assert said <= {decision.hash for decision in kept.decisions}
        assert [problem for problem in kept.problems if problem.severity != "note"] == []

    @settings(max_examples=60)
    @given(st.data())
    def test_cut_anywhere_only_the_torn_line_is_lost(
        self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
    ) -> None:
        folder = tmp_path_factory.mktemp("cut")
        done = append_decisions(folder, [decide(n) for n in range(4)]).decisions
        path = path_of(folder, "siti", "a.txt")
        whole = path.read_bytes()
        cut = data.draw(st.integers(0, len(whole)))
        path.write_bytes(whole[:cut])
        left = read_decisions(folder)
        ends = [number for number, byte in enumerate(whole) if byte == ord("\n")]
        lines = sum(cut >= end for end in ends)  # a line that lacks but its line end is whole
        assert left.decisions == done[:lines]
        appended = append_decisions(folder, [decide(9)])
        assert bool(appended.remarks) == (any("torn" in problem.what for problem in left.problems))
        after = read_decisions(folder)
        assert after.decisions == (*done[:lines], *appended.decisions)
        assert all(problem.severity == "note" for problem in after.problems)

    def test_a_torn_line_is_kept_beside_the_file(self, tmp_path: Path) -> None:
        append_decisions(tmp_path, [decide(0)])
        path = path_of(tmp_path, "siti", "a.txt")
        with path.open("ab") as file:
            file.write(b'{"act":"acc')
        (problem,) = read_decisions(tmp_path).problems
        assert problem.where.endswith("siti/a.txt.jsonl:2")
        assert "torn" in problem.what
        (remark,) = append_decisions(tmp_path, [decide(1)]).remarks
        assert "a.txt.jsonl.torn" in remark
        assert path.with_name("a.txt.jsonl.torn").read_bytes() == b'{"act":"acc\n'
        assert [problem.severity for problem in read_decisions(tmp_path).problems] == ["note"]


class TestDisks:
    """The disk says no."""

    def test_a_full_disk_leaves_what_was_there(self, tmp_path: Path) -> None:
        done = append_decisions(tmp_path, [decide(n) for n in range(3)]).decisions
        path = path_of(tmp_path, "siti", "a.txt")
        before = path.read_bytes()
        said = limit_file_size(tmp_path, limit=len(before) + 1000)
        assert 0 < len(said) < 8
        kept = read_decisions(tmp_path)
        assert {decision.hash for decision in kept.decisions} == {decision.hash for decision in done} | said
        assert kept.problems == ()
        assert path.read_bytes().startswith(before)

    def test_a_really_full_file_system(self, tmp_path: Path) -> None:
        if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
            pytest.skip("needs root to mount a small file system")
        disk = tmp_path / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
        )
        if mounted.returncode:
            pytest.skip("no file system can be mounted here")
        try:
            said: list[Decision] = []
            with pytest.raises(QualcodeError, match="no room left"):
                said.extend(append_decisions(disk / "decisions", [decide(n)]).decisions[0] for n in range(1000))
            kept = read_decisions(disk / "decisions")
            assert len(said) > 10
            assert list(kept.decisions) == said
            assert kept.problems == ()
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def test_a_folder_that_may_not_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "siti").write_text("a file stands here")
        with pytest.raises(QualcodeError, match="a file stands where a folder is needed"):
            append_decisions(tmp_path, [decide(0)])


def test_processes_at_once_make_one_straight_chain(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from tests.store.decided import decide\n"
    script += "from qualcode.store.decisions import append_decisions\n"
    script += "for n in range(20): append_decisions(Path(sys.argv[1]), [decide(n + 100 * int(sys.argv[2]))])"
    root = Path(__file__).resolve().parents[2]
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), str(who)], cwd=root) for who in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    kept = read_decisions(tmp_path)
    assert {decision.on for decision in kept.decisions} == {
        decide(n + 100 * who).on for n in range(20) for who in range(4)
    }
    assert kept.problems == ()
    assert len(kept.heads["siti/a.txt.jsonl"]) == 1


class TestHands:
    """Somebody edits the files."""

    def write(self, folder: Path) -> tuple[tuple[Decision, ...], Path, list[bytes]]:
        done = append_decisions(folder, [decide(n) for n in range(4)]).decisions
        path = path_of(folder, "siti", "a.txt")
        return done, path, path.read_bytes().splitlines(keepends=True)

    def test_a_changed_line_does_not_count_and_is_told(self, tmp_path: Path) -> None:
        done, path, lines = self.write(tmp_path)
        lines[1] = lines[1].replace(b'"accept"', b'"reject"')
        path.write_bytes(b"".join(lines))
        kept = read_decisions(tmp_path)
        assert kept.decisions == (done[0], *done[2:])
        (problem,) = kept.problems
        assert problem.where.endswith("siti/a.txt.jsonl:2")
        assert "changed after it was written" in problem.what

    def test_a_line_taken_out_is_missed(self, tmp_path: Path) -> None:
        done, path, lines = self.write(tmp_path)
        path.write_bytes(b"".join(lines[:1] + lines[2:]))
        kept = read_decisions(tmp_path)
        assert kept.decisions == (done[0], *done[2:])
        assert any("missing: 1" in problem.what for problem in kept.problems)

    def test_a_changed_last_line_is_built_upon_and_still_told(self, tmp_path: Path) -> None:
        _, path, lines = self.write(tmp_path)
        path.write_bytes(b"".join([*lines[:3], b"not mine\n"]))
        more = append_decisions(tmp_path, [decide(8)]).decisions
        kept = read_decisions(tmp_path)
        assert kept.decisions[-1] == more[0]
        assert any("no line of JSON" in problem.what for problem in kept.problems)

    def test_line_ends_of_windows_and_a_mark_of_utf_8_change_nothing(self, tmp_path: Path) -> None:
        done, path, lines = self.write(tmp_path)
        path.write_bytes(b"\xef\xbb\xbf" + b"".join(lines).replace(b"\n", b"\r\n"))
        assert read_decisions(tmp_path).decisions == done
        more = append_decisions(tmp_path, [decide(8)]).decisions
        kept = read_decisions(tmp_path)
        assert kept.decisions == (*done, *more)
        assert kept.problems == ()

    def test_marks_of_a_merge_conflict_are_told_and_both_sides_count(self, tmp_path: Path) -> None:
        done, path, lines = self.write(tmp_path)
        other, line = seal(decide(7), (done[1].hash,))
        path.write_bytes(b"".join([*lines[:2], b"<<<<<<< HEAD\n", *lines[2:], b"=======\n", line, b">>>>>>> theirs\n"]))
        kept = read_decisions(tmp_path)
        assert set(kept.decisions) == {*done, other}
        assert sum("no line of JSON" in problem.what for problem in kept.problems) == 3
        assert any("made apart" in problem.what for problem in kept.problems)

    def test_a_file_of_another_kind_is_told(self, tmp_path: Path) -> None:
        self.write(tmp_path)
        (tmp_path / "siti" / "notes.docx").write_bytes(b"x")
        (problem,) = read_decisions(tmp_path).problems
        assert "not read" in problem.what


COPIES = (
    "a.txt (conflicted copy).jsonl",
    "a.txt (Siti's conflicted copy 2026-01-02).jsonl",
    "a.txt.sync-conflict-20260102-101010-ABCDEF7.jsonl",
    "a.txt-LAPTOP.jsonl",
    "a.txt (1).jsonl",
)


class TestCopies:
    """One coder's file in two places."""

    @pytest.mark.parametrize("name", COPIES)
    def test_a_conflicted_copy_counts_and_is_told(self, tmp_path: Path, name: str) -> None:
        both = append_decisions(tmp_path, [decide(0)]).decisions
        path = path_of(tmp_path, "siti", "a.txt")
        copy = path.with_name(name)
        shutil.copy(path, copy)
        here = append_decisions(tmp_path, [decide(1)]).decisions
        there, line = seal(decide(2), (both[0].hash,))
        copy.write_bytes(copy.read_bytes() + line)
        kept = read_decisions(tmp_path)
        assert kept.decisions == (*both, *here, there)
        assert {problem.severity for problem in kept.problems} == {"note"}
        assert any(name in problem.where and "only it holds: 1" in problem.what for problem in kept.problems)
        assert set(kept.heads["siti/a.txt.jsonl"]) == {here[0].hash, there.hash}

    def test_decisions_are_ordered_by_what_was_known_then_by_the_clock(self, tmp_path: Path) -> None:
        (first,) = append_decisions(tmp_path, [decide(30)]).decisions  # made when a wrong clock was ahead
        (second,) = append_decisions(tmp_path, [decide(5)]).decisions
        apart, line = seal(decide(4), (first.hash,))
        (tmp_path / "siti" / "copy.jsonl").write_bytes(line)
        assert read_decisions(tmp_path).decisions == (first, apart, second)


@st.composite
def forks(draw: st.DrawFn) -> tuple[list[Decision], list[list[Decision]]]:
    """A chain that two or three places went on with, apart."""
    times = st.integers(0, 50)
    stem: list[Decision] = []
    for n in range(draw(st.integers(0, 3))):
        stem.append(seal(decide(n, when=str(draw(times))), tuple(each.hash for each in stem[-1:]))[0])
    branches = []
    for b in range(draw(st.integers(1, 3))):
        branch = list(stem)
        for n in range(draw(st.integers(0, 4))):
            decision = decide(100 * (b + 1) + n, when=str(draw(times)))
            branch.append(seal(decision, tuple(each.hash for each in branch[-1:]))[0])
        branches.append(branch)
    return stem, branches


def _lay_down(folder: Path, branches: list[list[Decision]], names: list[str]) -> tuple[Decision, ...]:
    (folder / "siti").mkdir(parents=True)
    for name, branch in zip(names, branches, strict=False):
        lines = b"".join(seal(decision, decision.parents)[1] for decision in branch)
        (folder / "siti" / f"{name}.jsonl").write_bytes(lines)
    return read_decisions(folder).decisions


@settings(max_examples=40)
@given(forks(), st.permutations(["a.txt", "a.txt (1)", "zz"]))
def test_merging_is_a_union_whatever_the_order(
    tmp_path_factory: pytest.TempPathFactory, fork: tuple[list[Decision], list[list[Decision]]], names: list[str]
) -> None:
    _, branches = fork
    folder = tmp_path_factory.mktemp("fork")
    there = _lay_down(folder / "one", branches, ["a.txt", "a.txt (1)", "zz"])
    assert set(there) == {decision for branch in branches for decision in branch}
    assert len(set(there)) == len(there)
    assert _lay_down(folder / "two", branches, names) == there
    if len(branches) < 3:
        assert _lay_down(folder / "twice", [*branches, branches[0]], names) == there
    together = [[decision for branch in branches for decision in branch]]
    assert _lay_down(folder / "together", together, names) == there
    for branch in branches:
        assert [decision for decision in there if decision in branch] == branch
