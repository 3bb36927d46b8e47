"""Chains of links: ways along pairs of which one ends where the next begins."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def find_chains(edges: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Node, ...]]:
    """The longest ways along edges that pass three nodes or more and none twice."""
    onward: dict[Node, list[Node]] = {}
    for cause, effect in dict.fromkeys(edges):
        onward.setdefault(cause, []).append(effect)
    led_to = {effect for effects in onward.values() for effect in effects}
    starts = [node for node in onward if node not in led_to]
    reached, left = set(starts), list(starts)
    while left:
        new = [node for node in onward.get(left.pop(), ()) if node not in reached]
        reached.update(new)
        left += new
    starts += [node for node in onward if node not in reached]  # rings, to which nothing leads

    def walk(way: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
        steps = [node for node in onward.get(way[-1], ()) if node not in way]
        if not steps and len(way) > 2:
            yield way
        for node in steps:
            yield from walk((*way, node))

    for node in starts:
        yield from walk((node,))
