"""Copies of one coder's decisions are put together: nothing is lost or deleted, and done twice it changes nothing."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from qualcode.model import Decision
from qualcode.store import joining
from qualcode.store.chains import put_in_order
from qualcode.store.decision_lines import seal
from qualcode.store.decisions import append_decisions, path_of, read_decisions
from qualcode.store.joining import join_copies
from tests.store.decided import decide

JOIN = Decision("join", "siti", "2026-02-01T00:00:00+00:00", "review", "suggestions", "a.txt")


def test_a_copy_made_apart_is_joined_and_named(tmp_path: Path) -> None:
    stem = append_decisions(tmp_path, [decide(0)]).decisions
    path = path_of(tmp_path, "siti", "a.txt")
    copy = path.with_name("a.txt (conflicted copy).jsonl")
    shutil.copy(path, copy)
    here = append_decisions(tmp_path, [decide(1)]).decisions
    there, line = seal(decide(2), (stem[0].hash,))
    copy.write_bytes(copy.read_bytes() + line)
    (remark,) = join_copies(tmp_path, "siti", JOIN)
    assert "conflicted copy" in remark
    kept = read_decisions(tmp_path)
    assert kept.decisions[:-1] == (*stem, *here, there)
    assert kept.decisions[-1].act == "join"
    assert set(kept.decisions[-1].parents) == {here[0].hash, there.hash}
    assert [problem.where.endswith(".merged") for problem in kept.problems] == [True]
    more = append_decisions(tmp_path, [decide(3)]).decisions
    assert more[0].parents == (kept.decisions[-1].hash,)
    assert join_copies(tmp_path, "siti", JOIN) == ()


def test_a_copy_without_news_only_steps_aside(tmp_path: Path) -> None:
    append_decisions(tmp_path, [decide(0)])
    path = path_of(tmp_path, "siti", "a.txt")
    before = path.read_bytes()
    for name in ("a.txt (1).jsonl", "a.txt (2).jsonl"):
        shutil.copy(path, path.with_name(name))
    join_copies(tmp_path, "siti", JOIN)
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.glob("*.merged")) == [
        "a.txt (1).jsonl.merged",
        "a.txt (2).jsonl.merged",
    ]


def test_a_copy_with_an_odd_line_is_not_put_away(tmp_path: Path) -> None:
    append_decisions(tmp_path, [decide(0)])
    path = path_of(tmp_path, "siti", "a.txt")
    copy = path.with_name("a.txt (1).jsonl")
    copy.write_bytes(seal(decide(5), ())[1] + b"odd\n")
    join_copies(tmp_path, "siti", JOIN)
    assert copy.exists()
    assert decide(5).on in {decision.on for decision in read_decisions(tmp_path).decisions}


def test_another_coders_files_are_left_alone(tmp_path: Path) -> None:
    append_decisions(tmp_path, [decide(0, "budi")])
    path = path_of(tmp_path, "budi", "a.txt")
    copy = path.with_name("a.txt (1).jsonl")
    shutil.copy(path, copy)
    assert join_copies(tmp_path, "siti", JOIN) == ()
    assert copy.exists()


def test_decisions_in_another_coders_folder_are_taken_home(tmp_path: Path) -> None:
    done = append_decisions(tmp_path, [decide(0)]).decisions
    home = path_of(tmp_path, "siti", "a.txt")
    elsewhere = tmp_path / "budi" / "a.txt.jsonl"
    elsewhere.parent.mkdir()
    home.replace(elsewhere)
    assert read_decisions(tmp_path).decisions == done
    join_copies(tmp_path, "siti", JOIN)
    assert home.exists()
    assert elsewhere.exists()
    assert read_decisions(tmp_path).decisions == done


def test_a_line_of_a_later_version_is_carried_as_it_is(tmp_path: Path) -> None:
    stem = append_decisions(tmp_path, [decide(0)]).decisions
    path = path_of(tmp_path, "siti", "a.txt")
    fields = json.loads(seal(decide(1), (stem[0].hash,))[1])
    del fields["hash"]
    parents = fields.pop("parents")
    body = json.dumps({**fields, "mood": "sure", "parents": parents}, separators=(",", ":")).encode()
    later = body[:-1] + b',"hash":"' + sha256(body).hexdigest().encode() + b'"}\n'
    for name in ("a.txt (1).jsonl", "a.txt (2).jsonl"):
        path.with_name(name).write_bytes(later)
        join_copies(tmp_path, "siti", JOIN)
    assert path.read_bytes().splitlines(keepends=True)[1:] == [later]
    assert not [problem for problem in read_decisions(tmp_path).problems if problem.severity == "warning"]


@pytest.mark.parametrize("writes", [1, joining.ROUNDS])
def test_a_copy_that_is_still_written_to_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    append_decisions(tmp_path, [decide(0)])
    copy = path_of(tmp_path, "siti", "a.txt").with_name("a.txt (1).jsonl")
    copy.write_bytes(seal(decide(1), ())[1])
    left = list(range(2, 2 + writes))

    def write_meanwhile(chains: object) -> object:
        if left:
            copy.write_bytes(copy.read_bytes() + seal(decide(left.pop()), ())[1])
        return put_in_order(chains)  # type: ignore[arg-type]

    monkeypatch.setattr("qualcode.store.joining.put_in_order", write_meanwhile)
    (remark,) = join_copies(tmp_path, "siti", JOIN)
    assert remark.endswith(f"gained {min(1 + writes, joining.ROUNDS)}")
    assert copy.exists() == (writes == joining.ROUNDS)
    join_copies(tmp_path, "siti", JOIN)
    monkeypatch.undo()
    assert {decision.on for decision in read_decisions(tmp_path).decisions if decision.on} == {
        decide(n).on for n in range(2 + writes)
    }


@pytest.mark.parametrize("is_killed", [False, True])
def test_what_is_written_just_before_a_copy_steps_aside_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_killed: bool
) -> None:
    append_decisions(tmp_path, [decide(0)])
    copy = path_of(tmp_path, "siti", "a.txt").with_name("a.txt (1).jsonl")
    copy.write_bytes(seal(decide(1), ())[1])

    def write_meanwhile(path: Path) -> Path:
        monkeypatch.undo()
        path.write_bytes(path.read_bytes() + seal(decide(2), ())[1])
        if is_killed:
            path.rename(f"{path}.merged")
            raise KeyboardInterrupt
        return Path(f"{path}.merged")

    monkeypatch.setattr("qualcode.store.joining._find_free", write_meanwhile)
    if is_killed:
        with pytest.raises(KeyboardInterrupt):
            join_copies(tmp_path, "siti", JOIN)
    join_copies(tmp_path, "siti", JOIN)
    assert {decision.on for decision in read_decisions(tmp_path).decisions if decision.on} == {
        decide(n).on for n in range(3)
    }
    assert join_copies(tmp_path, "siti", JOIN) == ()


def test_a_copy_that_a_sync_tool_holds_open_counts_as_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append_decisions(tmp_path, [decide(0)])
    copy = path_of(tmp_path, "siti", "a.txt").with_name("a.txt (1).jsonl")
    copy.write_bytes(seal(decide(1), ())[1])

    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(path))

    monkeypatch.setattr(Path, "replace", refuse)
    (remark,) = join_copies(tmp_path, "siti", JOIN)
    assert "gained 1" in remark
    assert len(read_decisions(tmp_path).decisions) == 3


def test_a_torn_line_is_told(tmp_path: Path) -> None:
    append_decisions(tmp_path, [decide(0)])
    path = path_of(tmp_path, "siti", "a.txt")
    shutil.copy(path, path.with_name("a.txt (1).jsonl"))
    with path.open("ab") as file:
        file.write(b'{"act":"acc')
    torn, _ = join_copies(tmp_path, "siti", JOIN)
    assert "torn" in torn
