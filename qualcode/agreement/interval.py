"""How sure a coefficient is: the bootstrap over units."""

from collections.abc import Callable

from qualcode.agreement.contract import Figure, Ratings

DRAWS = 1_000
SEED = 1
INSIDE = 0.95


def find_interval(measure: Callable[[Ratings], Figure], ratings: Ratings, draws: int = DRAWS) -> tuple[float, float]:
    """The percentile interval of 95 % (Efron 1979): units are drawn again with replacement, `draws` times.

    The seed is fixed, so the same ratings give the same bounds. Draws in which the measure is undefined are left
    out; where it is undefined in all of them, ValueError is raised. Units of one speaker hang together, so that the
    interval is too narrow for speakers at large: it holds within these interviews.
    """
    from numpy.random import default_rng

    rows = sorted(ratings, key=repr)
    units = sum(ratings.values())
    shares = [ratings[row] / units for row in rows]
    values = []
    for counts in default_rng(SEED).multinomial(units, shares, size=draws).tolist():
        value = measure(dict(zip(rows, counts, strict=True))).value
        if value is not None:
            values.append(value)
    if not values:
        raise ValueError("the measure is undefined in every draw")
    values.sort()
    outside = (1 - INSIDE) / 2
    return values[round(outside * (len(values) - 1))], values[round((1 - outside) * (len(values) - 1))]
