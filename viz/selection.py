"""What of a graph is drawn as a card, a line or a container.

Places are containers, not lines. The edge between the parties of an agreement stands for the agreement and its event,
so these are not drawn beside it. What an enterprise makes, and its industry, are facts of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from graphmodel.domain.graph import Edge, Graph, Node
from viz.scene import Words

NodeKey = tuple[str, str]
CARDS: Final = ("Enterprise", "Cluster", "Agreement", "Event", "Region", "Country")
LINES: Final = (
    "MEMORANDUM",
    "SUPPLIES",
    "MEMBER_OF",
    "OWNS",
    "SIGNED",
    "SIGNED_AT",
    "FOUNDS",
)
_PLACES: Final = ("Region", "Country")


def scene_id(key: NodeKey) -> str:
    """The id of a node within a scene."""
    return f"{key[0]}:{key[1]}"


@dataclass(frozen=True)
class Selection:
    """The drawn nodes and edges in a fixed order, and the whole graph by key and by edge type for the facts.

    `names` keeps what has been worded.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    known: dict[NodeKey, Node]
    leaving: dict[tuple[str, NodeKey], list[Edge]] = field(repr=False)
    entering: dict[tuple[str, NodeKey], list[Edge]] = field(repr=False)
    names: dict[NodeKey, Words] = field(default_factory=dict, repr=False)

    def located(self, key: NodeKey) -> Edge | None:
        """The edge that says where a node lies."""
        return next(iter(self.leaving.get(("LOCATED_IN", key), [])), None)

    def country_of(self, region: str) -> str | None:
        """The code of a region's country: by its edge, else by ISO 3166-2."""
        for edge in self.leaving.get(("PART_OF", ("Region", region)), []):
            return edge.target[1]
        country, dash, _ = region.partition("-")
        return country if dash and len(country) == 2 else None

    def place_of(self, key: NodeKey) -> tuple[str | None, str | None]:
        """The codes of the country and the region that a node stands in."""
        edge = self.located(key)
        label, code = key if key[0] in _PLACES else edge.target if edge else ("", "")
        if label == "Region":
            return self.country_of(code), code
        return (code, None) if label == "Country" else (None, None)


def _ends(edge: Edge) -> tuple[str, NodeKey, NodeKey]:
    return edge.type, edge.source, edge.target


def _ordered(edges: Iterable[Edge]) -> Iterator[Edge]:
    """By type and ends, those between the same two by what is said of them."""
    for _, same in groupby(sorted(edges, key=_ends), key=_ends):
        alike = list(same)
        yield from (
            sorted(alike, key=lambda edge: repr(sorted(edge.properties.items()))) if alike[1:] else alike
        )


def shown_by_pairs(edges: tuple[Edge, ...]) -> set[NodeKey]:
    """The agreements that an edge between their parties stands for, and the events where only such were signed."""
    pairs = [edge.properties for edge in edges if edge.type == "MEMORANDUM"]
    ids = {own for values in pairs for own in (values.get("agreement"), *values.get("agreements", ()))}
    agreements = {("Agreement", own) for own in ids if own}
    signed: dict[NodeKey, set[NodeKey]] = defaultdict(set)
    for edge in edges:
        if edge.type == "SIGNED_AT":
            signed[edge.target].add(edge.source)
    return agreements | {event for event, here in signed.items() if here <= agreements}


def select(graph: Graph) -> Selection:
    """What is drawn of `graph`, whatever the order of its nodes and edges."""
    ordered = tuple(_ordered(graph.edges))
    known = {(node.label, node.key): node for node in graph.nodes}
    cards = {key for key in known if key[0] in CARDS} - shown_by_pairs(ordered)
    lines = tuple(e for e in ordered if e.type in LINES and e.source in cards and e.target in cards)
    ends = {end for edge in lines for end in (edge.source, edge.target)}
    drawn = sorted(key for key in cards if key[0] not in _PLACES or key in ends)
    leaving: dict[tuple[str, NodeKey], list[Edge]] = defaultdict(list)
    entering: dict[tuple[str, NodeKey], list[Edge]] = defaultdict(list)
    for edge in ordered:
        leaving[edge.type, edge.source].append(edge)
        entering[edge.type, edge.target].append(edge)
    return Selection(tuple(known[key] for key in drawn), lines, known, dict(leaving), dict(entering))
