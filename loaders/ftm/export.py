"""From the graph to entities of FollowTheMoney.

An enterprise becomes a `Company`, a cluster an `Organization` with the classification `cluster`, OWNS an `Ownership`,
MEMBER_OF a `Membership`, SUPPLIES an `EconomicActivity` without the number of a customs declaration: of the model's
schemata that one alone has a sender, a receiver, and the goods with their HS code (`UnknownLink` has no goods, and
`ContractAward` belongs to public tenders). An enterprise that no source names is left out with its links, for readers
of FtM match by name. What the model has no property for stands in `description`, a label before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Final

from graphmodel.domain.classifications import hs_name, is_hs
from graphmodel.domain.dates import UNDATED
from graphmodel.domain.evidence import Evidence
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.telling import NodeKey
from loaders.ftm.entity import CLUSTER, OWN_DATASET, SYNTHETIC

_NAMES: Final = ("name_ru", "name_en", "name_uz")
_NUMBERS: Final = {
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "leiCode": "lei",
    "okpoCode": "okpo",
    "taxNumber": "stir",
}
_ENDS: Final = {
    "OWNS": ("Ownership", "owner", "asset"),
    "MEMBER_OF": ("Membership", "member", "organization"),
    "SUPPLIES": ("EconomicActivity", "sender", "receiver"),
}
_DATED: Final = frozenset({"since", "until"})
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""The dates that the model admits; other EDTF dates stand in the description."""
Properties = dict[str, list[Any]]


class _Around:
    """A graph by its nodes, and by the edges that leave each node."""

    def __init__(self, graph: Graph, evidence: Mapping[str, Evidence]) -> None:
        self.nodes = {(node.label, node.key): node for node in graph.nodes}
        self.edges = graph.edges
        self._leaving: dict[NodeKey, list[Edge]] = defaultdict(list)
        self._evidence = evidence
        for edge in graph.edges:
            self._leaving[edge.source].append(edge)

    def leaving(self, start: NodeKey, edge_type: str) -> list[Edge]:
        """The edges of one type that leave a node."""
        return [edge for edge in self._leaving[start] if edge.type == edge_type]

    def citation(self, claims: Iterable[str]) -> Properties:
        """The titles and addresses of the sources behind claims."""
        found = [self._evidence[claim] for claim in claims if claim in self._evidence]
        return {
            "publisher": sorted({one.title for one in found}),
            "sourceUrl": sorted({one.address for one in found if one.address}),
        }


def ftm_entities(graph: Graph, evidence: Mapping[str, Evidence]) -> Iterator[dict[str, Any]]:
    """Every named enterprise and cluster, then every link between them, each as the JSON object of an entity."""
    around = _Around(graph, evidence)
    told = {key for key, node in around.nodes.items() if key[0] in _THINGS and not node.placeholder}
    for node in graph.nodes:
        if (node.label, node.key) in told:
            schema, properties = _THINGS[node.label]
            yield _entity(node.key, schema, _name(node), properties(node, around))
    for edge in graph.edges:
        if edge.type in _ENDS and {edge.source, edge.target} <= told:
            yield _link(edge, around)


def _entity(key: str, schema: str, caption: str, properties: Properties) -> dict[str, Any]:
    given = {name: values for name, values in properties.items() if values}
    return {"id": key, "caption": caption, "schema": schema, "properties": given, "datasets": [OWN_DATASET]}


def _name(node: Node) -> str:
    return node.name("ru")


def _names(node: Node) -> Properties:
    names = [node.properties[name] for name in _NAMES if name in node.properties]
    return {
        "name": list(dict.fromkeys(names)) or [node.key],
        "alias": list(node.properties.get("aliases", ())),
    }


