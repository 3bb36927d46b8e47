"""Samples: every stratum has its part, the seed decides, and a larger sample holds the smaller one."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.audit.sampling import draw, share_out

SIZES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 40), max_size=12)


def make(sizes: dict[str, int]) -> dict[str, list[str]]:
    return {name: [f"{name}{n}" for n in range(size)] for name, size in sizes.items()}


def test_places_are_shared_by_largest_remainder_after_one_each() -> None:
    # 10 places, one each for three strata; 7 more over 59, 29 and 9: 4.26, 2.09 and 0.65
    assert share_out({"a": 60, "b": 30, "c": 10}, 10) == {"a": 5, "b": 3, "c": 2}


def test_the_rarest_come_first_where_places_do_not_reach() -> None:
    assert share_out({"a": 60, "b": 3, "c": 10, "d": 0}, 2) == {"a": 0, "b": 1, "c": 1, "d": 0}


@given(SIZES, st.integers(0, 200))
def test_the_sample_is_as_large_as_asked_and_no_stratum_gives_more_than_it_has(
    sizes: dict[str, int], size: int
) -> None:
    shares = share_out(sizes, size)
    assert sum(shares.values()) == min(size, sum(sizes.values()))
    assert all(0 <= shares[name] <= sizes[name] for name in sizes)
    if size >= len(sizes):
        assert all(shares[name] for name in sizes if sizes[name])


def test_the_seed_decides_and_nothing_else() -> None:
    strata = make({"a": 30, "b": 12})
    backwards = {name: ids[::-1] for name, ids in strata.items()}
    assert draw(strata, 10, 7) == draw(backwards, 10, 7)
    assert draw(strata, 10, 7) != draw(strata, 10, 8)


def test_a_larger_sample_holds_the_smaller_one() -> None:
    strata = make({"a": 30, "b": 12})
    small, large = draw(strata, 6, 7), draw(strata, 20, 7)
    assert all(set(small[name]) <= set(large[name]) for name in strata)


def test_every_id_can_be_drawn() -> None:
    seen = {id_ for seed in range(200) for found in draw(make({"a": 10}), 2, seed).values() for id_ in found}
    assert len(seen) == 10
