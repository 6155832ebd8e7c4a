"""Who is linked with an enterprise in a graph, near and farther: the look-up of the store on a graph of any day."""

from collections import defaultdict
from typing import Any, Final

from graphmodel.analysis.index import ENTERPRISE
from graphmodel.domain.graph import NAMES, Edge, Graph, Node
from graphmodel.domain.schema import COMMON, EDGES
from graphmodel.domain.telling import NodeKey
from graphmodel.store import Wanted
from graphmodel.store.reading.links import RANKS

Row = dict[str, Any]
_ROLES: Final = {"SUPPLIES": ("supplier", "buyer"), "OWNS": ("owner", "owned")}
_LINKS: Final = ("SUPPLIES", "MEMORANDUM", "OWNS")
_PROPERTIES: Final = tuple(
    each.name for kind in _LINKS for each in (*EDGES[kind].properties, *COMMON) if each.name != "claims"
)
_NAMES: Final = NAMES["ru"]


def relation(kind: str, outward: bool) -> str:
    """What the other end of a link is to an enterprise, from which the link leads `outward` or to which it leads."""
    return _ROLES.get(kind, ("agreement", "agreement"))[outward]


class _Links:
    """The links of a graph that are wanted, by their ends."""

    def __init__(self, graph: Graph, wanted: Wanted) -> None:
        self.nodes = {(node.label, node.key): node for node in graph.nodes}
        self.places = {edge.source: edge.target[1] for edge in graph.edges if edge.type == "LOCATED_IN"}
        self._wanted = wanted
        self._at: dict[NodeKey, list[tuple[str, NodeKey, Edge]]] = defaultdict(list)
        for edge in graph.edges:
            if edge.type in _LINKS and self._counts(edge):
                self._at[edge.source].append((relation(edge.type, True), edge.target, edge))
                self._at[edge.target].append((relation(edge.type, False), edge.source, edge))

    def of(self, node: NodeKey) -> list[Row]:
        """The steps from a node, in the order of relations, names, keys and products."""
        steps = [
            self._step(relation, other, edge)
            for relation, other, edge in self._at[node]
            if relation in self._wanted.relations
        ]
        return sorted(steps, key=lambda step: step["place"])

    def placed(self, node: NodeKey) -> bool:
        """Whether a partner lies where it is to lie."""
        code = self.places.get(node, "") if node[0] == ENTERPRISE else node[1]
        country, region = self._wanted.country, self._wanted.region
        return (not region or code == region) and (not country or code[:2] == country)

    def _counts(self, edge: Edge) -> bool:
        told, wanted = edge.properties, self._wanted
        return (
            (wanted.product is None or told.get("product") == wanted.product)
            and (not wanted.statuses or told.get("status") in wanted.statuses)
            and told.get("confidence", 0) >= wanted.min_confidence
        )

    def _step(self, relation: str, other: NodeKey, edge: Edge) -> Row:
        node = self.nodes[other]
        name = next((node.properties[one] for one in _NAMES if node.properties.get(one)), "")
        return {
            "relation": relation,
            "partner": _party(node),
            "edge": _told(edge),
            "claims": edge.claims,
            "node": other,
            "place": [RANKS.index(relation), name, node.key, edge.properties.get("product", "")],
        }


def partners(graph: Graph, enterprise: str, wanted: Wanted, hops: int) -> list[Row] | None:
    """The rows of `store.Looker.partners` (one hop) or `farther` (several) without evidence, all of them.

    None where the graph has no such enterprise.
    """
    start, links = (ENTERPRISE, enterprise), _Links(graph, wanted)
    if start not in links.nodes:
        return None
    if hops == 1:
        return [step | {"hops": 1, "path": []} for step in links.of(start) if links.placed(step["node"])]
    return [row for row in _farther(links, start, hops) if links.placed(row["node"])]


def _farther(links: _Links, start: NodeKey, hops: int) -> list[Row]:
    """Everyone so near, ring by ring, each by the first shortest way."""
    ways: dict[NodeKey, list[Row]] = {start: []}
    rows: list[Row] = []
    ring = [start]
    for distance in range(1, hops + 1):
        near: dict[NodeKey, list[Row]] = {}
        for before in sorted(ring, key=lambda node: node[1]):
            for step in links.of(before):
                if step["node"] not in ways:
                    near.setdefault(step["node"], [*ways[before], step])
        rows += sorted((_row(way, distance) for way in near.values()), key=lambda row: row["place"][1:3])
        ways |= near
        ring = list(near)
    return rows


def _row(way: list[Row], hops: int) -> Row:
    claims = sorted({claim for step in way for claim in step["claims"]})
    return way[-1] | {"hops": hops, "path": way, "claims": claims}


def _party(node: Node) -> Row:
    return {
        **{name: node.properties.get(name) for name in _NAMES},
        "id": node.key,
        "kind": node.label.lower(),
        "placeholder": node.placeholder,
        "synthetic": node.properties.get("synthetic", False),
    }


def _told(edge: Edge) -> Row:
    """An edge with every property that one of its kin may have."""
    blank: Row = dict.fromkeys(_PROPERTIES)
    lists = {
        "agreements": list(edge.properties.get("agreements", ())),
        "synthetic": edge.properties.get("synthetic", False),
    }
    ends = {"type": edge.type, "start": edge.source[1], "end": edge.target[1]}
    return blank | dict(edge.properties) | lists | ends
