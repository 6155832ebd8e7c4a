"""The part of a graph that a view is about: a chain, gaps, agreements, what changed, an answer."""

from collections.abc import Iterable, Mapping, Set
from typing import Any, Final

from graphmodel.analysis import Gaps
from graphmodel.domain.graph import Edge, Graph, Node

NodeKey = tuple[str, str]
_PLACES: Final = ("LOCATED_IN", "PART_OF")
_ABOUT: Final = (*_PLACES, "PRODUCES", "CLASSIFIED_AS")
_AGREED: Final = ("MEMORANDUM", "SIGNED", "SIGNED_AT", "FOUNDS")
_DEEPEST: Final = 4
CANDIDATES: Final = 3


def chain(graph: Graph, product: str) -> Graph:
    """Who supplies the makers of a product, up to four links back, and who buys it."""
    supplies = [edge for edge in graph.edges if edge.type == "SUPPLIES"]
    sold = [edge for edge in supplies if edge.properties.get("product") == product]
    makers = {e.source for e in graph.edges if e.type == "PRODUCES" and e.target == ("Product", product)}
    makers |= {edge.source for edge in sold}
    kept, border = [*sold], makers
    for _ in range(_DEEPEST):
        upstream = [edge for edge in supplies if edge.target in border and edge not in kept]
        kept += upstream
        border = {edge.source for edge in upstream}
    return _around(graph, kept, makers)


def agreements(graph: Graph) -> Graph:
    """The agreements with their parties, events and clusters."""
    return _around(graph, [edge for edge in graph.edges if edge.type in _AGREED], set())


def about_gaps(graph: Graph, gaps: Gaps) -> Graph:
    """The makers that lack something, those who deliver it to them, and the best candidates."""
    named = [
        one.id
        for gap in gaps.rows
        if gap.kind != "ok"
        for one in (*gap.makers, *gap.suppliers, *(c.enterprise for c in gap.candidates[:CANDIDATES]))
    ]
    chosen = {("Enterprise", key) for key in named}
    among = [e for e in graph.edges if e.type == "SUPPLIES" and e.source in chosen and e.target in chosen]
    return _around(graph, among, chosen)


def answered(graph: Graph, rows: Iterable[Mapping[str, Any]]) -> Graph:
    """What the rows of an answer name by id or code, with the edges whose claims they cite.

    Where they cite no edge among these, all edges among them.
    """
    values = [value for row in rows for given in row.values() for value in _listed(given)]
    told = set(values)
    chosen = {(node.label, node.key) for node in graph.nodes if node.key in told}
    among = [e for e in graph.edges if e.source in chosen and e.target in chosen and e.type not in _ABOUT]
    cited = [edge for edge in among if told & set(edge.claims)]
    return _around(graph, cited or among, chosen)


def _listed(value: Any) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return [one for one in values if isinstance(one, str)]


def _around(graph: Graph, edges: Iterable[Edge], nodes: Set[NodeKey]) -> Graph:
    """These edges and nodes, with their places, products and the agreements that pairs stand for."""
    kept = list(edges)
    ends = {end for edge in kept for end in (edge.source, edge.target)} | nodes
    about = [edge for edge in graph.edges if edge.type in _ABOUT and edge.source in ends]
    ends |= {edge.target for edge in about}
    about += [
        edge for edge in graph.edges if edge.type == "PART_OF" and edge.source in ends and edge not in about
    ]
    ends |= {edge.target for edge in about}
    return Graph(
        nodes=tuple(node for node in graph.nodes if (node.label, node.key) in ends or _is_meant(node, kept)),
        edges=(*kept, *about),
    )


def _is_meant(node: Node, edges: Iterable[Edge]) -> bool:
    """Whether one of the edges is about this product or stands for this agreement."""
    if node.label not in ("Product", "Agreement"):
        return False
    return any(
        node.key in (edge.properties.get("product"), edge.properties.get("agreement"))
        or node.key in edge.properties.get("agreements", ())
        for edge in edges
    )


def changed(before: Graph, after: Graph) -> Graph:
    """Both graphs in one; the status of an edge says whether it is new, gone, changed or kept."""
    old, new = _by_name(before), _by_name(after)
    edges = [
        _marked(edge, old.get(name), new.get(name))
        for name, edge in sorted((old | new).items(), key=lambda item: item[0])
    ]
    nodes = {(node.label, node.key): node for node in (*before.nodes, *after.nodes)}
    return Graph(nodes=tuple(nodes[key] for key in sorted(nodes)), edges=tuple(edges))


def _by_name(graph: Graph) -> dict[tuple[str, ...], Edge]:
    found: dict[tuple[str, ...], Edge] = {}
    for edge in graph.edges:
        about = str(edge.properties.get("product", ""))
        found[edge.type, *edge.source, *edge.target, about] = edge
    return found


def _marked(edge: Edge, old: Edge | None, new: Edge | None) -> Edge:
    if edge.type in _ABOUT:
        return edge
    mark = "gone" if new is None else "new" if old is None else "kept"
    if old and new and old.properties.get("status") != new.properties.get("status"):
        mark = "changed"
    return edge.model_copy(update={"properties": {**edge.properties, "status": mark}})
