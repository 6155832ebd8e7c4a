"""The Cypher of the store, made from the schema. Labels and types come from the schema alone, values are parameters."""

from typing import Final

from graphmodel.domain.schema import EDGES, ENTITIES, NODE_KINDS, NODES, EdgeKind

LOOK_UP_NUMBERS: Final = ("inn", "ogrn", "okpo", "stir", "lei")
MARKS: Final = ("Stale", "Moved", "Fresh", "Pending", "Leaving")
"""Labels that say what is still to be done: project anew, link anew, compare with others, link, take out."""
UNFINISHED: Final = tuple(mark for mark in MARKS if mark != "Fresh")
"""Those that a load takes away before it ends."""

_CONSTRAINED: Final = {kind.label: kind.key for kind in NODE_KINDS} | {"Journal": "id", "Decision": "id"}
_INDEXED: Final = {
    **{f"enterprise_{number}": f"(n:Enterprise) ON (n.{number})" for number in LOOK_UP_NUMBERS},
    **{
        f"claim_{name}": f"(n:Claim) ON (n.{name})"
        for name in ("source", "kind", "status", "about", "asserted")
    },
    "supplies_product": "()-[n:SUPPLIES]-() ON (n.product)",
}
CONSTRAINTS: Final = {
    f"{label.lower()}_{key}": f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS"
    f" FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
    for label, key in _CONSTRAINED.items()
}
PREPARE: Final = {
    **CONSTRAINTS,
    **{name: f"CREATE INDEX {name} IF NOT EXISTS FOR {target}" for name, target in _INDEXED.items()},
    "enterprise_search": "CREATE FULLTEXT INDEX enterprise_search IF NOT EXISTS"
    " FOR (n:Enterprise) ON EACH [n.search]",
    "enterprise_sound": "CREATE FULLTEXT INDEX enterprise_sound IF NOT EXISTS"
    " FOR (n:Enterprise) ON EACH [n.sound]",
    "enterprise_initials": "CREATE FULLTEXT INDEX enterprise_initials IF NOT EXISTS"
    " FOR (n:Enterprise) ON EACH [n.initials]",
}
"""Constraints and indexes by name; each constraint has an index of its name."""
ONLINE_INDEXES: Final = """
SHOW INDEXES YIELD name, state, owningConstraint WHERE state = 'ONLINE'
RETURN name, owningConstraint AS constraint
"""
ORPHANS: Final = "SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL RETURN name"
"""A server that is killed while it makes a constraint can keep the index of it without the constraint."""
DROP_ORPHAN: Final = {name: f"DROP INDEX {name} IF EXISTS" for name in CONSTRAINTS}
AWAIT_INDEXES: Final = "CALL db.awaitIndexes(60)"


def target(label: str, key: str) -> str:
    """How the property `to` of a claim that is not linked yet names a node that it will be about."""
    return f"{label} {key}"


def label_of(node: str) -> str:
    """The expression for the label by which the schema knows a node."""
    return f"[l IN labels({node}) WHERE l IN {list(NODES)}][0]"


ENTITY: Final = " OR ".join(f"n:{label}" for label in ENTITIES)

STAGE_SOURCES: Final = "UNWIND $rows AS row MERGE (s:Source {id: row.id}) ON CREATE SET s = row"
DESCRIBE_SOURCES: Final = "UNWIND $rows AS row MATCH (s:Source {id: row.id}) SET s = row"
STAGE_CLAIMS: Final = """
UNWIND $rows AS row
MATCH (s:Source {id: row.source})
CREATE (c:Claim:Pending)-[:FROM]->(s) SET c = row
"""
"""Claims that are not to be seen yet; each says in `to` which nodes it will be about."""
STAGED: Final = "MATCH (c:Pending) WHERE c.id > $after RETURN c.id AS id ORDER BY id LIMIT $batch"
DROP_CLAIMS: Final = "UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c:Pending DETACH DELETE c"
DROP_STAGED: Final = "MATCH (c:Pending) WITH c LIMIT $batch DETACH DELETE c"
KEEP_LEAVING: Final = "MATCH (c:Leaving) WITH c LIMIT $batch REMOVE c:Leaving"
DROP_IDLE_SOURCES: Final = "MATCH (s:Source) WHERE NOT (s)<-[:FROM]-(:Claim) DELETE s"

CLAIMS_OF_SOURCE: Final = """
MATCH (c:Claim {source: $source}) WHERE NOT c:Pending AND c.id > $after
RETURN c.id AS id ORDER BY id LIMIT $batch
"""
COUNT_OF_SOURCES: Final = """
UNWIND $sources AS source
MATCH (c:Claim {source: source}) WHERE NOT c:Pending
RETURN source, count(c) AS claims
"""
MARK_LEAVING: Final = "UNWIND $ids AS id MATCH (c:Claim {id: id}) SET c:Leaving"
TAKE_OUT: Final = """
MATCH (c:Leaving) WITH c LIMIT $batch
OPTIONAL MATCH (c)-[:ABOUT]->(n) SET n:Stale
WITH DISTINCT c DETACH DELETE c
"""


