"""What is hidden: pairs at random, the latest pairs, or whole enterprises; a training graph knows nothing of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.links.edges import Edges
from graphmodel.analysis.gaps.supply_matrix import Indices, SupplyMatrix

SHARE: Final = 0.2
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Split:
    """`train` is all that a method sees. `supplier` and `buyer` are the hidden supplies.

    Candidates are all ordered pairs of two enterprises that the training graph does not link in this direction; where
    whole enterprises are hidden (`cold`), those pairs of them that have one of these.
    """

    train: SupplyMatrix
    supplier: Indices
    buyer: Indices
    cold: Mask | None = None

    @property
    def is_cold(self) -> Mask:
        """Whether an enterprise is hidden whole, for each."""
        return np.zeros(self.train.size, dtype=np.bool_) if self.cold is None else self.cold

    def candidates(self, buyers: Indices) -> Mask:
        """Which suppliers are candidates for these buyers, enterprises x buyers."""
        open_ = self.train.a[:, buyers].toarray() == 0
        open_[buyers, np.arange(buyers.size)] = False
        if self.cold is not None:
            open_ &= self.is_cold[:, None] | self.is_cold[buyers]
        return np.asarray(open_, dtype=np.bool_)


def _split(edges: Edges, hidden: Mask, cold: Mask | None = None) -> Split:
    train = SupplyMatrix.of(edges.size, edges.supplier[~hidden], edges.buyer[~hidden])
    return Split(train, edges.supplier[hidden], edges.buyer[hidden], cold)


def _undirected(edges: Edges) -> Indices:
    """The number of the undirected pair of each supply."""
    ends = np.sort(np.stack([edges.supplier, edges.buyer], axis=1), axis=1)
    return np.unique(ends, axis=0, return_inverse=True)[1].ravel().astype(np.intp)


def random_pairs(edges: Edges, seed: int) -> Split:
    """A fifth of the undirected pairs, both directions of each."""
    pair = _undirected(edges)
    count = int(pair.max()) + 1
    chosen = np.random.default_rng(seed).permutation(count)[: round(SHARE * count)]
    return _split(edges, np.isin(pair, chosen))


def latest_pairs(edges: Edges) -> Split | None:
    """The pairs of the latest days, a fifth of all at most; None without dates, or where all are of one day.

    A pair is as old as the first supply in either direction.
    """
    if edges.day is None:
        return None
    pair = _undirected(edges)
    first = np.full(int(pair.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, pair, edges.day)
    days = np.sort(first)
    later = first > days[-round(SHARE * first.size) - 1]
    return _split(edges, later[pair]) if later.any() else None


def whole_enterprises(edges: Edges, seed: int) -> Split:
    """A fifth of the enterprises with all that they supply and buy."""
    chosen = np.random.default_rng(seed).permutation(edges.size)[: round(SHARE * edges.size)]
    cold = np.zeros(edges.size, dtype=np.bool_)
    cold[chosen] = True
    return _split(edges, cold[edges.supplier] | cold[edges.buyer], cold)
