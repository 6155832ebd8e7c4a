"""Communities by the Leiden method (Traag, Waltman and van Eck 2019, Sci. Rep. 9, 5233), as networkit has it."""

from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Numbers, Ties

ROUNDS: Final = 10
RUNS: Final = 10
FEW: Final = 10_000


def communities(ties: Ties, seed: int) -> Numbers:
    """The community of each node, numbered from the largest (0); of equal ones, the one with the lowest node first.

    Modularity is maximised: the best of ten runs where there are at most ten thousand ties, as one run is caught in a
    local optimum more often than not, and of one run where there are more. On one thread and with one seed the answer
    is always the same. A node without ties is a community of its own.
    """
    runs = range(seed, seed + (RUNS if ties.one.size <= FEW else 1))
    return by_size(max((once(ties, run) for run in runs), key=lambda found: modularity(ties, found)))


def once(ties: Ties, seed: int) -> Numbers:
    """The communities that one run finds."""
    import networkit  # noqa: PLC0415  takes a second

    networkit.setNumberOfThreads(1)
    networkit.engineering.setSeed(seed, False)
    graph = networkit.GraphFromCoo((ties.one, ties.other), n=ties.size, directed=False)
    method = networkit.community.ParallelLeiden(graph, ROUNDS, True, 1.0)
    method.run()
    return np.array(method.getPartition().getVector(), dtype=np.int64)


def modularity(ties: Ties, found: Numbers) -> float:
    """Newman's modularity of a partition, without its factor 1 / ties: to compare partitions of one network."""
    degrees = np.bincount(found, weights=ties.degree)
    inside = np.count_nonzero(found[ties.one] == found[ties.other])
    return float(inside - (degrees**2).sum() / (4 * max(ties.one.size, 1)))


def by_size(found: Numbers) -> Numbers:
    """The same partition, numbered from the largest community; of equal ones, the one with the lowest node first."""
    _, first, place, count = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -count))
    number = np.empty_like(order)
    number[order] = np.arange(order.size)
    return np.asarray(number[place], dtype=np.int64)
