"""What the supplies alone say of a link that is not there: u supplies x, so does y, and y supplies v.

Common partners are of no use here: suppliers of one buyer compete, they do not trade.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from graphmodel.analysis.gaps.supply_matrix import Indices, Numbers, SupplyMatrix, blocks, indices
from graphmodel.domain.graph import Edge

LEAST_LINKS: Final = 30


@dataclass(frozen=True)
class Witness:
    """`supplier` delivers to `via` as `peer` does, and `peer` delivers to `buyer`.

    Without `via` and `peer` it delivers to `buyer` already. `score` runs from 0 to 1.
    """

    score: float
    supplier: str
    buyer: str
    via: str | None = None
    peer: str | None = None

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Supplier and buyer of each supply that it speaks of."""
        if self.via is None or self.peer is None:
            return ((self.supplier, self.buyer),)
        return (self.supplier, self.via), (self.peer, self.via), (self.peer, self.buyer)


@dataclass(frozen=True, eq=False)
class Reach:
    """How near every enterprise is to some buyers: its best score, 1 at most, and the buyer that it is nearest to."""

    score: Numbers
    buyer: Indices


@dataclass(frozen=True)
class SupplyNetwork:
    """The supplies, by who delivers to whom."""

    supplies: tuple[Edge, ...]

    @cached_property
    def edges(self) -> Mapping[tuple[str, str], list[Edge]]:
        """Supplier and buyer → the supplies between them."""
        found: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.supplies:
            found[edge.source[1], edge.target[1]].append(edge)
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The enterprises that supply or buy, in the order of the matrix."""
        return tuple(sorted({end for pair in self.edges for end in pair}))

    @cached_property
    def _number(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def matrix(self) -> SupplyMatrix:
        """Who supplies whom, by the numbers of the enterprises."""
        suppliers = indices(self._number[supplier] for supplier, _ in self.edges)
        buyers = indices(self._number[buyer] for _, buyer in self.edges)
        return SupplyMatrix.of(len(self.names), suppliers, buyers)

    @property
    def abstains(self) -> bool:
        """Whether there are too few links (under 30 pairs) to conclude anything from."""
        return len(self.edges) < LEAST_LINKS

    def numbers(self, enterprises: Iterable[str]) -> Indices:
        """The numbers of those that supply or buy."""
        return indices(sorted(self._number[name] for name in enterprises if name in self._number))

    def reach(self, buyers: Iterable[str]) -> Reach:
        """How near everybody is to `buyers`, relative to the nearest; nobody where the network abstains.

        Who delivers to one of them already is as near as can be.
        """
        asked = indices(()) if self.abstains else self.numbers(buyers)
        score, nearest = np.zeros(len(self.names)), np.zeros(len(self.names), dtype=np.intp)
        for block in blocks(asked):
            walks = self.matrix.open_walks(block).tocsr()
            better = np.asarray(walks.max(axis=1).toarray()).ravel()
            nearest = np.where(better > score, block[np.asarray(walks.argmax(axis=1)).ravel()], nearest)
            score = np.maximum(score, better)
        score /= score.max(initial=0.0) or 1.0
        for buyer in asked[::-1]:
            linked = self.matrix.suppliers(buyer)
            score[linked], nearest[linked] = 1.0, buyer
        return Reach(score, nearest)

    def nearness(self, supplier: str, reach: Reach) -> float:
        """Its score, 0 for who supplies and buys nothing."""
        number = self._number.get(supplier)
        return 0.0 if number is None else float(reach.score[number])

    def witness(self, supplier: str, reach: Reach) -> Witness | None:
        """Why a supplier is near, or None where it is not."""
        if not (score := self.nearness(supplier, reach)):
            return None
        number = self._number[supplier]
        return self.seen(number, int(reach.buyer[number]), score)

    def seen(self, supplier: int, buyer: int, score: float) -> Witness:
        """The supply between two, or else the strongest way that leads from one to the other."""
        ends = self.names[supplier], self.names[buyer]
        way = None if ends in self.edges else self.matrix.way(supplier, buyer)
        if way is None:
            return Witness(score, *ends)
        return Witness(score, *ends, via=self.names[way.via], peer=self.names[way.peer])
