"""A sample for an auditor: drawn by lot inside strata, so that no code is left out and the same seed draws the same."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b


def draw(strata: Mapping[str, Sequence[str]], size: int, seed: int) -> dict[str, tuple[str, ...]]:
    """`size` ids, or all where there are fewer, by stratum.

    Strata get places as `share_out` says. Inside one, ids are drawn by a hash of the seed and the id: on every machine
    the same, and the same whatever other ids there are.
    """
    shares = share_out({name: len(ids) for name, ids in strata.items()}, size)
    return {name: tuple(shuffle(ids, seed)[: shares[name]]) for name, ids in strata.items()}


def shuffle(ids: Iterable[str], seed: int) -> list[str]:
    """Ids in an order by lot, which hangs on the seed and on nothing else."""
    return sorted(ids, key=lambda id_: (blake2b(f"{seed}\x1f{id_}".encode(), digest_size=8).digest(), id_))


def share_out(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many of `size` places each stratum gets: one each as far as they reach, the smallest strata first, then the
    rest in proportion to what is left in each, by largest remainder (Hamilton's method). No stratum gets more than it
    has."""
    size = min(size, sum(sizes.values()))
    filled = sorted((name for name in sizes if sizes[name]), key=lambda name: (sizes[name], name))
    shares = dict.fromkeys(sizes, 0) | dict.fromkeys(filled[:size], 1)
    left = {name: sizes[name] - shares[name] for name in sizes}
    rest, total = size - sum(shares.values()), sum(left.values())
    if not rest:
        return shares
    parts = {name: divmod(rest * left[name], total) for name in sizes}
    for name in sizes:
        shares[name] += parts[name][0]
    short = size - sum(shares.values())
    for name in sorted(sizes, key=lambda name: (-parts[name][1], name))[:short]:
        shares[name] += 1
    return shares
