"""From the graph to networkx: who supplies whom (directed), and who works with whom at all (not directed)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import networkx as nx

from graphmodel.analysis.index import ENTERPRISE, Index, claims_of
from graphmodel.domain.graph import Edge, Graph

Scope: TypeAlias = frozenset[str]
LinkKind = Literal["supplies", "memorandum"]
_KINDS: dict[str, LinkKind] = {"SUPPLIES": "supplies", "MEMORANDUM": "memorandum"}


@dataclass(frozen=True)
class Link:
    """All that one kind of edge says of two enterprises.

    A `supplies` link runs from supplier to buyer and `strength` counts its products; a `memorandum` has no direction
    and its ends are in the order of their ids. `confidence` is that of its surest edge: edges of one pair often rest
    on one source, so they do not add up.
    """

    source: str
    target: str
    kind: LinkKind
    strength: int
    confidence: float
    claims: tuple[str, ...]


def links(graph: Graph, scope: Scope | None = None) -> tuple[Link, ...]:
    """The links between enterprises that have not ended, in the order of their ends.

    With a `scope`, those with at least one end in it: the enterprises of the scope and their direct partners.
    """
    pairs: defaultdict[tuple[str, str, LinkKind], list[Edge]] = defaultdict(list)
    for edge in Index(graph).live(*_KINDS):
        if _between_enterprises(edge) and _touches(edge, scope):
            pairs[_pair(edge)].append(edge)
    return tuple(_link(*pair, pairs[pair]) for pair in sorted(pairs))


def _between_enterprises(edge: Edge) -> bool:
    return edge.source[0] == edge.target[0] == ENTERPRISE and edge.source != edge.target


def _touches(edge: Edge, scope: Scope | None) -> bool:
    return scope is None or edge.source[1] in scope or edge.target[1] in scope


def _pair(edge: Edge) -> tuple[str, str, LinkKind]:
    kind, source, target = _KINDS[edge.type], edge.source[1], edge.target[1]
    if kind == "memorandum" and target < source:
        source, target = target, source
    return source, target, kind


def _link(source: str, target: str, kind: LinkKind, edges: list[Edge]) -> Link:
    confidence = max(float(edge.properties.get("confidence", 1.0)) for edge in edges)
    return Link(source, target, kind, len(edges), confidence, claims_of(*edges))


def supply_graph(found: Iterable[Link]) -> "nx.DiGraph[str]":
    """Supplier → buyer, with `strength`, `confidence` and `claims` on every edge; memoranda are left out."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for link in found:
        if link.kind == "supplies":
            graph.add_edge(
                link.source,
                link.target,
                strength=link.strength,
                confidence=link.confidence,
                claims=link.claims,
            )
    return graph


def cooperation_graph(found: Iterable[Link]) -> "nx.Graph[str]":
    """Who has a supply or a memorandum with whom, not directed and not weighted.

    Ownership is left out: a holding does not bring its own subsidiaries together, it is one party with them.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((link.source, link.target) for link in found)
    return graph
