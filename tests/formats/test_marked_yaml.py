"""YAML with lines: what is read, what is refused, and that every problem says where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.model import Problem


def read_yaml(path: Path, name: str) -> tuple[Entry | None, tuple[Problem, ...]]:
    """What the file holds where nothing is wrong with it, and what is."""
    checker = Checker(name)
    entry = checker.read(path)
    return None if checker.problems else entry, tuple(checker.problems)


def read(folder: Path, text: str | bytes) -> tuple[Entry | None, tuple[Problem, ...]]:
    path = folder / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, "file.yaml")


def get_entry(folder: Path, text: str | bytes) -> Entry:
    entry, problems = read(folder, text)
    assert problems == ()
    assert entry is not None
    return entry


def find_wheres(folder: Path, text: str | bytes) -> list[str]:
    entry, problems = read(folder, text)
    assert entry is None
    return [problem.where for problem in problems]


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    root = get_entry(tmp_path, "a: 1\n\nb:\n  - x\n  - c: 2\n    d:\n      long\n")
    assert root.plain() == {"a": 1, "b": ["x", {"c": 2, "d": "long"}]}
    b = root.value["b"]
    assert (root.value["a"].line, b.line, [item.line for item in b.value]) == (1, 3, [4, 5])
    assert b.value[1].value["d"].line == 6, "a value's line is that of its key"


def test_a_bom_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert get_entry(tmp_path, b"\xef\xbb\xbfa: 1").plain() == {"a": 1}


def test_windows_line_ends_count_as_one_line(tmp_path: Path) -> None:
    assert get_entry(tmp_path, b"a: 1\r\nb: 2\r\n").value["b"].line == 2


def test_text_comes_composed(tmp_path: Path) -> None:
    assert get_entry(tmp_path, "a: cafe\u0301").plain() == {"a": "caf\u00e9"}


def test_words_that_yaml_takes_for_yes_and_no_can_be_keys(tmp_path: Path) -> None:
    assert list(get_entry(tmp_path, "no: 1\nyes: 2\non: 3\n7: 4").value) == ["no", "yes", "on", "7"]


@pytest.mark.parametrize("written", ["1.10", "08:30", "no", "2025-01-05", "0x1F", "1_000", "~x"])
def test_text_stays_as_it_is_written(tmp_path: Path, written: str) -> None:
    entry = get_entry(tmp_path, f"a: {written}")
    checker = Checker("file.yaml")
    assert checker.text(entry.value["a"], "a") == written
    assert checker.problems == []


@pytest.mark.parametrize(
    ("text", "wheres"),
    [
        ("a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n", ["file.yaml:3", "file.yaml:6"]),
        ("a: 1\n---\nb: 2\n", ["file.yaml:2"]),
        ("a: [1, 2\nb: 3\n", ["file.yaml:1"]),
        ("a: b: c\n", ["file.yaml:1"]),
        ("a:\n\tb: 1\n", ["file.yaml:2"]),
        ("a: 1\nb: \x07\n", ["file.yaml:2"]),
        ("a: 1\nb: &x 2\nc: *x\n", ["file.yaml:2"]),
        ("a: 1\nb: *x\n", ["file.yaml:2"]),
        ("a: 1\nb: &x [*x]\n", ["file.yaml:2"]),
        ("a: 1\n<<: *x\n", ["file.yaml:2"]),
        ("a: 1\nb: 2025-13-45\n", ["file.yaml:2"]),
        ("a: 1\nb: !!python/name:os.system x\n", ["file.yaml:2"]),
        ("a: 1\nb: {{ template }}\n", ["file.yaml:2"]),
        ("", ["file.yaml"]),
        ("# only a remark\n", ["file.yaml"]),
        (b"a: caf\xe9", ["file.yaml"]),
        ("a: 1".encode("utf-16"), ["file.yaml"]),
    ],
)
def test_what_cannot_be_read_says_where(tmp_path: Path, text: str | bytes, wheres: list[str]) -> None:
    assert find_wheres(tmp_path, text) == wheres


def test_a_tab_is_called_a_tab(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a:\n\tb: 1\n")
    assert "tabs" in problems[0].how


def test_a_double_key_names_its_first_line(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a: 1\nb: 2\na: 3\n")
    assert "first in line 1" in problems[0].what


def test_a_checker_keeps_reading_past_a_double_key(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: 1\na: 2\nb: 3\n", encoding="utf-8")
    checker = Checker("file.yaml")
    entry = checker.read(path)
    assert entry is not None
    assert entry.plain() == {"a": 1, "b": 3}
    assert [problem.where for problem in checker.problems] == ["file.yaml:2"]


def test_anchors_that_grow_are_refused_where_they_begin(tmp_path: Path) -> None:
    doubling = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40))
    assert find_wheres(tmp_path, "- &a0 x\n" + doubling) == ["file.yaml:1"]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_nesting_is_refused_before_it_exhausts_the_stack(tmp_path: Path, text: str) -> None:
    assert find_wheres(tmp_path, text) == ["file.yaml:1"]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    entry, (problem,) = read_yaml(tmp_path / "none.yaml", "none.yaml")
    assert entry is None
    assert problem.where == "none.yaml"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_problem(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    entry, problems = read_yaml(path, "any.yaml")
    assert (entry is None) == bool(problems)
    assert all(problem.what and problem.how for problem in problems)


class TestQuestions:
    """What a checker asks, and what it notes where the answer is another kind of thing."""

    @pytest.fixture
    def checker(self) -> Checker:
        return Checker("file.yaml")

    def test_of_words_that_are_alike_the_one_that_begins_alike_is_the_nearest(self) -> None:
        codes = ("CG.COM", "OB.STR", "OB.TEC", "OB.COO", "OB.RES")
        assert suggest("OB.CRD", codes) == "Did you mean `OB.COO`?"
        assert suggest("cg.com", codes) == "Did you mean `CG.COM`?"

    def test_an_unknown_key_gets_the_nearest_known_one(self, checker: Checker, tmp_path: Path) -> None:
        root = get_entry(tmp_path, "lable: x\nid: y\n")
        assert list(checker.keys(root, ("id", "label"), "a code")) == ["id"]
        (problem,) = checker.problems
        assert (problem.where, problem.how) == ("file.yaml:1", "Did you mean `label`?")

    def test_a_far_key_gets_all_known_ones(self, checker: Checker, tmp_path: Path) -> None:
        checker.keys(get_entry(tmp_path, "zzz: x\n"), ("id", "label"), "a code")
        assert checker.problems[0].how == "Known: id, label"

    def test_no_line_names_a_hundred_words(self) -> None:
        assert suggest("zzz", tuple(f"code{n}" for n in range(100))).endswith("code13, ...")

    def test_a_list_is_no_mapping_and_no_text(self, checker: Checker, tmp_path: Path) -> None:
        root = get_entry(tmp_path, "\n- x\n")
        assert checker.keys(root, ("id",), "a code") == {}
        assert checker.text(root, "a label") == ""
        assert [problem.where for problem in checker.problems] == ["file.yaml:2", "file.yaml:2"]

    def test_a_text_is_no_list(self, checker: Checker, tmp_path: Path) -> None:
        assert checker.items(get_entry(tmp_path, "x"), "codes") == []
        assert "should be a list" in checker.problems[0].what

    def test_items_that_are_no_texts_are_left_out(self, checker: Checker, tmp_path: Path) -> None:
        root = get_entry(tmp_path, "- a\n- {b: 1}\n- ''\n- 3\n")
        assert [item.written for item in checker.texts(root, "labels")] == ["a", "3"]
        assert [problem.where for problem in checker.problems] == ["file.yaml:2"]

    @pytest.mark.parametrize(("written", "word"), [("yes", "yes"), ("true", "yes"), ("no", "no"), ("partly", "partly")])
    def test_true_and_false_are_yes_and_no(self, checker: Checker, tmp_path: Path, written: str, word: str) -> None:
        assert checker.one_of(get_entry(tmp_path, written), ("yes", "partly", "no"), "yes", "checkable") == word
        assert checker.problems == []

    def test_another_word_is_noted_and_the_default_taken(self, checker: Checker, tmp_path: Path) -> None:
        assert checker.one_of(get_entry(tmp_path, "maybe"), ("yes", "no"), "no", "checkable") == "no"
        assert checker.problems[0].how == "Use one of: yes, no"

    def test_what_is_not_there_is_empty_and_no_problem(self, checker: Checker) -> None:
        assert checker.text(None, "x") == ""
        assert checker.items(None, "x") == []
        assert checker.mapping(None, "x") == {}
        assert checker.one_of(None, ("a", "b"), "b", "x") == "b"
        assert checker.problems == []


@pytest.mark.parametrize(("written", "day"), [("2026-01-31", "2026-01-31"), ("'20260131'", "2026-01-31"), ("soon", "")])
def test_a_day_is_iso_8601_or_a_problem(tmp_path: Path, written: str, day: str) -> None:
    entry = get_entry(tmp_path, f"date: {written}\n")
    checker = Checker("file.yaml")
    assert checker.day(entry.value["date"], "date") == day
    assert [problem.where for problem in checker.problems] == ([] if day else ["file.yaml:1"])
