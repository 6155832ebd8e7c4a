"""The Cypher of the store, made from the schema. Labels and types come from the schema alone, values are parameters."""

from typing import Final

from graphmodel.domain.schema import EDGES, ENTITIES, NODE_KINDS, NODES, EdgeKind

LOOK_UP_NUMBERS: Final = ("inn", "ogrn", "stir", "lei")
QUALIFIERS: Final = {"SUPPLIES": "product", "REQUIRES": "condition"}
"""The property by which several edges of one type between one pair are told apart."""

_CONSTRAINED: Final = {kind.label: kind.key for kind in NODE_KINDS} | {"Journal": "id"}
_INDEXED: Final = {
    **{f"enterprise_{number}": f"(n:Enterprise) ON (n.{number})" for number in LOOK_UP_NUMBERS},
    **{f"claim_{name}": f"(n:Claim) ON (n.{name})" for name in ("source", "kind", "about")},
    "supplies_product": "()-[n:SUPPLIES]-() ON (n.product)",
}
PREPARE: Final = {
    **{
        f"{label.lower()}_{key}": f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS"
        f" FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
        for label, key in _CONSTRAINED.items()
    },
    **{name: f"CREATE INDEX {name} IF NOT EXISTS FOR {target}" for name, target in _INDEXED.items()},
    "enterprise_search": "CREATE FULLTEXT INDEX enterprise_search IF NOT EXISTS"
    " FOR (n:Enterprise) ON EACH [n.search]",
}
"""Constraints and indexes by name; each constraint has an index of its name."""
ONLINE_INDEXES: Final = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"
AWAIT_INDEXES: Final = "CALL db.awaitIndexes(60)"

ENTITY: Final = " OR ".join(f"n:{label}" for label in ENTITIES)

STAGE_SOURCES: Final = "UNWIND $rows AS row MERGE (s:Source {id: row.id}) ON CREATE SET s = row"
DESCRIBE_SOURCES: Final = "UNWIND $rows AS row MATCH (s:Source {id: row.id}) SET s = row"
STAGE_CLAIMS: Final = """
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
MERGE (c:Claim {id: row.id}) ON CREATE SET c:Pending, c += row
MERGE (c)-[:FROM]->(s)
"""
LINK_CLAIMS: Final = {
    label: f"""
UNWIND $rows AS row
MATCH (c:Claim {{id: row.claim}})
MATCH (n:{label} {{{NODES[label].key}: row.key}})
MERGE (c)-[:ABOUT]->(n)
"""
    for label in ENTITIES
}
PENDING: Final = "MATCH (c:Pending) RETURN c.body AS body"
SETTLE: Final = "MATCH (c:Pending) WITH c LIMIT $batch REMOVE c:Pending"
DROP_PENDING: Final = "MATCH (c:Pending) WITH c LIMIT $batch DETACH DELETE c"
DROP_IDLE_SOURCES: Final = "MATCH (s:Source) WHERE NOT (s)<-[:FROM]-(:Claim) DELETE s"
MARK_SOURCE: Final = """
MATCH (c:Claim {source: $source}) WHERE NOT c:Pending
WITH c LIMIT $batch
SET c:Pending
"""

KNOWN_CLAIMS: Final = "MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id"
KNOWN_SOURCES: Final = "MATCH (s:Source) WHERE s.id IN $ids RETURN s{.*} AS source"
SUPPORT_OF_NODES: Final = {
    label: f"""
UNWIND $keys AS key
MATCH (n:{label} {{{NODES[label].key}: key}})<-[:ABOUT]-(c:Claim)
RETURN DISTINCT c.id AS id, c.body AS body
"""
    for label in ENTITIES
}

SET_NODES: Final = {
    label: f"""
UNWIND $rows AS row
MERGE (n:{label} {{{NODES[label].key}: row.key}})
SET n = row.properties
FOREACH (_ IN CASE WHEN row.placeholder THEN [1] ELSE [] END | SET n:Placeholder)
FOREACH (_ IN CASE WHEN row.placeholder THEN [] ELSE [1] END | REMOVE n:Placeholder)
"""
    for label in ENTITIES
}
DROP_NODES: Final = {
    label: f"UNWIND $keys AS key MATCH (n:{label} {{{NODES[label].key}: key}}) DETACH DELETE n"
    for label in ENTITIES
}


def drop_edges(kind: EdgeKind, start: str, end: str | None) -> str:
    """Removes the edges of `$rows` (start, end, qualifier), so that they can be set anew."""
    target = "()" if end is None else f"(:{end} {{{NODES[end].key}: row.end}})"
    told_apart = (
        f" WHERE coalesce(r.{QUALIFIERS[kind.type]}, '') = row.qualifier" if kind.type in QUALIFIERS else ""
    )
    return f"""
UNWIND $rows AS row
MATCH (:{start} {{{NODES[start].key}: row.start}})-[r:{kind.type}]->{target}{told_apart}
DELETE r
"""


def set_edges(kind: EdgeKind, start: str, end: str) -> str:
    """Creates the edges of `$rows` (start, end, properties)."""
    return f"""
UNWIND $rows AS row
MATCH (a:{start} {{{NODES[start].key}: row.start}})
MATCH (b:{end} {{{NODES[end].key}: row.end}})
CREATE (a)-[r:{kind.type}]->(b) SET r = row.properties
"""


ALL_NODES: Final = f"""
MATCH (n) WHERE {ENTITY}
RETURN [l IN labels(n) WHERE l <> 'Placeholder'][0] AS label, n:Placeholder AS placeholder, properties(n) AS p
"""
ALL_EDGES: Final = f"""
MATCH (n)-[r:{"|".join(EDGES)}]->(m)
RETURN type(r) AS type, properties(r) AS p,
       [l IN labels(n) WHERE l <> 'Placeholder'][0] AS start_label, coalesce(n.id, n.code) AS start,
       [l IN labels(m) WHERE l <> 'Placeholder'][0] AS end_label, coalesce(m.id, m.code) AS end
"""
