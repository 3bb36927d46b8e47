"""Cues as they stand in a codebook's file: what they become, and every fault with its line."""

from pathlib import Path

import pytest

from qualcode.codebook.combinations import parse_rule
from qualcode.codebook.reading import read_codebook
from qualcode.model import Code, Cue, Problem

HEAD = """\
codebook: small
version: 1
languages: [id]
codes:
  - id: A
    label: Percaya
    definition: Kepercayaan.
    exemplars: [{text: Kami percaya.}]
    subcodes: [{id: lama, label: sejak dulu}]
    cues:
      id:
        strong:
"""
FIRST = HEAD.count("\n") + 1


def read(folder: Path, cues: str) -> tuple[Code | None, tuple[Problem, ...]]:
    path = folder / "codebook.yaml"
    lines = "".join(f"          {line}\n" for line in cues.strip("\n").split("\n"))
    path.write_text(HEAD + lines, encoding="utf-8")
    codebook, problems = read_codebook(path, "codebook.yaml")
    return codebook.codes[0] if codebook else None, problems


def read_cue(folder: Path, cue: str) -> Cue:
    code, problems = read(folder, cue)
    assert problems == ()
    assert code is not None
    [only] = code.cues
    return only


@pytest.mark.parametrize(
    ("cue", "pattern"),
    [
        ("- near: [anggaran, (potong|pangkas)]", "near: anggaran, (potong|pangkas)"),
        (
            "- near:\n    - janji\n    - (ingkar|tepati)\n  ordered: yes\n  window: 0",
            "near: janji, (ingkar|tepati); window: 0; ordered: yes",
        ),
        ("- {cue: percaya, unless: [percaya diri, tuhan]}", "percaya; unless: percaya diri, tuhan"),
        ("- all: [dinas, bantuan]\n  within: neighbour", "all: dinas, bantuan; within: neighbour"),
        ("- {all: [dinas, tidak], unless: [no], within: answer}", "all: dinas, tidak; unless: no; within: answer"),
        ('- token: [{"LEMMA": naik}, {"LIKE_NUM": yes}]', 'token: [{"LEMMA": "naik"}, {"LIKE_NUM": true}]'),
        ('- \'token: [{"LEMMA": "naik"}]\'', 'token: [{"LEMMA": "naik"}]'),
    ],
)
def test_a_cue_becomes_one_line(tmp_path: Path, cue: str, pattern: str) -> None:
    made = read_cue(tmp_path, cue)
    assert made.pattern == pattern
    assert made.rule == f"A/id/strong/{pattern.replace('|', '/')}"
    assert made.line == FIRST
    assert parse_rule(pattern).text == pattern


def test_a_combination_may_tell_the_subcode(tmp_path: Path) -> None:
    assert read_cue(tmp_path, "- {near: [dulu, kenal], subcode: lama}").subcode == "A.lama"


@pytest.mark.parametrize(
    "other",
    [
        "near: [janji, tepat]",
        "near: [tepati, janji]",
        "near: [janji, tepati]\n  window: 4",
        "near: [janji, tepati]\n  ordered: yes",
        "near: [janji, tepati]\n  unless: [ingkar]",
        "near: [janji, tepati]\n  unless: [ingkar]\n  within: answer",
        "all: [janji, tepati]",
    ],
)
def test_the_hash_changes_with_every_part(tmp_path: Path, other: str) -> None:
    hashes = [read(tmp_path, f"- {cue}")[0].hash for cue in ("near: [janji, tepati]", other)]  # type: ignore[union-attr]
    assert hashes[0] != hashes[1]


def test_the_hash_does_not_change_with_layout(tmp_path: Path) -> None:
    texts = ("- {near: [janji, tepati], window: 5}", "- near:\n    - janji\n    - tepati")
    one, other = [read(tmp_path, text)[0] for text in texts]
    assert one
    assert other
    assert one.hash == other.hash


FAULTS = [
    ("- near: [a1]", 0, "`near` has only one phrase"),
    ("- near: []", 0, "`near` is empty"),
    ("- near:\n  window: 4", 0, "`near` is empty"),
    ("- near:\n    - a1\n    -\n    - b1", 2, "a phrase of `near` is empty"),
    ('- near:\n    - a1\n    - ""', 2, "a phrase of `near` is empty"),
    ("- near:\n    - a1\n    - [b1]", 2, "a phrase of `near` should be text"),
    ("- near:\n    - a1\n    - (b1", 2, "parenthesis without its partner"),
    ("- near:\n    - a1\n    - ini", 2, '"ini" stands in nearly every sentence'),
    ("- near:\n    - a1\n    - rapat/kumpul", 2, "can match nothing"),
    ("- near: a1 b1", 0, "near should be a list"),
    ("- near: [a1, b1]\n  window: 31", 1, "window cannot be `31`"),
    ("- near: [a1, b1]\n  window: [4]", 1, "window should be text"),
    ("- near: [a1, (b1|c1) d1, e1]\n  window: 0", 1, "leaves no room"),
    ("- near: [a1, b1]\n  widow: 4", 1, "unknown key `widow` in a cue"),
    ("- near: [a1, b1]\n  ordered: maybe", 1, "ordered cannot be `maybe`"),
    ("- near: [a1, b1]\n  within: answer", 1, "`within` says nothing"),
    ("- all: [a1, b1]\n  within: turn", 1, "within cannot be `turn`"),
    ("- all: [a1, b1]\n  window: 3", 1, "`window` says nothing"),
    ("- all: [a1, b1]\n  subcode: baru", 1, "A has no sub-code `A.baru`"),
    ("- cue: a1\n  ordered: yes", 1, "`ordered` says nothing"),
    ("- cue: a1\n  unless:", 1, "`unless` is empty"),
    ("- cue: a1\n  unless: [token]\n  all: [b1, c1]", 0, "`cue` and `all` stand in one cue"),
    ("- unless: [a1]", 0, "the cue has no words to look for"),
    ('- cue: \'token: [{"LOWER": "a1"}]\'\n  unless: [b1]', 0, "a token pattern cannot be part of a cue"),
    ("- token: [{LOWER: a1}]\n  window: 3", 1, "`window` says nothing beside `token`"),
    ("- token: []", 0, "not a list of tokens"),
    ("- token: [{LOWR: a1}]", 0, "A word has no `LOWR`"),
]


@pytest.mark.parametrize(("cue", "line", "what"), FAULTS)
def test_a_fault_is_named_with_its_line(tmp_path: Path, cue: str, line: int, what: str) -> None:
    code, problems = read(tmp_path, cue)
    assert code is None
    found = [problem for problem in problems if what in problem.what]
    assert [(problem.where, problem.severity) for problem in found] == [(f"codebook.yaml:{FIRST + line}", "error")]
    assert found[0].how


def test_an_unknown_key_is_met_with_the_nearest(tmp_path: Path) -> None:
    _, [problem] = read(tmp_path, "- near: [a1, b1]\n  windw: 4")
    assert problem.how == "Did you mean `window`?"


def test_all_faults_of_a_cue_come_at_once(tmp_path: Path) -> None:
    cue = "- near:\n    - (a1\n    - ini\n  window: 99\n  ordered: 3\n  unless: [b1/c1]\n  subcod: x"
    _, problems = read(tmp_path, cue)
    assert [int(problem.where.rpartition(":")[2]) - FIRST for problem in problems] == [1, 2, 3, 4, 5, 6]
