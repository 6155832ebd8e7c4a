"""From the graph to a network: who supplies whom (directed), and who works with whom at all (not directed)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeAlias, get_args

import numpy as np

from graphmodel.analysis.hubs.arrays import UNKNOWN, Arcs, Mask, Numbers, Ties, pairs
from graphmodel.analysis.index import ENTERPRISE, Index, Place, claims_of, planned
from graphmodel.analysis.results import Status
from graphmodel.domain.graph import Edge, Graph

Scope: TypeAlias = frozenset[str]
LinkKind = Literal["supplies", "memorandum", "ownership"]
KINDS: Final[dict[str, LinkKind]] = {
    "SUPPLIES": "supplies",
    "MEMORANDUM": "memorandum",
    "OWNS": "ownership",
}
COOPERATION: Final[frozenset[LinkKind]] = frozenset({"supplies", "memorandum"})
"""Ownership is no cooperation: a holding does not bring its own subsidiaries together, it is one party with them."""
STANDING: Final = frozenset[Status](get_args(Status))
"""The statuses of what has not ended."""
ANNOUNCED: Final = 0.5
"""Assumption: of what is only announced, half comes about."""


@dataclass(frozen=True)
class Link:
    """All that one kind of edge says of two enterprises.

    A `supplies` link runs from supplier to buyer and `strength` counts its products; the other kinds count both ways.
    The ends of a `memorandum` are in the order of their ids, `ownership` runs from the owner. `confidence` is that of
    its surest edge, that of an announced one halved: edges of one pair often rest on one source, so they do not add up.
    """

    source: str
    target: str
    kind: LinkKind
    strength: int
    confidence: float
    claims: tuple[str, ...]


def links(
    graph: Graph,
    scope: Scope | None = None,
    kinds: Collection[LinkKind] = COOPERATION,
    statuses: Collection[Status] = STANDING,
) -> tuple[Link, ...]:
    """The links of these kinds and statuses between enterprises, in the order of their ends; none that has ended.

    With a `scope`, those with at least one end in it: the enterprises of the scope and their direct partners. An edge
    without a status is taken.
    """
    found: defaultdict[tuple[str, str, LinkKind], list[Edge]] = defaultdict(list)
    for edge in Index(graph).live(*(name for name, kind in KINDS.items() if kind in kinds)):
        stands = edge.properties.get("status") in (None, *statuses)
        if stands and _between_enterprises(edge) and _touches(edge, scope):
            found[_pair(edge)].append(edge)
    return tuple(_link(*pair, found[pair]) for pair in sorted(found))


def _between_enterprises(edge: Edge) -> bool:
    return edge.source[0] == edge.target[0] == ENTERPRISE and edge.source != edge.target


def _touches(edge: Edge, scope: Scope | None) -> bool:
    return scope is None or edge.source[1] in scope or edge.target[1] in scope


def _pair(edge: Edge) -> tuple[str, str, LinkKind]:
    kind, source, target = KINDS[edge.type], edge.source[1], edge.target[1]
    if kind == "memorandum" and target < source:
        source, target = target, source
    return source, target, kind


def _link(source: str, target: str, kind: LinkKind, edges: list[Edge]) -> Link:
    return Link(source, target, kind, len(edges), max(map(_likely, edges)), claims_of(*edges))


def _likely(edge: Edge) -> float:
    return float(edge.properties.get("confidence", 1.0)) * (ANNOUNCED if planned(edge) else 1)


@dataclass(frozen=True)
class Network:
    """Links between enterprises, and the places of these where known. Nodes are numbered in the order of their ids."""

    links: tuple[Link, ...]
    places: dict[str, Place]

    @cached_property
    def enterprises(self) -> tuple[str, ...]:
        """All that have a link, in order."""
        return tuple(sorted({end for link in self.links for end in (link.source, link.target)}))

    @cached_property
    def country(self) -> Numbers:
        """The country of each as a number, -1 where it is not known."""
        codes = [place.country if (place := self.places.get(key)) else "" for key in self.enterprises]
        number = {code: place for place, code in enumerate(sorted({*codes} - {""}))}
        return np.array([number.get(code, UNKNOWN) for code in codes], dtype=np.int64)

    @cached_property
    def ends(self) -> tuple[Numbers, Numbers]:
        """Source and target of each link."""
        number = {key: place for place, key in enumerate(self.enterprises)}
        source = np.array([number[link.source] for link in self.links], dtype=np.int64)
        return source, np.array([number[link.target] for link in self.links], dtype=np.int64)

    @cached_property
    def directed(self) -> Mask:
        """Which of the links are supplies."""
        return np.array([link.kind == "supplies" for link in self.links], dtype=bool)

    @cached_property
    def supplies(self) -> Arcs:
        """Supplier → buyer, one arc for each supply link, in their order."""
        source, target = (ends[self.directed] for ends in self.ends)
        strength = [link.strength for link in self.links if link.kind == "supplies"]
        return Arcs(len(self.enterprises), source, target, np.array(strength, dtype=float))

    @cached_property
    def _flows(self) -> tuple[Arcs, Numbers]:
        """Supplies one way and all else both ways, with the place of the arc of each link and of each turned one."""
        source, target = self.ends
        turned = ~self.directed
        begins = np.concatenate([source, target[turned]])
        leads = np.concatenate([target, source[turned]])
        one, other, place = pairs(len(self.enterprises), begins, leads)
        return Arcs(len(self.enterprises), one, other, np.ones(one.size)), place

    @cached_property
    def _ties(self) -> tuple[Ties, Numbers]:
        """Who works with whom at all, with the place of the tie of each link."""
        source, target = self.ends
        low, high = np.minimum(source, target), np.maximum(source, target)
        one, other, place = pairs(len(self.enterprises), low, high)
        return Ties(len(self.enterprises), one, other), place

    def world(self, stays: Mask) -> tuple[Arcs, Arcs, Ties]:
        """Supplies, flows and ties as far as their links stay."""
        (flows, arc), (ties, tie) = self._flows, self._ties
        twice = np.concatenate([stays, stays[~self.directed]])
        return (
            self.supplies.only(stays[self.directed]),
            flows.only(_any(arc[twice], flows.source.size)),
            ties.only(_any(tie[stays], ties.one.size)),
        )


def _any(places: Numbers, size: int) -> Mask:
    found = np.zeros(size, dtype=bool)
    found[places] = True
    return found


def network(graph: Graph, found: tuple[Link, ...]) -> Network:
    """The network of these links of the graph."""
    return Network(found, dict(Index(graph).places))
