"""The measures as networkx has them, or word for word by their definitions where it has none."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import product
from statistics import fmean, pstdev
from typing import Final

import networkx as nx
import numpy as np

from graphmodel.analysis.hubs.arrays import UNKNOWN, Arcs, Numbers, Ties, Values
from graphmodel.analysis.hubs.engines.brokering import BROKERAGE, role

TOLERANCE: Final = 1e-15
ITERATIONS: Final = 100_000


def _array(values: Mapping[int, float], size: int) -> Values:
    """The values in the order of the nodes; 0 for one without, and for one that has nothing to measure (NaN)."""
    found: Values = np.array([values.get(node, 0.0) for node in range(size)], dtype=float)
    return np.nan_to_num(found)


def pagerank(arcs: Arcs) -> Values:
    """Page and others 1999, damping 0.85, weighted by strength; sums to 1."""
    ranks = nx.pagerank(arcs.networkx(), weight="strength", tol=TOLERANCE, max_iter=ITERATIONS)
    return _array(ranks, arcs.size)


def hits(arcs: Arcs) -> tuple[Values, Values]:
    """Hub and authority scores (Kleinberg 1999), weighted by strength; each sums to 1. There is an arc.

    The iteration of the paper, from equal values. The one of networkx takes any eigenvector, so that its answer is
    arbitrary where two separate parts of the network are equally strong.
    """
    matrix = nx.to_numpy_array(arcs.networkx(), nodelist=range(arcs.size), weight="strength")
    hub = np.full(arcs.size, 1 / arcs.size)
    for _ in range(ITERATIONS):
        unscaled = matrix @ (matrix.T @ hub)
        following = unscaled / unscaled.sum()
        settled = np.abs(following - hub).max() < TOLERANCE
        hub = following
        if settled:
            break
    authority = matrix.T @ hub
    return hub, authority / authority.sum()


def betweenness(ties: Ties, sources: Numbers | None = None) -> Values:
    """Freeman 1977, from 0 to 1; estimated from paths that begin at `sources` where these are given."""
    if sources is None:
        return _array(nx.betweenness_centrality(ties.networkx(), normalized=True), ties.size)
    graph, size = ties.networkx(), ties.size
    begun = nx.betweenness_centrality_subset(graph, sources.tolist(), list(graph), normalized=False)
    return _array(begun, size) * 2 * size / (sources.size * max((size - 1) * (size - 2), 1))


def core(ties: Ties) -> Values:
    """The greatest k such that it belongs to the k-core (Seidman 1983)."""
    return _array(nx.core_number(ties.networkx()), ties.size)


def structural_holes(ties: Ties) -> tuple[Values, Values]:
    """Constraint and effective size (Burt 1992); 0 for a node without ties."""
    graph = ties.networkx()
    return _array(nx.constraint(graph), ties.size), _array(nx.effective_size(graph), ties.size)


def within_module(ties: Ties, module: Numbers) -> Values:
    """The z of its ties within its module (Guimerà and Amaral 2005); 0 where all in the module have equally many."""
    graph, found = ties.networkx(), dict[int, float]()
    members: defaultdict[int, list[int]] = defaultdict(list)
    for node, own in enumerate(module.tolist()):
        members[own].append(node)
    for inside in members.values():
        count = {node: len(set(graph[node]) & set(inside)) for node in inside}
        mean, spread = fmean(count.values()), pstdev(count.values())
        found |= {node: (k - mean) / spread if spread else 0.0 for node, k in count.items()}
    return _array(found, ties.size)


def participation(ties: Ties, group: Numbers) -> Values:
    """How evenly its ties spread over the groups (Guimerà and Amaral 2005), 0 to 1; partners of unknown group count for
    nothing."""
    found = {}
    for node, partners in ties.networkx().adjacency():
        count = Counter(int(group[partner]) for partner in partners)
        count.pop(UNKNOWN, None)
        total = count.total()
        found[node] = 1 - sum((k / total) ** 2 for k in count.values()) if total else 0.0
    return _array(found, ties.size)


def brokerage(arcs: Arcs, group: Numbers) -> Values:
    """Open two-paths over each node by role, one row for each of `BROKERAGE` (Gould and Fernandez 1989).

    A path with a node of unknown group is not counted.
    """
    known = (group[arcs.source] != UNKNOWN) & (group[arcs.target] != UNKNOWN)
    graph, found = arcs.only(known).networkx(), np.zeros((len(BROKERAGE), arcs.size))
    for middle in graph:
        for first, last in product(graph.predecessors(middle), graph.successors(middle)):
            if first != last and not graph.has_edge(first, last):
                found[BROKERAGE.index(role(group[first], group[middle], group[last])), middle] += 1
    return found
