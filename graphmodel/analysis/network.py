"""What the supplies alone say of a link that is not there: u supplies x, so does y, and y supplies v.

The directed two-step rule of network-based inference (Zhou and others 2007; as measured on real supply networks in the
project's baselines): A D_in^-1 A^T D_out^-1 A, A running from supplier to buyer. Common partners are of no use here:
suppliers of one buyer compete, they do not trade.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graphmodel.domain.graph import Edge

LEAST_LINKS: Final = 30


@dataclass(frozen=True)
class Witness:
    """`supplier` delivers to `via` as `peer` does, and `peer` delivers to `buyer`; `score` sums all such ways."""

    score: float
    via: str
    peer: str
    buyer: str


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
    def _buyers(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for supplier, buyer in sorted(self.edges):
            found[supplier].append(buyer)
        return found

    @cached_property
    def _suppliers(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for supplier, buyer in sorted(self.edges):
            found[buyer].append(supplier)
        return found

    @property
    def abstains(self) -> bool:
        """Whether there are too few links (under 30 pairs) to conclude anything from."""
        return len(self.edges) < LEAST_LINKS

    def witnesses(self, buyers: Iterable[str]) -> dict[str, Witness]:
        """Supplier → the best witness that it may supply one of `buyers`, scores relative to the highest (1).

        Empty where the network abstains or says nothing.
        """
        if self.abstains:
            return {}
        found: dict[str, Witness] = {}
        for buyer in sorted(buyers):
            for supplier, witness in self._ways(buyer).items():
                if supplier not in found or witness.score > found[supplier].score:
                    found[supplier] = witness
        highest = max((w.score for w in found.values()), default=1.0)
        return {s: Witness(w.score / highest, w.via, w.peer, w.buyer) for s, w in found.items()}

    def _ways(self, buyer: str) -> dict[str, Witness]:
        """The two-step ways to one buyer, walked backwards; the strongest way of each supplier is its witness."""
        total: defaultdict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, str, str]] = {}
        for peer in self._suppliers.get(buyer, ()):
            for via in self._buyers[peer]:
                share = 1 / (len(self._suppliers[via]) * len(self._buyers[peer]))
                for supplier in self._suppliers[via] if via != buyer else ():
                    if supplier not in (peer, buyer):
                        total[supplier] += share
                        best[supplier] = max(best.get(supplier, (0.0, "", "")), (share, via, peer))
        return {s: Witness(total[s], best[s][1], best[s][2], buyer) for s in total}
