"""What has been learnt of strings, kept while it is of use."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class Memory(dict[str, V]):
    """A table that learns what it is asked for and does not yet know, and never grows beyond twice `most` entries.

    When it is full it begins anew: what is asked for again is taken over, and what is not by the time it is full once
    more is forgotten. So the words that everybody uses stay, and those of one interview go.
    """

    def __init__(self, learn: Callable[[str], V], most: int) -> None:
        super().__init__()
        self._learn = learn
        self._most = most
        self._before: dict[str, V] = {}

    def __missing__(self, text: str) -> V:
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
        known = self[text] = self._before[text] if text in self._before else self._learn(text)
        return known
