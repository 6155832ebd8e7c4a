"""A graph by what the analyses ask of it: who makes, delivers and needs what, and where everybody is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graphmodel.domain.graph import Edge, Graph, Node

ENTERPRISE = "Enterprise"


@dataclass(frozen=True)
class Place:
    """Where an enterprise is, by ISO code."""

    region: str | None
    country: str
    edges: tuple[Edge, ...]


def _ended(thing: Node | Edge) -> bool:
    return thing.properties.get("status") == "ended"


def planned(thing: Node | Edge) -> bool:
    """Whether it is only announced."""
    return thing.properties.get("status") == "announced"


def claims_of(*things: Node | Edge) -> tuple[str, ...]:
    """The ids of all their claims, each once, in order."""
    return tuple(sorted({claim for thing in things for claim in thing.claims}))


def _place(edge: Edge) -> Place:
    """The end of a LOCATED_IN edge; an ISO 3166-2 code begins with the code of its country."""
    label, code = edge.target
    return Place(code if label == "Region" else None, code[:2], (edge,))


@dataclass(frozen=True)
class Index:
    """A graph, looked up. What has ended, and whatever an ended enterprise does, is left out."""

    graph: Graph

    @cached_property
    def nodes(self) -> Mapping[tuple[str, str], Node]:
        """Every node by label and key."""
        return {(node.label, node.key): node for node in self.graph.nodes}

    def enterprise(self, key: str) -> Node:
        """The enterprise of this id."""
        return self.nodes[ENTERPRISE, key]

    def product(self, key: str) -> Node:
        """The product of this code."""
        return self.nodes["Product", key]

    def live(self, *types: str) -> Iterator[Edge]:
        """The edges of these types that have not ended, and none of whose ends has."""
        for edge in self.graph.edges:
            ends = (self.nodes[edge.source], self.nodes[edge.target])
            if edge.type in types and not (_ended(edge) or any(map(_ended, ends))):
                yield edge

    @cached_property
    def supplies(self) -> tuple[Edge, ...]:
        """The supplies between two different enterprises."""
        return tuple(edge for edge in self.live("SUPPLIES") if edge.source != edge.target)

    @cached_property
    def purchases(self) -> Mapping[str, list[Edge]]:
        """Enterprise → the supplies to it."""
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in self.supplies:
            found[edge.target[1]].append(edge)
        return found

    @cached_property
    def makers(self) -> Mapping[str, Mapping[str, Edge]]:
        """Product → enterprise that makes it → the edge that says so."""
        found: defaultdict[str, dict[str, Edge]] = defaultdict(dict)
        for edge in self.live("PRODUCES"):
            found[edge.target[1]][edge.source[1]] = edge
        return found

    @cached_property
    def sources(self) -> Mapping[str, Mapping[str, Edge]]:
        """Product → enterprise that makes or delivers it → the edge that says so, making before delivering."""
        found = defaultdict(dict, {product: dict(makers) for product, makers in self.makers.items()})
        for edge in self.supplies:
            if product := edge.properties.get("product"):
                found[product].setdefault(edge.source[1], edge)
        return found

    @cached_property
    def valued(self) -> Mapping[str, Mapping[str, list[Edge]]]:
        """Enterprise → currency → its supplies whose value is stated in it."""
        found: defaultdict[str, defaultdict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
        for edge in self.supplies:
            if edge.properties.get("value") and edge.properties.get("currency"):
                found[edge.source[1]][edge.properties["currency"]].append(edge)
        return found

    @cached_property
    def recipes(self) -> Mapping[str, list[Edge]]:
        """Product → what it requires."""
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in self.live("REQUIRES"):
            found[edge.source[1]].append(edge)
        return found

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Enterprise → where it is; who is nowhere is not in it."""
        located = (edge for edge in self.graph.edges if edge.type == "LOCATED_IN")
        return {edge.source[1]: _place(edge) for edge in located if edge.source[0] == ENTERPRISE}

    def country(self, enterprise: str) -> str | None:
        """The ISO 3166-1 code of the country that the enterprise is in, where known."""
        place = self.places.get(enterprise)
        return place.country if place else None
