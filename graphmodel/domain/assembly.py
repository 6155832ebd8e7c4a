"""From claims to the whole graph that they support together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphmodel.domain.claims import Claim
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.identity import members
from graphmodel.domain.projection import project
from graphmodel.domain.telling import Fact, FactKey


def assembled(claims: Iterable[Claim], stands: Mapping[str, str]) -> Graph:
    """The graph of these claims, the same as the store keeps of them.

    `stands` gives for each merged record the id that stands for it.
    """
    supported: dict[FactKey, list[Fact]] = defaultdict(list)
    for claim in claims:
        for fact in facts(claim, stands):
            supported[fact.key].append(fact)
    things = [project(found) for found in supported.values()]
    merged = members(stands)
    nodes = (_with_records(thing, merged) for thing in things if isinstance(thing, Node))
    return in_order(nodes, (thing for thing in things if isinstance(thing, Edge)))


def _with_records(node: Node, merged: Mapping[str, tuple[str, ...]]) -> Node:
    if node.label != "Enterprise" or node.key not in merged:
        return node
    properties = {**node.properties, "records": list(merged[node.key])}
    return node.model_copy(update={"properties": dict(sorted(properties.items()))})


def in_order(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """A graph in the order of its keys."""
    return Graph(
        nodes=tuple(sorted(nodes, key=lambda n: (n.label, n.key))),
        edges=tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target, e.claims))),
    )
