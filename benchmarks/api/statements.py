"""The look-ups as one statement each, for those who call the database themselves."""

from typing import Any, Final

from graphmodel.domain.likeness import sound
from graphmodel.domain.names import normalise
from graphmodel.store import Wanted
from graphmodel.store.lookups import from_narrow_to_wide
from graphmodel.store.reading import links
from graphmodel.store.reading.fields import EVIDENCE, edge, node, party

LIMIT: Final = 101
_TWO_HOPS: Final = f"""
MATCH (e:Enterprise {{id: $id}})-[first:{links.LINKS}]-(m)
OPTIONAL MATCH (m)-[second:{links.LINKS}]-(far) WHERE far <> e AND NOT EXISTS {{ (e)-[:{links.LINKS}]-(far) }}
UNWIND CASE WHEN far IS NULL THEN [[m, [first]]] ELSE [[m, [first]], [far, [first, second]]] END AS way
WITH way[0] AS n, way[1] AS passed ORDER BY size(passed)
WITH n, collect(passed)[0] AS passed
ORDER BY size(passed), coalesce(n.name_ru, n.name_en, ''), coalesce(n.id, n.code) LIMIT $limit
WITH n, passed, passed[-1] AS r, reduce(all = [], x IN passed | all + x.claims) AS claims
RETURN {{partner: {party("n")}, hops: size(passed), relation: 'supplier', edge: {edge(*links.LINKS.split("|"))},
         claims: claims, path: [], evidence: COLLECT {{
    UNWIND claims AS claim MATCH (c:Claim {{id: claim}})-[:FROM]->(s:Source) RETURN {EVIDENCE} ORDER BY c.id }}}}
"""
_NEAREST: Final = f"""
CALL db.index.fulltext.queryNodes('enterprise_sound', $words, {{limit: $limit}}) YIELD node AS n, score
WITH n, score ORDER BY score DESC, n.id
RETURN {node("Enterprise")}
"""


def one_hop(key: str) -> tuple[str, dict[str, Any]]:
    """The statement of the API with its parameters."""
    return links.PARTNERS, {**Wanted().parameters, "id": key, "after": None, "limit": LIMIT}


def two_hops(key: str) -> tuple[str, dict[str, Any]]:
    """Everyone at most two links away, the nearest first, as one statement: without the steps of the way there."""
    return _TWO_HOPS, {"id": key, "limit": LIMIT}


def nearest(name: str) -> tuple[str, dict[str, Any]]:
    """The first step of a search by name: those with all its words, as the index ranks them."""
    return _NEAREST, {"words": from_narrow_to_wide(sound(normalise(name)))[0], "limit": 50}
