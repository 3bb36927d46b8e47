"""Counts made comparable across texts of different length."""


def norm(count: int, words: int, basis: int = 1_000) -> float | None:
    """How often per `basis` words (Biber, Conrad and Reppen 1998: 263); None where there are no words."""
    return count / words * basis if words else None
