"""Jaccard's distance."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.jaccard import average_distances, measure_distance


def read_bits(bits: str) -> frozenset[int]:
    return frozenset(place for place, bit in enumerate(bits) if bit == "1")


def test_the_example_of_tan_steinbach_and_kumar() -> None:
    """Introduction to Data Mining (2005), 2.4.5: likeness J = 0 where simple matching says 0.7, for what both lack."""
    assert measure_distance(read_bits("1000000000"), read_bits("0000001001")) == 1.0
    assert measure_distance(read_bits("10111"), read_bits("10011")) == 0.25


def test_the_example_of_atlas_ti() -> None:
    """Its manual: 100 of the one, 10 of the other, 5 of both: a likeness of 5 in 105."""
    assert measure_distance(frozenset(range(100)), frozenset(range(95, 105))) == 1 - 5 / 105


def test_of_one_who_says_nothing_no_distance_is_told() -> None:
    assert measure_distance(frozenset(), frozenset({1})) is None
    assert measure_distance(frozenset(), frozenset()) is None


SETS = st.frozensets(st.integers(0, 5), min_size=1)


@given(SETS, SETS)
def test_distance_is_between_nothing_and_one_and_the_same_both_ways(one, other) -> None:
    distance = measure_distance(one, other)
    assert distance is not None
    assert 0 <= distance <= 1
    assert distance == measure_distance(other, one)
    assert (distance == 0) == (one == other)


def test_the_mean_leaves_out_those_who_say_nothing() -> None:
    sets = {"x": frozenset("ab"), "y": frozenset("b"), "z": frozenset("c"), "silent": frozenset()}
    assert average_distances(sets) == {"x": 0.75, "y": 0.75, "z": 1.0, "silent": None}
    assert average_distances({"x": frozenset("a"), "silent": frozenset()}) == {"x": None, "silent": None}
