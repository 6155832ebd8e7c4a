"""What the kinds of two enterprises say of a supply between them: for those of which no supply is known.

The degree-corrected block model (Karrer and Newman 2011, Phys. Rev. E 83, 016107), with the mean of its kind added to
what is known of an enterprise, so that of one that is new the mean is left.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, SupplyMatrix


@dataclass(frozen=True, eq=False)
class Kinds:
    """The supplies between enterprises of some kinds; `kind` is a number from 0 for each enterprise."""

    supplies: SupplyMatrix
    kind: Indices

    @cached_property
    def _belongs(self) -> csr_array:
        size = self.kind.size
        ends = np.arange(size), self.kind
        return csr_array((np.ones(size), ends), shape=(size, int(self.kind.max(initial=0)) + 1))

    @cached_property
    def _members(self) -> Numbers:
        return np.asarray(self._belongs.sum(axis=0), dtype=np.float64)

    @cached_property
    def _sold(self) -> Numbers:
        """Supplies of each enterprise to each kind."""
        return np.asarray((self.supplies.a @ self._belongs).toarray(), dtype=np.float64)

    @cached_property
    def _bought(self) -> Numbers:
        """Supplies to each enterprise from each kind."""
        return np.asarray((self.supplies.a.T @ self._belongs).toarray(), dtype=np.float64)

    @cached_property
    def between(self) -> Numbers:
        """Supplies from each kind (row) to each kind."""
        return np.asarray(self._belongs.T @ self._sold, dtype=np.float64)

    def prior(self, buyers: Indices) -> Numbers:
        """Supplies between the two kinds for each pair of their members, enterprises x buyers."""
        pairs = np.outer(self._members, self._members)
        rate = np.divide(self.between, pairs, out=np.zeros_like(pairs), where=pairs > 0)
        return np.asarray(rate[np.ix_(self.kind, self.kind[buyers])])

    def scores(self, buyers: Indices) -> Numbers:
        """Expected supplies of every enterprise to these buyers, enterprises x buyers.

        (u's supplies to v's kind + the mean of u's kind) x (v's from u's kind + the mean of v's kind) / supplies
        between the two kinds.
        """
        of_buyers = self.kind[buyers]
        between = self.between[np.ix_(self.kind, of_buyers)]
        sold = self._sold[:, of_buyers] + between / self._members[self.kind][:, None]
        bought = self._bought[buyers][:, self.kind].T + between / self._members[of_buyers]
        return np.divide(sold * bought, between, out=np.zeros_like(between), where=between > 0)
