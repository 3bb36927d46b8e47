"""A network display: codes and what joins them, each edge keeping the ids of the codings behind it."""

from dataclasses import dataclass
from typing import Literal

from qualcode.model.matrix import EntryRule

# stated, denied: a speaker says that the target comes of the source, or that it does not. drawn: a person drew it.
# together: on the same units.
EdgeKind = Literal["stated", "denied", "drawn", "together"]


@dataclass(frozen=True, slots=True)
class Node:
    """A code in a network. `key` is its id, `detail` what is said of it beside its label."""

    key: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two nodes, by their keys. `label` says who or how much; a `together` edge has no direction."""

    source: str
    target: str
    kind: EdgeKind
    label: str
    coding_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with the entry rules and warnings that stand under them in every format."""

    name: str
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    entry_rules: tuple[EntryRule, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        keys = {node.key for node in self.nodes}
        if any(edge.source not in keys or edge.target not in keys for edge in self.edges):
            raise ValueError(f"network {self.name}: an edge without its node")