def _company(node: Node, around: _Around) -> Properties:
    key = (node.label, node.key)
    numbers = {ftm: [node.properties[own]] for ftm, own in _NUMBERS.items() if own in node.properties}
    place = _place(key, around)
    uzbek = "stir" in node.properties and "country" not in place
    return {
        **_names(node),
        **numbers,
        **place,
        "jurisdiction": ["uz"] if uzbek else [],
        "okvedCode": [edge.target[1] for edge in around.leaving(key, "CLASSIFIED_AS")],
        "status": _given(node.properties, "status"),
        "description": _described(node.properties),
        **around.citation(node.claims),
    }


def _cluster(node: Node, around: _Around) -> Properties:
    return {
        **_names(node),
        "classification": [CLUSTER],
        "description": _described(node.properties),
        **around.citation(node.claims),
    }


_THINGS: Final = {"Enterprise": ("Company", _company), "Cluster": ("Organization", _cluster)}


def _place(key: NodeKey, around: _Around) -> Properties:
    """The country by its code, and the region by its name, with the words of the source where they say more."""
    for edge in around.leaving(key, "LOCATED_IN"):
        label, code = edge.target
        region = around.nodes.get(edge.target) if label == "Region" else None
        words = [*([_name(region)] if region else []), *_given(edge.properties, "place")]
        return {"country": [code[:2].lower()], "address": [", ".join(dict.fromkeys(words))] if words else []}
    return {}


def _given(properties: Mapping[str, Any], name: str) -> list[Any]:
    return [properties[name]] if properties.get(name) else []


def _described(properties: Mapping[str, Any], *labels: str) -> list[str]:
    """What has no property in the model, and a mark on generated data."""
    known = {label: properties.get(label) for label in ("asserted", "confidence", *labels)}
    told = [f"{label}: {value}" for label, value in known.items() if value and value != UNDATED]
    return [*told, *([SYNTHETIC] if properties.get("synthetic") else [])]


def _link(edge: Edge, around: _Around) -> dict[str, Any]:
    schema, start, end = _ENDS[edge.type]
    parts = (edge.type, edge.source[1], edge.target[1], str(edge.properties.get("product", "")))
    key = blake2b("\x1f".join(parts).encode(), digest_size=20).hexdigest()
    ends = {start: [edge.source[1]], end: [edge.target[1]]}
    caption = " → ".join(_name(around.nodes[node]) for node in (edge.source, edge.target))
    own = _goods(edge, around) if edge.type == "SUPPLIES" else _interest(edge)
    return _entity(key, schema, caption, {**ends, **own, **around.citation(edge.claims)})


def _interest(edge: Edge) -> Properties:
    share = edge.properties.get("share")
    return {
        "percentage": [_plain(round(share * 100, 6))] if share is not None else [],
        "role": _given(edge.properties, "role"),
        "status": _given(edge.properties, "status"),
        "description": _described(edge.properties),
    }


def _goods(edge: Edge, around: _Around) -> Properties:
    product = around.nodes.get(("Product", edge.properties.get("product", "")))
    codes = list(product.properties.get("hs", ())) if product else []
    plain = {name: edge.properties[name] for name in _DATED if _DATE.fullmatch(edge.properties.get(name, ""))}
    return {
        "goodsDescription": _names(product)["name"] if product else [],
        "vedCode": codes,
        "vedCodeDescription": list(dict.fromkeys(hs_name(code) for code in codes if is_hs(code))),
        "startDate": [plain["since"]] if "since" in plain else [],
        "endDate": [plain["until"]] if "until" in plain else [],
        "invoiceAmount": _money(edge.properties),
        "description": _described(edge.properties, "status", "volume", *sorted(_DATED - plain.keys())),
    }


def _money(properties: Mapping[str, Any]) -> list[str]:
    if "value" not in properties:
        return []
    return [f"{_plain(properties['value'])} {properties.get('currency', '')}".strip()]


def _plain(number: float) -> str:
    """A number in digits alone, without an exponent and idle zeros."""
    return f"{Decimal(str(number)).normalize():f}"
