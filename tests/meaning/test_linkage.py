"""Average linkage."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcode.meaning.linkage import join_by_average

# Five bacteria by their 5S ribosomal RNA (Erdmann and Wolters 1986), the worked example of UPGMA in Wikipedia.
BACTERIA = [
    [0, 17, 21, 31, 23],
    [17, 0, 30, 34, 21],
    [21, 30, 0, 28, 39],
    [31, 34, 28, 0, 43],
    [23, 21, 39, 43, 0],
]


def test_the_worked_example_of_bacteria() -> None:
    joins = join_by_average(BACTERIA)
    assert [(join.first, join.second, join.distance) for join in joins] == [
        ((0,), (1,), 17),
        ((0, 1), (4,), 22),
        ((2,), (3,), 28),
        ((0, 1, 4), (2, 3), 33),  # by single linkage 21, by complete 43, by the unweighted mean of groups 35
    ]
    assert not any(join.is_tied for join in joins)


def test_of_equally_near_pairs_the_first_is_joined_and_the_tie_told() -> None:
    first, last = join_by_average([[0, 1, 1], [1, 0, 1], [1, 1, 0]])
    assert (first.first, first.second, first.is_tied) == ((0,), (1,), True)
    assert (last.members, last.is_tied) == ((0, 1, 2), False)


def test_one_thing_is_joined_with_nothing() -> None:
    assert join_by_average([[0]]) == ()
    assert join_by_average([]) == ()


@given(st.integers(2, 7).flatmap(lambda n: st.lists(st.floats(0, 1), min_size=n * n, max_size=n * n)))
def test_each_join_is_at_the_mean_of_all_pairs_and_no_nearer_than_the_one_before(numbers: list[float]) -> None:
    n = int(len(numbers) ** 0.5)
    table = [[0.0 if r == c else numbers[min(r, c) * n + max(r, c)] for c in range(n)] for r in range(n)]
    joins = join_by_average(table)
    assert len(joins) == n - 1
    assert joins[-1].members == tuple(range(n))
    for join in joins:
        pairs = [table[one][other] for one in join.first for other in join.second]
        assert abs(join.distance - sum(pairs) / len(pairs)) < 1e-6
    assert all(later.distance >= join.distance - 1e-6 for join, later in pairwise(joins))
