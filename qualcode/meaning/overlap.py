"""How far the smaller of two sets lies inside the other."""


def overlap(n1: int, n2: int, n12: int) -> float | None:
    """The overlap coefficient n12 / min(n1, n2) (Simpson 1943), from 0 to 1; None where one of them is empty.

    Unlike the c-coefficient it does not make a rare code look weak beside a frequent one.
    """
    least = min(n1, n2)
    return n12 / least if least else None
