"""Communities by the Leiden method (Traag, Waltman and van Eck 2019, Sci. Rep. 9, 5233), as networkit has it."""

from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Numbers, Ties

ROUNDS: Final = 10


def communities(ties: Ties, seed: int) -> Numbers:
    """The community of each node, numbered from the largest (0); of equal ones, the one with the lowest node first.

    Modularity is maximised; on one thread and with one seed the answer is always the same. A node without ties is a
    community of its own.
    """
    import networkit  # noqa: PLC0415  takes a second

    networkit.setNumberOfThreads(1)
    networkit.engineering.setSeed(seed, False)
    graph = networkit.GraphFromCoo((ties.one, ties.other), n=ties.size, directed=False)
    method = networkit.community.ParallelLeiden(graph, ROUNDS, True, 1.0)
    method.run()
    found = np.array(method.getPartition().getVector(), dtype=np.int64)
    _, first, place, count = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -count))
    number = np.empty_like(order)
    number[order] = np.arange(order.size)
    return np.asarray(number[place], dtype=np.int64)
