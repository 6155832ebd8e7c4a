"""Small graphs in a few words, for the tests of the analyses: every node and edge has a claim of its own."""

from dataclasses import dataclass, field
from typing import Any, Self

import networkx as nx

from graphmodel.domain.graph import Edge, Graph, Node

CLUSTER = "c"


@dataclass
class Sketch:
    """Enterprises are made when an edge first names them; country and region codes when a place does."""

    nodes: dict[tuple[str, str], Node] = field(default_factory=lambda: {})
    edges: list[Edge] = field(default_factory=lambda: [])

    def node(self, label: str, key: str, placeholder: bool = False, **properties: Any) -> tuple[str, str]:
        """A node; naming it again with properties replaces it."""
        if (label, key) not in self.nodes or properties or placeholder:
            self.nodes[label, key] = Node(
                label=label,
                key=key,
                placeholder=placeholder,
                properties={"name_en": key, "name_ru": key} | properties,
                claims=(f"n-{label}-{key}",),
            )
        return label, key

    def edge(self, kind: str, source: tuple[str, str], target: tuple[str, str], **properties: Any) -> Self:
        """An edge, surely known unless told otherwise."""
        known = {"confidence": 1.0, "status": "active"} | properties
        ident = (
            f"{kind}-{source[1]}-{target[1]}-{properties.get('product') or properties.get('condition', '')}"
        )
        self.edges.append(
            Edge(type=kind, source=source, target=target, properties=known, claims=(f"e-{ident}",))
        )
        return self

    def supply(self, supplier: str, buyer: str, product: str | None = None, **properties: Any) -> Self:
        """One supply; its product becomes a node."""
        if product:
            properties["product"] = self.node("Product", product)[1]
        ends = self.node("Enterprise", supplier), self.node("Enterprise", buyer)
        return self.edge("SUPPLIES", *ends, **properties)

    def memorandum(self, one: str, other: str, **properties: Any) -> Self:
        """A memorandum between two enterprises."""
        ends = self.node("Enterprise", one), self.node("Enterprise", other)
        return self.edge("MEMORANDUM", *ends, **({"status": "signed"} | properties))

    def makes(self, enterprise: str, product: str, **properties: Any) -> Self:
        """Someone makes something."""
        ends = self.node("Enterprise", enterprise), self.node("Product", product)
        return self.edge("PRODUCES", *ends, **properties)

    def needs(self, product: str, needed: str, points: float | None = 1.0, **properties: Any) -> Self:
        """One line of a recipe."""
        weight = {} if points is None else {"points": points}
        ends = self.node("Product", product), self.node("Product", needed)
        return self.edge("REQUIRES", *ends, **(weight | {"necessity": "required"} | properties))

    def member(self, *enterprises: str, **properties: Any) -> Self:
        """They belong to the cluster."""
        for enterprise in enterprises:
            ends = self.node("Enterprise", enterprise), self.node("Cluster", CLUSTER)
            self.edge("MEMBER_OF", *ends, **properties)
        return self

    def place(self, enterprise: str, region: str) -> Self:
        """Where it is, by a region code such as `RU-KDA` or a country code."""
        country = self.node("Country", region[:2])
        if region == country[1]:
            return self.edge("LOCATED_IN", self.node("Enterprise", enterprise), country)
        here = self.node("Region", region)
        if not any(edge.type == "PART_OF" and edge.source == here for edge in self.edges):
            self.edge("PART_OF", here, country)
        return self.edge("LOCATED_IN", self.node("Enterprise", enterprise), here)

    def graph(self) -> Graph:
        """The graph, in the order of its keys."""
        return Graph(
            nodes=tuple(self.nodes[key] for key in sorted(self.nodes)),
            edges=tuple(sorted(self.edges, key=lambda e: (e.type, e.source, e.target, e.claims))),
        )


def as_network(graph: "nx.Graph[Any]") -> Graph:
    """A domain graph whose supplies are the edges of a networkx graph."""
    sketch = Sketch()
    for source, target in graph.edges:
        sketch.supply(str(source), str(target))
    return sketch.graph()
