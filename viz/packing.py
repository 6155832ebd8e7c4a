"""Nodes on grids within their containers, each near what it has edges with. Arrays in, arrays out."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
_ROUNDS: Final = 4


@dataclass(frozen=True)
class Containers:
    """The room of each container: its left top corner and its size, in pixels."""

    left: Real
    top: Real
    width: Real
    height: Real

    def middles(self, container: Whole) -> tuple[Real, Real]:
        """The middle of the container of each node."""
        x, y = self.left + self.width / 2, self.top + self.height / 2
        return x[container], y[container]


def pack(container: Whole, source: Whole, target: Whole, rooms: Containers) -> tuple[Real, Real]:
    """The centre of each node, by the container that it stands in and by the edges.

    Within its container each node is drawn towards the mean of its neighbours, in a few rounds, and has a cell of the
    grid to itself. Nothing is drawn by lot; nodes that are drawn alike stand in their order.
    """
    x, y = rooms.middles(container)
    for _ in range(_ROUNDS):
        x, y = _gridded(container, *_drawn(x, y, source, target), rooms)
    return x, y


def _drawn(x: Real, y: Real, source: Whole, target: Whole) -> tuple[Real, Real]:
    """The mean of each node's neighbours; its own place where it has none."""
    ends, others = np.concatenate([source, target]), np.concatenate([target, source])
    degree = np.bincount(ends, minlength=x.size)
    alone, shared = degree == 0, np.maximum(degree, 1)
    near_x = np.bincount(ends, weights=x[others], minlength=x.size) / shared
    near_y = np.bincount(ends, weights=y[others], minlength=y.size) / shared
    return np.where(alone, x, near_x), np.where(alone, y, near_y)


def _gridded(container: Whole, x: Real, y: Real, rooms: Containers) -> tuple[Real, Real]:
    """The cells of the nodes: columns filled in the order of x, and within a column in the order of y."""
    count = np.bincount(container, minlength=rooms.left.size)
    wanted = np.sqrt(count * rooms.width / rooms.height).round().astype(np.int64)
    columns = np.clip(wanted, 1, np.maximum(count, 1))
    rows = np.maximum(-(-count // columns), 1)
    columns = np.maximum(-(-count // rows), 1)
    column = _rank(container, x, count) // rows[container]
    first = np.concatenate([[0], np.cumsum(columns)[:-1]])
    shelf = first[container] + column
    high = np.bincount(shelf, minlength=int(columns.sum()))
    row = _rank(shelf, y, high)
    across = rooms.left[container] + (column + 0.5) * (rooms.width / columns)[container]
    return across, rooms.top[container] + (row + 0.5) * (rooms.height / rows)[container]


def _rank(group: Whole, value: Real, count: Whole) -> Whole:
    """The place of each value, from 0, among those of its group; `count` members of each."""
    order = np.lexsort((value, group))
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    rank = np.empty(group.size, dtype=np.int64)
    rank[order] = np.arange(group.size) - first[group[order]]
    return rank
