"""The canonical export: the whole graph as sorted JSON lines, the same bytes for the same claims in any order.

`recorded`, the moment at which a claim was written down, is bookkeeping and left out.
"""

import json
from typing import Final

from graphmodel.domain.claims import CLAIM
from graphmodel.store.connection import Connection

_NODES: Final = "MATCH (n) WHERE NOT n:Journal RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES: Final = """
MATCH (a)-[r]->(b)
RETURN type(r) AS type, properties(r) AS properties,
       labels(a) AS start_labels, coalesce(a.id, a.code) AS start,
       labels(b) AS end_labels, coalesce(b.id, b.code) AS end
"""


def canonical(connection: Connection) -> str:
    """Every node and edge of the graph, a JSON object a line, in sorted order."""
    lines = []
    for node in connection.read(_NODES):
        properties = {name: value for name, value in node["properties"].items() if name != "recorded"}
        if "body" in properties:
            properties["body"] = CLAIM.validate_json(properties["body"]).content()
        lines.append(_line({"labels": sorted(node["labels"]), "properties": properties}))
    for edge in connection.read(_EDGES):
        sides = {name: sorted(edge[name]) for name in ("start_labels", "end_labels")}
        lines.append(_line(edge | sides))
    return "".join(sorted(lines))


def _line(thing: dict[str, object]) -> str:
    return json.dumps(thing, ensure_ascii=False, sort_keys=True) + "\n"
