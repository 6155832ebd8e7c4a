"""A graph in the formats of other programs, piece by piece, so that it can be sent while it is made.

GraphML and GEXF are those of networkx; a property that is a list becomes one text, its items separated by `; `. The
table has a row for each edge: its ends by label, key and names, and every property that an edge can have.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import networkx as nx
import polars as pl

from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.schema import COMMON, EDGE_KINDS

_ENDS: Final = ("type", "source_label", "source", "source_name", "target_label", "target", "target_name")
_NUMBERS: Final = frozenset({"confidence", "points", "share", "value"})
_PROPERTIES: Final = tuple(
    dict.fromkeys(each.name for kind in EDGE_KINDS for each in (*kind.properties, *COMMON))
)
_ROWS: Final = 10_000


def _flat(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _node(node: Node) -> dict[str, Any]:
    told = {"label": node.label, "key": node.key, "placeholder": node.placeholder, "claims": node.claims}
    return {name: _flat(value) for name, value in (dict(node.properties) | told).items()}


def _edge(edge: Edge) -> dict[str, Any]:
    told = {"type": edge.type, "claims": edge.claims}
    return {name: _flat(value) for name, value in (dict(edge.properties) | told).items()}


def _network(graph: Graph) -> "nx.MultiDiGraph[str]":
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(f"{node.label}:{node.key}", **_node(node))
    for edge in graph.edges:
        network.add_edge(":".join(edge.source), ":".join(edge.target), **_edge(edge))
    return network


def _graphml(graph: Graph) -> Iterator[str]:
    return (f"{line}\n" for line in nx.generate_graphml(_network(graph), named_key_ids=True))


def _gexf(graph: Graph) -> Iterator[str]:
    network = _network(graph)
    for _, _, told in network.edges(data=True):
        told["kind_of_edge"] = told.pop("type")  # GEXF knows a type of its own: directed or not
    return (f"{line}\n" for line in nx.generate_gexf(network))


def _cytoscape(graph: Graph) -> Iterator[str]:
    """Cytoscape JSON: `elements` with `nodes` and `edges`, each with its `data`."""
    yield '{"data": {"name": "graphmodel"}, "directed": true, "multigraph": true, "elements": {"nodes": ['
    nodes = (
        _node(node)
        | {"id": f"{node.label}:{node.key}", "value": f"{node.label}:{node.key}", "name": node.name("ru")}
        for node in graph.nodes
    )
    yield from _listed(nodes)
    yield '], "edges": ['
    ends = ((":".join(edge.source), ":".join(edge.target), edge) for edge in graph.edges)
    yield from _listed(
        _edge(edge)
        | {"id": f"e{number}", "key": number, "source": source, "target": target, "interaction": edge.type}
        for number, (source, target, edge) in enumerate(ends)
    )
    yield "]}}\n"


def _listed(data: Iterable[dict[str, Any]]) -> Iterator[str]:
    for number, one in enumerate(data):
        yield (",\n" if number else "\n") + json.dumps({"data": one}, ensure_ascii=False)


def _rows(graph: Graph) -> Iterator[dict[str, Any]]:
    names = {(node.label, node.key): node.name("ru") for node in graph.nodes}
    for edge in graph.edges:
        ends = (edge.type, *edge.source, names[edge.source], *edge.target, names[edge.target])
        told = _edge(edge)
        yield dict(zip(_ENDS, ends, strict=True)) | {name: told.get(name) for name in _PROPERTIES}


def _csv(graph: Graph) -> Iterator[str]:
    """With the mark by which Excel knows UTF-8; a text that looks like a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.DictWriter(written, (*_ENDS, *_PROPERTIES))
    written.write("\ufeff")
    writer.writeheader()
    for row in _rows(graph):
        writer.writerow({name: _unlike_a_formula(value) for name, value in row.items()})
        yield written.getvalue()
        written.seek(0)
        written.truncate()
    yield written.getvalue()


def _unlike_a_formula(value: Any) -> Any:
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def _parquet(graph: Graph) -> Iterator[bytes]:
    kinds = {name: pl.Float64 if name in _NUMBERS else pl.String for name in (*_ENDS, *_PROPERTIES)}
    written = io.BytesIO()
    rows = [row | {"synthetic": str(bool(row["synthetic"])).lower()} for row in _rows(graph)]
    pl.DataFrame(rows, schema=kinds, strict=False).write_parquet(written, row_group_size=_ROWS)
    yield written.getvalue()


EXCHANGE: Final[dict[str, Callable[[Graph], Iterator[str | bytes]]]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "cytoscape": _cytoscape,
    "csv": _csv,
    "parquet": _parquet,
}
"""By the name of the format."""
