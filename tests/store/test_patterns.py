"""patterns.yaml, with the line of every fault."""

from pathlib import Path

from qualcode.model import Mention, PatternCode
from qualcode.store.patterns import read_patterns

GOOD = """\
patterns:
- name: Ego sektoral
  kind: relationship
  codes: [OB.COO, CG.TRU]
  codings:
  - 0123456789abcdef
  rationale: Each agency speaks of its own turf.
  author: siti
  date: 2026-01-31
"""


def read(folder: Path, text: str):
    path = folder / "patterns.yaml"
    path.write_text(text, encoding="utf-8")
    return read_patterns(path)


def test_a_pattern_code_is_read_as_a_person_wrote_it(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == (
        (
            PatternCode(
                "Ego sektoral",
                "relationship",
                (Mention("code", "OB.COO", 4), Mention("code", "CG.TRU", 4), Mention("coding", "0123456789abcdef", 6)),
                "Each agency speaks of its own turf.",
                "siti",
                "2026-01-31",
                2,
            ),
        ),
        (),
    )


def test_what_is_missing_or_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    patterns, problems = read(tmp_path, "patterns:\n- name: A\n- kind: theme\n  name: B\n  date: soon\n  colour: red\n")
    assert [pattern.name for pattern in patterns] == ["A", "B"]
    told = {(problem.where, problem.what) for problem in problems}
    assert ("patterns.yaml:2", "a pattern code has no kind") in told
    assert ("patterns.yaml:2", "a pattern code draws nothing together") in told
    assert ("patterns.yaml:2", "a pattern code has no rationale") in told
    assert ("patterns.yaml:3", "kind cannot be `theme`") in told
    assert ("patterns.yaml:5", "`soon` is no date") in told
    assert ("patterns.yaml:6", "unknown key `colour` in a pattern code") in told


def test_a_file_that_is_no_list_of_patterns_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "patterns: yes\n")[1]
    assert read(tmp_path, "- a\n")[1]
    assert read_patterns(tmp_path / "none.yaml") == ((), ())
