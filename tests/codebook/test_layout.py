"""Careful edits of a YAML file."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.layout import Edit, Layout, make_item, write_text
from qualcode.shipped import list_codebooks

FILE = """\
# a remark above
a: {x: [1, 2], y: }   # in brackets
b:
  - one   # first

  # about two
  - {two: 2}
  - three: >-
      folded
      text

# the end
c:
"""


def load(text: str) -> object:
    return yaml.safe_load(text)


@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n"), FILE.rstrip("\n")], ids=["lf", "crlf", "no end"])
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("a", "x"), {"a": {"x": [1, 2, "new"], "y": None}}),
        (("a", "y"), {"a": {"x": [1, 2], "y": ["new"]}}),
        (("a", "z"), {"a": {"x": [1, 2], "y": None, "z": ["new"]}}),
        (("a", "z", "zz"), {"a": {"x": [1, 2], "y": None, "z": {"zz": ["new"]}}}),
        (("b",), {"b": ["one", {"two": 2}, {"three": "folded text"}, "new"]}),
        (("c",), {"c": ["new"]}),
        (("c", "cc"), {"c": {"cc": ["new"]}}),
        (("d",), {"d": ["new"]}),
        (("d", "dd", "ddd"), {"d": {"dd": {"ddd": ["new"]}}}),
    ],
)
def test_an_item_comes_to_the_end_of_a_list_that_is_there_or_not(
    text: str, keys: tuple[str, ...], expected: dict[str, object]
) -> None:
    layout = Layout(text)
    now = layout.apply(layout.extend(layout.root, keys, [make_item("new")]))
    assert load(now) == load(FILE) | expected
    assert re.findall("#.*", now) == re.findall("#.*", text)
    assert ("\r\n" in now) == ("\r\n" in text)
    assert "\r\r" not in now


def test_nothing_else_of_the_file_changes() -> None:
    layout = Layout(FILE)
    now = layout.apply(layout.extend(layout.root, ("b",), [make_item("new")]))
    assert now.replace("  - new\n", "") == FILE


@pytest.mark.parametrize(("key", "left"), [("b", ["one", {"three": "folded text"}]), ("x", [1])])
def test_items_are_taken_out(key: str, left: list[object]) -> None:
    layout = Layout(FILE)
    place = layout.get(layout.root, "b") if key == "b" else layout.get(layout.get(layout.root, "a"), "x")
    now = load(layout.apply(layout.drop_items(place, [layout.items(place)[1]])))
    assert isinstance(now, dict)
    assert (now["b"] if key == "b" else now["a"]["x"]) == left


def test_all_items_may_go() -> None:
    layout = Layout("a: [x, y]\nb:\n  - x\n")
    for key, now in (("a", "a: []\nb:\n  - x\n"), ("b", "a: [x, y]\nb:\n")):
        place = layout.get(layout.root, key)
        assert layout.apply(layout.drop_items(place, layout.items(place))) == now


@pytest.mark.parametrize(
    "item",
    [
        "a, b",
        "'a, b'",
        "{k: v, n: [1, 2]}",
        "yes",
        "2025-03-01",
        "it's",
        '"a: b"',
        "form:rapat",
        "(a|b) c",
        "''",
    ],
)
def test_an_item_means_the_same_in_another_list(item: str) -> None:
    layout = Layout(f"a:\n  - {item}\n  - >-\n    two\n    lines\nb: [1]\n")
    source = layout.get(layout.root, "a")
    items = [layout.take_item(source, each) for each in layout.items(source)]
    wanted = load(layout.text)
    assert isinstance(wanted, dict)
    for text in ("b: [1]\n", "b:\n    - 1\n"):
        target = Layout(text)
        now = load(target.apply(target.extend(target.root, ("b",), items)))
        assert now == {"b": [1, *wanted["a"]]}


@given(st.text().filter(lambda text: not yaml.reader.Reader.NON_PRINTABLE.search(text)))
def test_a_text_is_read_back_as_it_was_but_for_its_blanks(text: str) -> None:
    written = write_text(text)
    assert load(f"a: {written}\nb: [{written}, {{c: {written}}}]\n") == {
        "a": " ".join(text.split()),
        "b": [" ".join(text.split()), {"c": " ".join(text.split())}],
    }


@pytest.mark.parametrize("name", list_codebooks())
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_the_same_where_yaml_has_no_c(name: str, newline: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = list_codebooks()[name].read_text(encoding="utf-8").replace("\n", newline)[:20_000].rpartition("\n  - id")[0]
    places = list(Layout(text).walk())
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert list(Layout(text).walk()) == places


def test_edits_are_made_together_in_whatever_order() -> None:
    layout = Layout("abcdef: 1")
    assert layout.apply([Edit(4, 5, "X"), Edit(0, 1, ""), Edit(1, 1, "+")]) == "+bcdXf: 1"
