"""New codes by interview, runs and orders."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.condense.new_codes import MOST_ORDERS, count_new, count_orders, find_runs, range_over_orders

INTERVIEWS = tuple(map(frozenset, ("abcdef", "agbh", "cij", "kla", "bm", "ca", "n", "ab", "d", "e")))


def test_a_base_of_four_has_twelve_codes_and_runs_of_two_fall_to_nothing() -> None:
    runs = find_runs(INTERVIEWS, base=4, length=2)
    assert [run.last for run in runs] == [6, 7, 8, 9, 10]
    assert {run.base for run in runs} == {12}
    assert [run.ratio for run in runs] == pytest.approx([1 / 12, 1 / 12, 1 / 12, 0, 0])


def test_runs_of_three() -> None:
    runs = find_runs(INTERVIEWS, base=4, length=3)
    assert [run.ratio for run in runs] == pytest.approx([2 / 12, 1 / 12, 1 / 12, 0])


def test_four_interviews_have_no_run() -> None:
    assert find_runs(INTERVIEWS[:4], base=4, length=2) == ()


def test_a_base_without_codes_is_no_saturation() -> None:
    empty = (frozenset(),) * 4
    assert [run.ratio for run in find_runs((*empty, frozenset("a"), frozenset()), 4, 2)] == [1.0]
    assert [run.ratio for run in find_runs((*empty, frozenset(), frozenset()), 4, 2)] == [0.0]


def test_few_interviews_are_put_in_every_order_and_many_in_a_thousand() -> None:
    assert [count_orders(n) for n in (1, 4, 6, 7, 100)] == [1, 24, 720, MOST_ORDERS, MOST_ORDERS]


sets = st.lists(st.frozensets(st.sampled_from("abcdef")), min_size=1, max_size=8)


@given(sets)
def test_what_is_new_adds_up_to_all_codes(codes: list[frozenset[str]]) -> None:
    assert sum(map(len, count_new(codes))) == len(frozenset().union(*codes))


@given(sets)
def test_the_range_ends_at_all_codes_and_never_falls(codes: list[frozenset[str]]) -> None:
    spans = range_over_orders(codes)
    total = len(frozenset().union(*codes))
    assert spans[-1] == (total, total)
    assert all(low <= high for low, high in spans)
    for bound in zip(*spans, strict=True):
        assert list(bound) == sorted(bound)


@given(st.lists(st.frozensets(st.sampled_from("abcd")), min_size=1, max_size=4))
def test_no_order_of_a_few_interviews_leaves_the_range_and_some_reach_its_ends(codes: list[frozenset[str]]) -> None:
    spans = range_over_orders(codes)
    curves = []
    for order in permutations(codes):
        met: frozenset[str] = frozenset()
        curves.append([len(met := met | own) for own in order])
    for place, span in enumerate(spans):
        assert span == (min(curve[place] for curve in curves), max(curve[place] for curve in curves))


def test_the_same_seed_gives_the_same_range() -> None:
    assert range_over_orders(INTERVIEWS, seed=3) == range_over_orders(INTERVIEWS, seed=3)