def _link_to(label: str) -> str:
    """Links `claims` to the node that `target` names, where it is of this label."""
    begin = target(label, "")
    return f"""
    FOREACH (key IN CASE WHEN target STARTS WITH '{begin}' THEN [substring(target, {len(begin)})] ELSE [] END |
        MERGE (n:{label} {{{NODES[label].key}: key}}) SET n:Stale
        FOREACH (c IN claims | CREATE (c)-[:ABOUT]->(n)))"""


LINK: Final = f"""
MATCH (c:Pending) WITH c LIMIT $batch
WITH collect(c) AS batch
CALL {{
    WITH batch
    UNWIND batch AS c
    UNWIND c.to AS target
    WITH target, collect(c) AS claims
{"".join(map(_link_to, ENTITIES))}
}}
FOREACH (c IN batch | REMOVE c:Pending, c.to)
"""
"""Staged claims get their places in the graph, node by node; what they are about is to be projected anew."""
UNLINK: Final = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
OPTIONAL MATCH (c)-[about:ABOUT]->(n)
SET n:Stale
DELETE about
WITH DISTINCT c, row
SET c:Pending, c += row
"""

KNOWN_CLAIMS: Final = "MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id"
KNOWN_SOURCES: Final = "MATCH (s:Source) WHERE s.id IN $ids RETURN s{.*} AS source"


def count_marked(mark: str) -> str:
    """How many nodes have a mark."""
    return f"MATCH (n:{mark}) RETURN count(n) AS nodes"


STALE: Final = f"MATCH (n:Stale) RETURN {label_of('n')} AS label, count(n) AS nodes"
"""How many nodes of each label are to be projected anew."""


def waiting(mark: str, label: str) -> str:
    """Up to `$batch` nodes with a mark, each with the number of its claims."""
    return f"""
MATCH (n:{mark}:{label}) WITH n LIMIT $batch
RETURN n.{NODES[label].key} AS key, COUNT {{ (n)<-[:ABOUT]-() }} AS claims
"""


CLAIMS_ABOUT: Final = {
    label: f"""
UNWIND $keys AS key
MATCH (n:{label} {{{NODES[label].key}: key}})<-[:ABOUT]-(c:Claim) WHERE c.id > $after
WITH DISTINCT c ORDER BY c.id LIMIT $batch
RETURN c.id AS id, c.body AS body
"""
    for label in ENTITIES
}
SET_NODES: Final = {
    label: f"""
UNWIND $rows AS row
MATCH (n:{label} {{{NODES[label].key}: row.key}})
SET n = row.properties
REMOVE n:Stale
FOREACH (_ IN CASE WHEN row.placeholder THEN [1] ELSE [] END | SET n:Placeholder)
FOREACH (_ IN CASE WHEN row.placeholder THEN [] ELSE [1] END | REMOVE n:Placeholder)
FOREACH (_ IN CASE WHEN row.fresh THEN [1] ELSE [] END | SET n:Fresh)
"""
    for label in ENTITIES
}
DROP_NODES: Final = {
    label: f"UNWIND $keys AS key MATCH (n:{label} {{{NODES[label].key}: key}}) DETACH DELETE n"
    for label in ENTITIES
}
DROP_EDGES: Final = {
    label: f"UNWIND $keys AS key MATCH (:{label} {{{NODES[label].key}: key}})-[r:{'|'.join(EDGES)}]->() DELETE r"
    for label in ENTITIES
}

DECISIONS: Final = "MATCH (d:Decision) RETURN d.body AS body ORDER BY d.id"
MERGES: Final = """
MATCH (d:Decision) WHERE d.verdict = 'same' OR d.by = 'person'
RETURN d.body AS body ORDER BY d.id
"""
SET_DECISIONS: Final = "UNWIND $rows AS row MERGE (d:Decision {id: row.id}) SET d = row"
DROP_DECISIONS: Final = "UNWIND $ids AS id MATCH (d:Decision {id: id}) DELETE d"
MARK_MOVED: Final = "UNWIND $keys AS key MATCH (n:Enterprise {id: key}) SET n:Moved"
SETTLED: Final = "UNWIND $keys AS key MATCH (n:Enterprise {id: key}) REMOVE n:Moved"
COMPARED: Final = "UNWIND $keys AS key MATCH (n:Enterprise {id: key}) REMOVE n:Fresh"
PROFILES: Final = """
MATCH (n:Enterprise) WHERE n.id > $after AND NOT n:Placeholder
WITH n ORDER BY n.id LIMIT $batch
OPTIONAL MATCH (n)-[:LOCATED_IN]->(place)
RETURN n.id AS id, n:Fresh AS fresh, [n.name_ru, n.name_en, n.name_uz] + coalesce(n.aliases, []) AS names,
       n{.inn, .ogrn, .stir, .lei, .okpo} AS numbers, coalesce(place.code, '') AS place
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
RETURN {label_of("n")} AS label, n:Placeholder AS placeholder, properties(n) AS p
"""
ALL_EDGES: Final = f"""
MATCH (n)-[r:{"|".join(EDGES)}]->(m)
RETURN type(r) AS type, properties(r) AS p,
       {label_of("n")} AS start_label, coalesce(n.id, n.code) AS start,
       {label_of("m")} AS end_label, coalesce(m.id, m.code) AS end
"""
