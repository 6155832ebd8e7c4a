"""Networks of numbers for the tests of the measures: published graphs and drawn ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from graphmodel.analysis.hubs.arrays import UNKNOWN, Arcs, Numbers, Ties, pairs
from graphmodel.analysis.hubs.engines import Engine, compiled, reference

ENGINES: dict[str, Engine] = {"reference": reference, "compiled": compiled}
EXACT = 1e-9
PUBLISHED = 5.01e-7
"""Half of the last digit of a value that is given with six, and a little for one that ends in just that half."""


def ties(graph: "nx.Graph[Any]") -> Ties:
    """The graph with its nodes numbered in their order."""
    number = {node: place for place, node in enumerate(graph)}
    edges = sorted(sorted((number[a], number[b])) for a, b in graph.edges)
    one, other = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    return Ties(len(graph), one, other)


def arcs(size: int, rows: Iterable[tuple[int, int, float]]) -> Arcs:
    """Arcs by source, target and strength."""
    source, target, strength = np.array(sorted(rows), dtype=float).reshape(-1, 3).T
    return Arcs(size, source.astype(np.int64), target.astype(np.int64), strength)


def both_ways(graph: Ties) -> Arcs:
    """Each tie as two arcs."""
    rows = list(zip(graph.one.tolist(), graph.other.tolist(), strict=True))
    return arcs(graph.size, [(a, b, 1.0) for a, b in [*rows, *((b, a) for a, b in rows)]])


def without_direction(network: Arcs) -> Ties:
    """Who is linked with whom."""
    low, high = np.minimum(network.source, network.target), np.maximum(network.source, network.target)
    one, other, _ = pairs(network.size, low, high)
    return Ties(network.size, one, other)


@dataclass(frozen=True)
class Drawn:
    """Arcs, and for each node a group that may be unknown."""

    arcs: Arcs
    group: Numbers

    @property
    def ties(self) -> Ties:
        """The same without direction."""
        return without_direction(self.arcs)


@st.composite
def _networks(draw: DrawFn, groups: int, unknown: bool) -> Drawn:
    size = draw(st.integers(2, 9))
    ends = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(
        lambda pair: pair[0] != pair[1]
    )
    found = draw(st.lists(ends, min_size=1, max_size=30, unique=True))
    strength = draw(st.lists(st.integers(1, 4), min_size=len(found), max_size=len(found)))
    group = draw(st.lists(st.integers(UNKNOWN if unknown else 0, groups - 1), min_size=size, max_size=size))
    return Drawn(arcs(size, [(a, b, s) for (a, b), s in zip(found, strength, strict=True)]), np.array(group))


def networks(groups: int = 3, unknown: bool = True) -> SearchStrategy[Drawn]:
    """Small networks with up to so many groups."""
    return _networks(groups, unknown)


def barabasi(size: int, links: int, seed: int) -> Arcs:
    """A larger network with few great and many small nodes, each arc in a direction drawn by lot."""
    generator = np.random.default_rng(seed)
    found = nx.barabasi_albert_graph(size, links, seed=seed)
    turned = generator.random(found.number_of_edges()) < 0.5
    return arcs(
        size,
        [
            (b, a, float(generator.integers(1, 4))) if turn else (a, b, 1.0)
            for (a, b), turn in zip(found.edges, turned, strict=True)
        ],
    )
