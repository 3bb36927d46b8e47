"""Chains of links."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.link_chains import find_chains


def test_chains_go_as_far_as_they_can_and_never_round() -> None:
    assert list(find_chains([("A", "B"), ("B", "C"), ("C", "D"), ("B", "D")])) == [
        ("A", "B", "C", "D"),
        ("A", "B", "D"),
    ]
    assert list(find_chains([("A", "B")])) == []
    assert list(find_chains([("A", "B"), ("B", "A")])) == []


def test_a_ring_beside_a_chain_is_told_too() -> None:
    found = set(find_chains([("A", "B"), ("B", "C"), ("X", "Y"), ("Y", "Z"), ("Z", "X")]))
    assert found == {("A", "B", "C"), ("X", "Y", "Z"), ("Y", "Z", "X"), ("Z", "X", "Y")}


edges = st.lists(
    st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")).filter(lambda e: e[0] != e[1]), max_size=9
)


@given(edges)
def test_every_step_of_a_chain_is_a_link_that_was_given(some: list[tuple[str, str]]) -> None:
    for chain in find_chains(some):
        assert len(set(chain)) == len(chain) > 2
        assert set(pairwise(chain)) <= set(some)
