"""The one seam to the libraries that count: networkx as the reference, compiled code where a network is large.

Both engines have the same functions and give the same numbers (a test holds them to 1e-9). What is measured, and how to
read it, says docs/measures.
"""

from typing import Final, Protocol

from graphmodel.analysis.hubs.arrays import Arcs, Numbers, Ties, Values
from graphmodel.analysis.hubs.engines import compiled, reference
from graphmodel.analysis.hubs.engines.leiden import communities

SMALL: Final = 200
"""Links up to which networkx is quick enough."""


class Engine(Protocol):
    """What both engines can do. Every answer has a value for each node, in order."""

    def pagerank(self, arcs: Arcs) -> Values:
        """Page and others 1999, damping 0.85, weighted by strength; sums to 1."""
        ...

    def hits(self, arcs: Arcs) -> tuple[Values, Values]:
        """Hub and authority scores (Kleinberg 1999), weighted by strength; each sums to 1. There is an arc."""
        ...

    def betweenness(self, ties: Ties, sources: Numbers | None = None) -> Values:
        """Freeman 1977, from 0 to 1; estimated from paths that begin at `sources` where these are given."""
        ...

    def core(self, ties: Ties) -> Values:
        """The greatest k such that it belongs to the k-core (Seidman 1983)."""
        ...

    def structural_holes(self, ties: Ties) -> tuple[Values, Values]:
        """Constraint and effective size (Burt 1992); 0 for a node without ties."""
        ...

    def within_module(self, ties: Ties, module: Numbers) -> Values:
        """The z of its ties within its module (Guimerà and Amaral 2005); 0 where all there have equally many."""
        ...

    def participation(self, ties: Ties, group: Numbers) -> Values:
        """How evenly its ties spread over the groups (Guimerà and Amaral 2005), 0 to 1; partners of unknown group count
        for nothing."""
        ...

    def brokerage(self, arcs: Arcs, group: Numbers) -> Values:
        """Open two-paths over each node by role, one row for each of `BROKERAGE` (Gould and Fernandez 1989).

        A path with a node of unknown group is not counted.
        """
        ...


def engine(links: int) -> Engine:
    """The one for a network with so many links."""
    return reference if links <= SMALL else compiled


__all__ = ["Engine", "communities", "compiled", "engine", "reference"]
