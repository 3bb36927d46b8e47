"""Faults of YAML in plain words, with the line to look at, whichever of PyYAML's two parsers reads."""

from pathlib import Path

import pytest
import yaml

from qualcode.formats.marked_yaml import Checker
from qualcode.formats.yaml_faults import explain

FAULTS = [
    ("a: 1\nlanguages: [id\nb: 2\n", 2, "a list that begins here"),
    ("a: 1\nb: {x: 1\nc: 2\n", 2, "what begins here with {"),
    ("a: 1\ntitle: School: health\n", 2, "a colon stands where none can"),
    ("a: 1\nb:\n\tc: 1\n", 3, "begins with a tab"),
    ("a: 1\nb: @Ana\n", 2, "a sign that YAML keeps"),
    ("a: 1\nb: %x\n", 2, "a sign that YAML keeps"),
    ("a: 1\nb: * x\n", 2, "begins here with *"),
    ("a: 1\nb: 'Ana\nc: 2\nd: 3\n", 2, "a quote is opened here"),
    ('a: 1\nb: "x\\q"\n', 2, "a backslash"),
    ("a: 1\nb: |x\n", 2, "on the line of > or |"),
    ("a: 1\nb: - x\n", 2, "an item of a list stands behind a key"),
    ("a:\n  - x: 1\n - x: 2\n", 3, "in the column"),
    ("a:\n  b: 1\n c: 2\n", 3, "in the column"),
]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize(("text", "line", "said"), FAULTS)
def test_a_fault_is_told_in_plain_words_at_its_line(
    text: str, line: int, said: str, loader: type[yaml.SafeLoader]
) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(yaml.parse(text, Loader=loader))
    at, what, how = explain(raised.value, text)
    assert at == line
    assert said in what
    assert how


def test_a_line_without_a_colon_is_told_at_the_line_after_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\nlabel Dana\nb: 2\n", encoding="utf-8")
    checker = Checker("x.yaml")
    checker.read(path)
    assert "x.yaml:3: not valid YAML: a key above has no colon" in str(checker.problems[0])


def test_what_is_not_known_is_told_as_it_was_said() -> None:
    mark = yaml.Mark("x", 0, 4, 0, None, None)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    assert explain(error, "a")[:2] == (5, "not valid YAML: something new")
