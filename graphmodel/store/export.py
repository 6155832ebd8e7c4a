"""The canonical export: the whole graph as sorted JSON lines, the same bytes for the same claims in any order.

The moments at which claims were written down and questions answered are bookkeeping and left out, and so are the marks
of what is still to be done.
"""

import json
from typing import Final

from graphmodel.domain.claims import CLAIM
from graphmodel.domain.identity import Decision
from graphmodel.store.connection import Connection, Row
from graphmodel.store.statements import MARKS

_NODES: Final = "MATCH (n) WHERE NOT n:Journal RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES: Final = """
MATCH (a)-[r]->(b)
RETURN type(r) AS type, properties(r) AS properties,
       labels(a) AS start_labels, coalesce(a.id, a.code) AS start,
       labels(b) AS end_labels, coalesce(b.id, b.code) AS end
"""


def canonical(connection: Connection) -> str:
    """Every node and edge of the graph, a JSON object a line, in sorted order."""
    lines = [_line(_node(row)) for row in connection.read(_NODES)]
    for edge in connection.read(_EDGES):
        sides = {name: _labels(edge[name]) for name in ("start_labels", "end_labels")}
        lines.append(_line(edge | sides))
    return "".join(sorted(lines))


def _node(row: Row) -> Row:
    properties = {name: value for name, value in row["properties"].items() if name != "recorded"}
    if "Claim" in row["labels"]:
        properties["body"] = CLAIM.validate_json(properties["body"]).content()
    if "Decision" in row["labels"]:
        decision = Decision.model_validate_json(properties["body"])
        properties["body"] = decision.model_dump(mode="json", exclude={"decided"})
    return {"labels": _labels(row["labels"]), "properties": properties}


def _labels(labels: list[str]) -> list[str]:
    return sorted(set(labels) - set(MARKS))


def _line(thing: Row) -> str:
    return json.dumps(thing, ensure_ascii=False, sort_keys=True) + "\n"
