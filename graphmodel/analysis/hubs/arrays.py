"""Networks as arrays: nodes are numbers from 0, so that a sampled network is a mask over the links of the whole one."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]

Numbers: TypeAlias = NDArray[np.int64]
Values: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]
UNKNOWN = -1
"""The group of a node whose group is not known."""


@dataclass(frozen=True, eq=False)
class Arcs:
    """Directed links between `size` nodes: each ordered pair at most once, none from a node to itself.

    `strength` is above 0.
    """

    size: int
    source: Numbers
    target: Numbers
    strength: Values

    @cached_property
    def matrix(self) -> Any:
        """Strengths as a scipy matrix, sources in rows."""
        return csr_array((self.strength, (self.source, self.target)), shape=(self.size, self.size))

    @property
    def reversed(self) -> "Arcs":
        """The same, running the other way."""
        return Arcs(self.size, self.target, self.source, self.strength)

    def only(self, stays: Mask) -> "Arcs":
        """Those of the arcs that stay, between the same nodes."""
        return Arcs(self.size, self.source[stays], self.target[stays], self.strength[stays])

    def networkx(self) -> "nx.DiGraph[int]":
        """The same as networkx has it, nodes without arcs among them, with `strength` on every edge."""
        graph: nx.DiGraph[int] = nx.DiGraph()
        graph.add_nodes_from(range(self.size))
        rows = zip(self.source.tolist(), self.target.tolist(), self.strength.tolist(), strict=True)
        graph.add_weighted_edges_from(rows, weight="strength")
        return graph


@dataclass(frozen=True, eq=False)
class Ties:
    """Links without direction or weight between `size` nodes: each pair once, `one` below `other`."""

    size: int
    one: Numbers
    other: Numbers

    @cached_property
    def degree(self) -> Values:
        """How many partners each has."""
        return self.sums(np.ones(self.one.size))

    def sums(self, values: Values) -> Values:
        """For each node, the sum of what its ties have."""
        return totals(self.one, values, self.size) + totals(self.other, values, self.size)

    @cached_property
    def matrix(self) -> Any:
        """Ones as a symmetric scipy matrix."""
        ends = np.concatenate([self.one, self.other]), np.concatenate([self.other, self.one])
        return csr_array((np.ones(ends[0].size), ends), shape=(self.size, self.size))

    def only(self, stays: Mask) -> "Ties":
        """Those of the ties that stay, between the same nodes."""
        return Ties(self.size, self.one[stays], self.other[stays])

    def networkx(self) -> "nx.Graph[int]":
        """The same as networkx has it, nodes without ties among them."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(self.size))
        graph.add_edges_from(zip(self.one.tolist(), self.other.tolist(), strict=True))
        return graph


def totals(nodes: Numbers, values: Values, size: int) -> Values:
    """For each of `size` nodes, the sum of the values that belong to it."""
    return np.bincount(nodes, values, size).astype(float)


def pairs(size: int, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs among these, each once and in order; and of every given one, its place among them."""
    keys, place = np.unique(one * size + other, return_inverse=True)
    return *np.divmod(keys, size), place
