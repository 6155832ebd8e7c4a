"""The measures of single enterprises, each as an array in the order of the network's nodes, the more the better.

Supplies run from supplier to buyer, weighted by strength; ties have neither direction nor weight; flows are supplies
one way and all other links both ways. What a measure means and how to read it says docs/measures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import UNKNOWN, Arcs, Mask, Numbers, Ties, Values, totals
from graphmodel.analysis.hubs.engines import Engine, communities
from graphmodel.analysis.hubs.engines.brokering import BROKERAGE

CROSS_BORDER: Final = ("gatekeeper", "representative", "consultant", "liaison")
"""The roles of brokerage in which the path crosses a border: all but the coordinator's."""


@dataclass(frozen=True, eq=False)
class Measures:
    """One network and what can be measured of it; each measure is worked out when it is first asked for.

    `country`: a number for each node, -1 where it is not known. `sources`: the nodes from whose shortest paths
    betweenness is estimated; None for all, which is exact. `seed` is that of the communities.
    """

    supplies: Arcs
    flows: Arcs
    ties: Ties
    country: Numbers
    engine: Engine
    sources: Numbers | None = None
    seed: int = 0

    @cached_property
    def buyers(self) -> Values:
        """How many it supplies."""
        return totals(self.supplies.source, np.ones(self.supplies.source.size), self.supplies.size)

    @cached_property
    def suppliers(self) -> Values:
        """How many supply it."""
        return totals(self.supplies.target, np.ones(self.supplies.target.size), self.supplies.size)

    @cached_property
    def out_strength(self) -> Values:
        """How many products it delivers, counted once per buyer."""
        return totals(self.supplies.source, self.supplies.strength, self.supplies.size)

    @cached_property
    def in_strength(self) -> Values:
        """How many products it buys, counted once per supplier."""
        return totals(self.supplies.target, self.supplies.strength, self.supplies.size)

    @cached_property
    def _hits(self) -> tuple[Values, Values]:
        if not self.supplies.source.size:
            return np.zeros(self.supplies.size), np.zeros(self.supplies.size)
        return self.engine.hits(self.supplies)

    @property
    def hits_hub(self) -> Values:
        """Supplies those who buy from many good suppliers; sums to 1."""
        return self._hits[0]

    @property
    def hits_authority(self) -> Values:
        """Buys from those who supply many good buyers; sums to 1."""
        return self._hits[1]

    @cached_property
    def pagerank(self) -> Values:
        """How much of a flow that runs along the supplies ends with it; sums to 1."""
        return _among_linked(self.supplies, self.engine.pagerank)

    @cached_property
    def pagerank_reversed(self) -> Values:
        """How much of a flow that runs against the supplies ends with it: on whom buyers depend; sums to 1."""
        return _among_linked(self.supplies.reversed, self.engine.pagerank)

    @property
    def degree(self) -> Values:
        """How many partners it has, of whatever kind."""
        return self.ties.degree

    @cached_property
    def betweenness(self) -> Values:
        """The share of shortest paths between two others that lead through it, 0 to 1."""
        return self.engine.betweenness(self.ties, self.sources)

    @cached_property
    def _holes(self) -> tuple[Values, Values]:
        return self.engine.structural_holes(self.ties)

    @property
    def constraint(self) -> Values:
        """How much its partners are tied to each other; the less, the freer it is to broker."""
        return self._holes[0]

    @property
    def inverse_constraint(self) -> Values:
        """1 / constraint, so that more is better: of n partners who do not know each other it is n."""
        return np.divide(1, self.constraint, out=np.zeros(self.ties.size), where=self.constraint > 0)

    @property
    def effective_size(self) -> Values:
        """Its partners less the mean number of ties among them."""
        return self._holes[1]

    @cached_property
    def core(self) -> Values:
        """The greatest k such that it has k partners who all have k partners, and so on."""
        return self.engine.core(self.ties)

    @cached_property
    def community(self) -> Numbers:
        """Its community, numbered from the largest."""
        return communities(self.ties, self.seed)

    @cached_property
    def within_module_z(self) -> Values:
        """By how many standard deviations it has more ties within its community than the others there."""
        return self.engine.within_module(self.ties, self.community)

    @cached_property
    def participation(self) -> Values:
        """How evenly its ties spread over the communities, 0 to 1."""
        return self.engine.participation(self.ties, self.community)

    @cached_property
    def country_participation(self) -> Values:
        """How evenly its ties spread over countries, 0 to 1."""
        return self.engine.participation(self.ties, self.country)

    @cached_property
    def foreign_partners(self) -> Values:
        """How many of its partners are in another country than it is."""
        one, other = self.country[self.ties.one], self.country[self.ties.other]
        return self.ties.sums(((one != UNKNOWN) & (other != UNKNOWN) & (one != other)).astype(float))

    @cached_property
    def brokerage(self) -> Values:
        """How many open two-paths lead over it, one row for each of the five roles, the country being the group."""
        return self.engine.brokerage(self.flows, self.country)

    @property
    def cross_border_brokerage(self) -> Values:
        """How many open two-paths that cross a border lead over it."""
        return np.asarray(self.brokerage[[BROKERAGE.index(role) for role in CROSS_BORDER]].sum(axis=0))

    def named(self, name: str) -> Values:
        """The measure of this name."""
        return np.asarray(getattr(self, name))


def _among_linked(arcs: Arcs, measure: Callable[[Arcs], Values]) -> Values:
    """The measure in the network without the nodes that have no arc; 0 for these."""
    linked: Mask = np.zeros(arcs.size, dtype=bool)
    linked[arcs.source] = linked[arcs.target] = True
    if not linked.any():
        return np.zeros(arcs.size)
    number = linked.cumsum() - 1
    found = np.zeros(arcs.size)
    among = Arcs(int(linked.sum()), number[arcs.source], number[arcs.target], arcs.strength)
    found[linked] = measure(among)
    return found
