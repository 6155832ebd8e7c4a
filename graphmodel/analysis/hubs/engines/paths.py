"""Shortest paths from some of the nodes, for an estimate of betweenness where all of them would take too long."""

import numpy as np

from graphmodel.analysis.hubs.arrays import Numbers, Ties, Values


def dependencies(ties: Ties, sources: Numbers) -> Values:
    """For each node, the shares of shortest paths from the sources to all others that lead through it, summed.

    Brandes 2001 (J. Math. Sociol. 25, 163-177), level by level.
    """
    matrix = ties.matrix
    begins, partners = matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64)
    found = np.zeros(ties.size)
    for source in sources.tolist():
        found += _through(begins, partners, source)
    return found


def _through(begins: Numbers, partners: Numbers, source: int) -> Values:
    """The shares of shortest paths from one source."""
    levels, paths = _levels(begins, partners, source)
    through = np.zeros(paths.size)
    for start, end in reversed(levels):
        share = paths[start] / paths[end] * (1 + through[end])
        through += np.bincount(start, share, paths.size)
    through[source] = 0
    return through


def _levels(begins: Numbers, partners: Numbers, source: int) -> tuple[list[tuple[Numbers, Numbers]], Values]:
    """The links that lead one step further from the source, by step; and how many shortest paths reach each node."""
    seen, paths = np.zeros(begins.size - 1, dtype=bool), np.zeros(begins.size - 1)
    reached = np.array([source])
    seen[source], paths[source], levels = True, 1, []
    while reached.size:
        start, end = _onward(begins, partners, reached)
        new = ~seen[end]
        start, end = start[new], end[new]
        paths += np.bincount(end, paths[start], paths.size)
        levels.append((start, end))
        fresh = np.zeros(seen.size, dtype=bool)
        fresh[end] = True
        reached = np.flatnonzero(fresh)
        seen |= fresh
    return levels, paths


def _onward(begins: Numbers, partners: Numbers, nodes: Numbers) -> tuple[Numbers, Numbers]:
    """All links of these nodes."""
    count = begins[nodes + 1] - begins[nodes]
    shift = np.repeat(begins[nodes] - count.cumsum() + count, count)
    return np.repeat(nodes, count), partners[np.arange(shift.size) + shift]
