"""Codebooks begun from other programs' codes: whatever these are called, a codebook without errors comes out."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.reading import read_codebook
from qualcode.exchange.contract import CodeNode
from qualcode.exchange.tree import build_tree
from qualcode.messages import translator
from qualcode.workflow.exchange.skeletons import Skeleton, build_skeleton
from tests.factories import make_codebook

texts = st.text(max_size=10)
nodes = st.recursive(
    st.builds(CodeNode, st.uuids().map(str), texts, texts, is_codable=st.booleans()),
    lambda below: st.builds(
        CodeNode, st.uuids().map(str), texts, texts, is_codable=st.booleans(), children=st.lists(below).map(tuple)
    ),
    max_leaves=12,
)


def begin(codes: tuple[CodeNode, ...]) -> Skeleton:
    return build_skeleton(codes, "My project", "en", translator("en"))


@given(st.lists(nodes, min_size=1, max_size=5).map(tuple))
def test_any_codes_make_a_codebook_without_errors(codes: tuple[CodeNode, ...]) -> None:
    skeleton = begin(codes)
    with TemporaryDirectory() as folder:
        path = Path(folder, "codebook.yaml")
        path.write_bytes(skeleton.text.encode())
        codebook, problems = read_codebook(path, path.name)
    if skeleton.meanings:
        assert [str(each) for each in problems if each.severity == "error"] == []
        assert codebook is not None
        assert {id_ for id_, _ in skeleton.meanings.values()} == set(codebook.list_ids())


def test_codes_that_left_from_here_keep_their_ids() -> None:
    codebook = make_codebook()
    tree = build_tree(codebook, "en", translator("en"))
    assert {id_ for id_, _ in begin(tree).meanings.values()} == set(codebook.list_ids())


def test_a_group_that_bears_codings_is_a_code() -> None:
    tree = (CodeNode("g", "Weather", is_codable=False, children=(CodeNode("c", "Rain"),)),)
    assert begin(tree).meanings == {"c": ("WEATHER.RAIN", "supporting")}
    used = build_skeleton(tree, "", "en", translator("en"), {"g"})
    assert used.meanings == {"g": ("WEATHER", "supporting"), "c": ("WEATHER.RAIN", "supporting")}
