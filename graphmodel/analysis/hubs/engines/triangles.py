"""Every triangle of a network, in pieces of bounded size.

Each tie leads from the node with fewer partners to the one with more, so that no node leads to many (Chiba and
Nishizeki 1985); then every path of two such ties is looked up as closed or not.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Numbers, Ties

PIECE: Final = 2_000_000
"""Paths that are looked at together."""


def triangles(ties: Ties) -> Iterator[tuple[Numbers, Numbers]]:
    """The three ties of each triangle, and the three nodes, each across from the tie in the same place."""
    node = np.argsort(ties.degree, kind="stable")
    place = np.empty_like(node)
    place[node] = np.arange(ties.size)
    one, other = place[ties.one], place[ties.other]
    keys = np.minimum(one, other) * ties.size + np.maximum(one, other)
    order = np.argsort(keys)
    keys = keys[order]
    start, end = np.divmod(keys, ties.size)
    leads = np.searchsorted(start, np.arange(ties.size + 1))
    count = np.diff(leads)[end]
    for piece in _pieces(count):
        first = np.repeat(np.arange(piece.start, piece.stop), count[piece])
        within = np.arange(first.size) - np.repeat(count[piece].cumsum() - count[piece], count[piece])
        second = leads[end[first]] + within
        wanted = start[first] * ties.size + end[second]
        third = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
        closed = keys[third] == wanted
        first, second, third = first[closed], second[closed], third[closed]
        yield (
            order[np.array([first, second, third])],
            node[np.array([end[second], start[first], end[first]])],
        )


def _pieces(count: Numbers) -> Iterator[slice]:
    """Ties next to each other that lead to about `PIECE` paths together."""
    number = count.cumsum() // PIECE
    borders = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), count.size]
    return (slice(start, end) for start, end in pairwise(borders))
