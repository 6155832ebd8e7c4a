"""The Cypher of the look-ups that follow links: partners near and far, paths, evidence. Values are parameters."""

from typing import Final

from graphmodel.store.reading.fields import EVIDENCE, edge, party

LINKS: Final = "SUPPLIES|MEMORANDUM|OWNS"
MOST_HOPS: Final = 3
_EDGE: Final = edge(*LINKS.split("|"))
RANKS: Final = ("supplier", "buyer", "agreement", "owner", "owned")
"""What a partner may be, in the order in which relations are listed."""
RANK: Final = "CASE relation " + " ".join(f"WHEN '{name}' THEN {n}" for n, name in enumerate(RANKS)) + " END"
"""The place of `relation` in this order."""


def relation(whose: str) -> str:
    """What the other end of `r` is to the node `whose`."""
    return (
        f"CASE type(r) WHEN 'SUPPLIES' THEN CASE WHEN startNode(r) = {whose} THEN 'buyer' ELSE 'supplier' END"
        f" WHEN 'OWNS' THEN CASE WHEN startNode(r) = {whose} THEN 'owned' ELSE 'owner' END ELSE 'agreement' END"
    )


def relations(whose: str) -> str:
    """The same as a list: who supplies or owns itself is both ends."""
    return (
        f"[told IN CASE type(r) WHEN 'SUPPLIES' THEN [[endNode(r), 'supplier'], [startNode(r), 'buyer']]"
        f" WHEN 'OWNS' THEN [[endNode(r), 'owner'], [startNode(r), 'owned']] ELSE [[{whose}, 'agreement']] END"
        f" WHERE told[0] = {whose} | told[1]]"
    )


_LINK_COUNTS: Final = """
($product IS NULL OR r.product = $product) AND (size($statuses) = 0 OR r.status IN $statuses)
AND ($min_confidence <= 0 OR r.confidence >= $min_confidence)
"""
_PLACE_COUNTS: Final = """
($region IS NULL OR n.code = $region OR EXISTS { (n)-[:LOCATED_IN]->(:Region {code: $region}) })
AND ($country IS NULL OR n.code = $country OR n.code STARTS WITH $country + '-' OR EXISTS {
    (n)-[:LOCATED_IN]->(place) WHERE place.code = $country OR place.code STARTS WITH $country + '-' })
"""
NAME: Final = "coalesce(n.name_ru, n.name_en, n.name_uz, '')"
"""By which a node `n` is listed."""
_EVIDENCE_OF: Final = f"""COLLECT {{
    UNWIND claims AS claim MATCH (c:Claim {{id: claim}})-[:FROM]->(s:Source) RETURN {EVIDENCE} ORDER BY c.id }}"""

PARTNERS: Final = f"""
MATCH (e:Enterprise {{id: $id}})
RETURN COLLECT {{
    MATCH (e)-[r:{LINKS}]-(n)
    UNWIND {relations("e")} AS relation
    WITH r, n, r.claims AS claims, relation
    WHERE relation IN $relations AND {_LINK_COUNTS} AND {_PLACE_COUNTS}
    WITH r, n, claims, relation,
         [{RANK}, {NAME}, coalesce(n.id, n.code), coalesce(r.product, '')] AS place
    WHERE $after IS NULL OR place > $after
    WITH r, n, claims, relation, place ORDER BY place LIMIT $limit
    RETURN {{relation: relation, hops: 1, path: [], partner: {party("n")}, edge: {_EDGE}, claims: claims,
             evidence: {_EVIDENCE_OF}, place: place}}
}}
"""
"""All on one row: the relations of an enterprise in order, after a position; no row where there is no enterprise."""
_STEPS: Final = f"""COLLECT {{
    UNWIND range(0, size(links) - 1) AS step
    WITH step, links[step] AS r, passed[step] AS a, passed[step + 1] AS b
    RETURN {{relation: {relation("a")}, partner: {party("b")}, edge: {_EDGE}, claims: r.claims}} ORDER BY step }}"""
_EVIDENCE_OF_STEPS: Final = f"""COLLECT {{
    UNWIND links AS link UNWIND link.claims AS claim WITH DISTINCT claim
    MATCH (c:Claim {{id: claim}})-[:FROM]->(s:Source) RETURN {EVIDENCE} ORDER BY c.id }}"""
START: Final = "MATCH (e:Enterprise {id: $id}) RETURN elementId(e)"
RING: Final = f"""
MATCH (a) WHERE elementId(a) IN $ring
MATCH (a)-[r:{LINKS}]-(n)
WHERE NOT elementId(n) IN $seen AND {relation("a")} IN $relations AND {_LINK_COUNTS}
WITH n, a ORDER BY coalesce(a.id, a.code)
WITH n, collect(elementId(a))[0] AS before
WITH n, before, {NAME} AS name, coalesce(n.id, n.code) AS key
RETURN [elementId(n), before, name, key, {_PLACE_COUNTS}]
"""
"""Who is one link farther than a ring of nodes, by internal ids, and over whom; whether its place is wanted."""
ALONG: Final = f"""
UNWIND range(0, size($ways) - 1) AS number
WITH number, $ways[number] AS way
MATCH (n) WHERE elementId(n) = way[-1]
WITH number, n, COLLECT {{
    UNWIND range(0, size(way) - 2) AS step
    MATCH (a)-[r:{LINKS}]-(b) WHERE elementId(a) = way[step] AND elementId(b) = way[step + 1]
      AND {relation("a")} IN $relations AND {_LINK_COUNTS}
    WITH step, r, {relation("a")} AS relation ORDER BY {RANK}, coalesce(r.product, '')
    WITH step, collect(r)[0] AS r ORDER BY step
    RETURN r }} AS links, [id IN way | COLLECT {{ MATCH (x) WHERE elementId(x) = id RETURN x }}[0]] AS passed
RETURN {{partner: {party("n")}, path: {_STEPS}, evidence: {_EVIDENCE_OF_STEPS}}} ORDER BY number
"""
"""The partners at the ends of ways over nodes, with the first link of each step."""
MOST_STEPS: Final = 6
PATHS: Final = f"""
MATCH (e:Enterprise {{id: $id}})
MATCH (n:Enterprise {{id: $other}})
RETURN COLLECT {{
    MATCH path = allShortestPaths((e)-[:{LINKS}*..{MOST_STEPS}]-(n))
    WHERE all(r IN relationships(path) WHERE type(r) IN $types AND {_LINK_COUNTS})
    WITH relationships(path) AS links, nodes(path) AS passed WHERE size(links) <= $hops
    WITH links, passed, [x IN passed | coalesce(x.id, x.code)] AS keys,
         [x IN links | type(x) + coalesce(x.product, '')] AS kinds
    ORDER BY size(links), keys, kinds LIMIT $limit
    RETURN {{hops: size(links), steps: {_STEPS}, evidence: {_EVIDENCE_OF_STEPS}}}
}}
"""
"""The shortest paths between two enterprises, in the order of what they pass."""
EVIDENCE_ABOUT: Final = f"""
MATCH (e:Enterprise {{id: $id}})
RETURN COLLECT {{
    UNWIND [claim IN e.claims WHERE claim > $after] AS claim
    WITH claim ORDER BY claim LIMIT $limit
    MATCH (c:Claim {{id: claim}})-[:FROM]->(s:Source) RETURN {EVIDENCE} ORDER BY c.id
}}
"""
