"""How likely one enterprise supplies another, from who supplies whom: directed, sparse, for any supply graph.

A runs from supplier (row) to buyer (column). The score of an open pair is

    A D_in^-1 (A^T D_out^-1 A + PRIOR / buyers)

Its first part is network-based inference (Zhou, Ren, Medo, Zhang 2007, Phys. Rev. E 76, 046115) read along a supply
graph: "u supplies x, so does y, and y supplies v", every step shared among the ways that lead on. It is a three-path
(Kovacs and others 2019, Nature Communications 10, 1240) and the closed square that production networks are full of
(Mattsson and others 2021, Frontiers in Big Data 4, 666712). The second part, as if every buyer were a little like v,
breaks ties by preferential attachment and speaks where the first is silent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csc_array, csr_array, diags_array  # type: ignore[import-untyped]

Indices = NDArray[np.intp]
Numbers = NDArray[np.float64]

PRIOR: Final = 0.01
"""Suppliers' worth of belief that a buyer is like all others: any value from 0.001 to 1 does as well on the chains that
it was tuned on (benchmarks/links)."""
BLOCK: Final = 64
"""Buyers that are looked at together: what is held at once is at most enterprises x BLOCK numbers."""


@dataclass(frozen=True)
class Way:
    """`supplier` delivers to `via` as `peer` does, and `peer` delivers to `buyer`."""

    supplier: int
    via: int
    peer: int
    buyer: int


@dataclass(frozen=True, eq=False)
class Pairs:
    """Ordered pairs with their scores."""

    supplier: Indices
    buyer: Indices
    score: Numbers

    def best(self, most: int) -> "Pairs":
        """The `most` highest scores, the highest first; ties in the order of supplier and buyer."""
        order = np.lexsort((self.buyer, self.supplier, -self.score))[:most]
        return Pairs(self.supplier[order], self.buyer[order], self.score[order])

    def joined(self, other: "Pairs") -> "Pairs":
        """These and those."""
        return Pairs(
            np.concatenate([self.supplier, other.supplier]),
            np.concatenate([self.buyer, other.buyer]),
            np.concatenate([self.score, other.score]),
        )


NO_PAIRS: Final = Pairs(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


def blocks(indices: Indices, size: int = BLOCK) -> Iterator[Indices]:
    """The indices in portions of `size`."""
    for start in range(0, indices.size, size):
        yield indices[start : start + size]


def _inverse(degree: Numbers) -> Numbers:
    return np.divide(1.0, degree, out=np.zeros_like(degree), where=degree > 0)


def _entries(matrix: csr_array | csc_array, line: int) -> Indices:
    """Where a row of a CSR matrix, or a column of a CSC matrix, is not nought."""
    return np.asarray(matrix.indices[matrix.indptr[line] : matrix.indptr[line + 1]], dtype=np.intp)


@dataclass(frozen=True, eq=False)
class SupplyMatrix:
    """Who supplies whom: `a[u, v]` is 1 where u delivers to v. Nobody delivers to itself."""

    a: csr_array

    @classmethod
    def of(cls, size: int, suppliers: Indices, buyers: Indices) -> "SupplyMatrix":
        """From the ends of the supplies among `size` enterprises; repeated ones count once, loops not at all."""
        open_ = suppliers != buyers
        ends = suppliers[open_], buyers[open_]
        a = csr_array((np.ones(ends[0].size), ends), shape=(size, size))
        a.sum_duplicates()
        a.data[:] = 1.0
        return cls(a)

    @property
    def size(self) -> int:
        """How many enterprises there are."""
        return int(self.a.shape[0])

    @cached_property
    def out_degree(self) -> Numbers:
        """Customers of each."""
        return np.asarray(self.a.sum(axis=1), dtype=np.float64)

    @cached_property
    def in_degree(self) -> Numbers:
        """Suppliers of each."""
        return np.asarray(self.a.sum(axis=0), dtype=np.float64)

    @cached_property
    def _by_buyer(self) -> csc_array:
        return self.a.tocsc()

    @cached_property
    def _shared_by_supplier(self) -> csc_array:
        """D_out^-1 A."""
        return (diags_array(_inverse(self.out_degree)) @ self.a).tocsc()

    @cached_property
    def _shared_by_buyer(self) -> csr_array:
        """D_in^-1 A^T."""
        return (diags_array(_inverse(self.in_degree)) @ self.a.T).tocsr()

    @cached_property
    def prior(self) -> Numbers:
        """What each supplier scores with every buyer: its share of the supplies of each of its customers, summed."""
        buyers = max(int((self.in_degree > 0).sum()), 1)
        share: Numbers = self.a @ _inverse(self.in_degree)
        return PRIOR * share / buyers

    @cached_property
    def _most_to_expect(self) -> Numbers:
        """No score of a buyer is higher: each of its suppliers y adds at most the mean 1 / d_in of y's customers."""
        share = (self.a @ _inverse(self.in_degree)) * _inverse(self.out_degree)
        bound: Numbers = share @ self.a + self.prior.max(initial=0.0)
        return bound

    @cached_property
    def reversed(self) -> "SupplyMatrix":
        """Buyers as suppliers: the walks to a supplier are the walks from it, the other way round."""
        return SupplyMatrix(self.a.T.tocsr())

    def walks(self, buyers: Indices) -> csc_array:
        """A D_in^-1 A^T D_out^-1 A for these buyers, enterprises x buyers; pairs that are linked have a score too."""
        return (self.a @ (self._shared_by_buyer @ self._shared_by_supplier[:, buyers])).tocsc()

    def open_walks(self, buyers: Indices) -> csc_array:
        """The walks between pairs that are not linked."""
        found = self.walks(buyers)
        own = coo_array((np.ones(buyers.size), (buyers, np.arange(buyers.size))), shape=found.shape)
        found = (found - found.multiply(self._by_buyer[:, buyers] + own)).tocsc()
        found.eliminate_zeros()
        return found

    def scores(self, buyers: Indices) -> Numbers:
        """The whole score of every enterprise as a supplier of these buyers: dense, enterprises x buyers."""
        return np.asarray(self.walks(buyers).toarray() + self.prior[:, None], dtype=np.float64)

    def missing(self, buyers: Indices, most: int) -> Pairs:
        """The `most` highest scores among the pairs that some walk joins and no supply does, the highest first.

        The buyers of whom most can be expected are looked at first, and those of whom too little can not at all.
        """
        found, hope = NO_PAIRS, self._most_to_expect[buyers]
        for block in blocks(buyers[np.argsort(-hope, kind="stable")]):
            if found.score.size == most and self._most_to_expect[block[0]] < found.score[-1]:
                break
            walks = self.open_walks(block).tocoo()
            suppliers = walks.row.astype(np.intp)
            scores = walks.data + self.prior[suppliers]
            least = np.partition(scores, -most)[-most] if scores.size > most else 0.0
            kept = scores >= least
            found = found.joined(Pairs(suppliers[kept], block[walks.col[kept]], scores[kept])).best(most)
        return found

    def missing_customers(self, suppliers: Indices) -> Pairs:
        """All pairs of these suppliers that some walk joins and no supply does."""
        walks = self.reversed.open_walks(suppliers).tocoo()
        sellers = suppliers[walks.col]
        return Pairs(sellers, walks.row.astype(np.intp), walks.data + self.prior[sellers])

    def customers(self, supplier: int) -> Indices:
        """Whom it delivers to."""
        return _entries(self.a, supplier)

    def suppliers(self, buyer: int) -> Indices:
        """Who delivers to it."""
        return _entries(self._by_buyer, buyer)

    def way(self, supplier: int, buyer: int) -> Way | None:
        """The strongest single way of the walk between two; of equal ones that with the first `via` and `peer`."""
        vias, peers = self.customers(supplier), self.suppliers(buyer)
        vias, peers = np.sort(vias[vias != buyer]), np.sort(peers[peers != supplier])
        joined = self.a[peers][:, vias].tocoo()
        if not joined.nnz:
            return None
        via, peer = vias[joined.col], peers[joined.row]
        cost = self.in_degree[via] * self.out_degree[peer]
        first = np.lexsort((peer, via, cost))[0]
        return Way(supplier, int(via[first]), int(peer[first]), buyer)


def indices(names: Iterable[int]) -> Indices:
    """Whole numbers as an array of indices."""
    return np.fromiter(names, dtype=np.intp)
