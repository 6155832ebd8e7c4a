"""The Cypher of lists and of single things, page by page in the order of their keys. Values are parameters."""

from collections.abc import Container
from typing import Final

from graphmodel.domain.schema import NODES
from graphmodel.store.reading.fields import node, party
from graphmodel.store.reading.links import LINKS, relations
from graphmodel.store.statements import LOOK_UP_NUMBERS, UNFINISHED

_IN_REGION: Final = "EXISTS { (n)-[:LOCATED_IN]->(:Region {code: $region}) }"
_IN_COUNTRY: Final = """EXISTS {
    (n)-[:LOCATED_IN]->(place) WHERE place.code = $country OR place.code STARTS WITH $country + '-' }"""
_PLACED: Final = f"($region IS NULL OR {_IN_REGION}) AND ($country IS NULL OR {_IN_COUNTRY})"
_BEGINNINGS: Final = {
    "product": """CALL () {
    MATCH (n:Enterprise)-[:PRODUCES]->(:Product {code: $product}) RETURN n
    UNION MATCH (n:Enterprise)-[:SUPPLIES {product: $product}]->() RETURN n }""",
    "cluster": "MATCH (n)-[:MEMBER_OF]->(:Cluster {id: $cluster})",
    "beside": f"MATCH (n)-[:{LINKS}]-(:Enterprise {{id: $beside}})",
}
_CONDITIONS: Final = {
    "ids": "n.id IN $ids",
    "number": f"({' OR '.join(f'n.{name} = $number' for name in LOOK_UP_NUMBERS)})",
    "linked": f"""all(link IN $linked WHERE EXISTS {{
      (n)-[r:{LINKS}]-(m) WHERE link.relation IN {relations("n")} AND (link.id IS NULL OR m.id = link.id)
        AND (link.product IS NULL OR r.product = link.product)
        AND (link.country IS NULL OR m.code STARTS WITH link.country
             OR EXISTS {{ (m)-[:LOCATED_IN]->(p) WHERE p.code STARTS WITH link.country }}) }})""",
    "region": _IN_REGION,
    "country": _IN_COUNTRY,
}


def enterprises(asked: Container[str]) -> str:
    """The enterprises for which the asked conditions hold, by id: what nobody asks must not keep from an index."""
    beginnings = [match for name, match in _BEGINNINGS.items() if name in asked]
    conditions = [condition for name, condition in _CONDITIONS.items() if name in asked]
    return "\n".join(
        (
            *beginnings,
            f"MATCH (n:Enterprise) WHERE {' AND '.join(('n.id > $after', *conditions))}",
            "WITH DISTINCT n ORDER BY n.id LIMIT $limit",
            f"RETURN {node('Enterprise')}",
        )
    )


PLACES: Final = """
COLLECT {
    MATCH (n)-[r:LOCATED_IN]->(place)
    RETURN place{.name_ru, .name_en, .name_uz, .code, kind: CASE WHEN place:Region THEN 'region' ELSE 'country' END,
                 country: left(place.code, 2), place: r.place, country_as_stated: r.country_as_stated,
                 claims: coalesce(r.claims, [])} ORDER BY place.code }"""
ENTERPRISE: Final = f"""
MATCH (n:Enterprise {{id: $id}}) RETURN {node("Enterprise", more=f", places: {PLACES}")}
"""
PLACES_OF: Final = f"MATCH (n:Enterprise) WHERE n.id IN $ids RETURN [n.id, {PLACES}]"
_PARTIES: Final = f"""COLLECT {{
    MATCH (p)-[s:SIGNED]->(n)
    WITH p, s ORDER BY coalesce(p.id, p.code)
    RETURN {{party: {party("p")}, role: s.role, claims: coalesce(s.claims, [])}} }}"""
_AGREEMENT: Final = node(
    "Agreement",
    more=f", parties: {_PARTIES}, event: head(COLLECT {{ MATCH (n)-[:SIGNED_AT]->(v:Event) RETURN v.id }}),"
    " cluster: head(COLLECT { MATCH (n)-[:FOUNDS]->(k:Cluster) RETURN k.id })",
)
AGREEMENTS: Final = f"""
MATCH (n:Agreement)
WHERE n.id > $after AND ($kind IS NULL OR n.kind = $kind) AND ($status IS NULL OR n.status = $status)
  AND ($party IS NULL OR EXISTS {{ (p)-[:SIGNED]->(n) WHERE p.id = $party OR p.code = $party }})
  AND ($event IS NULL OR EXISTS {{ (n)-[:SIGNED_AT]->(:Event {{id: $event}}) }})
WITH n ORDER BY n.id LIMIT $limit
RETURN {_AGREEMENT}
"""
AGREEMENT: Final = f"MATCH (n:Agreement {{id: $id}}) RETURN {_AGREEMENT}"
_COUNTS: Final = {
    "Event": ", place: head(COLLECT { MATCH (n)-[:LOCATED_IN]->(p) RETURN p.code }),"
    " agreements: COUNT { (n)<-[:SIGNED_AT]-() }",
    "Product": ", makers: COUNT { (n)<-[:PRODUCES]-() }, inputs: COLLECT {"
    " MATCH (n)-[q:REQUIRES]->(i:Product) RETURN {code: i.code, points: q.points, necessity: q.necessity,"
    " condition: q.condition, claims: coalesce(q.claims, [])} ORDER BY i.code }",
    "Region": ", country: left(n.code, 2), enterprises: COUNT { (n)<-[:LOCATED_IN]-(:Enterprise) }",
    "Country": ", regions: COUNT { (n)<-[:PART_OF]-() },"
    " enterprises: COUNT { (n)<-[:LOCATED_IN|PART_OF*1..2]-(:Enterprise) }",
    "Cluster": ", members: COUNT { (n)<-[:MEMBER_OF]-() }",
}
LISTS: Final = {
    label: f"""
MATCH (n:{label}) WHERE n.{NODES[label].key} > $after
WITH n ORDER BY n.{NODES[label].key} LIMIT $limit
RETURN {node(label, more=more)}
"""
    for label, more in _COUNTS.items()
}
"""By label."""
CLUSTER: Final = f"MATCH (n:Cluster {{id: $id}}) RETURN {node('Cluster', more=_COUNTS['Cluster'])}"
MEMBERS: Final = f"""
MATCH (k:Cluster {{id: $id}})
RETURN COLLECT {{
    MATCH (k)<-[m:MEMBER_OF]-(n:Enterprise) WHERE n.id > $after AND {_PLACED}
    WITH n, m ORDER BY n.id LIMIT $limit
    RETURN {{enterprise: {node("Enterprise")}, role: m.role, status: m.status, asserted: m.asserted,
             confidence: m.confidence, claims: coalesce(m.claims, [])}}
}}
"""
SOURCES: Final = """
MATCH (n:Source) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
RETURN n{.id, .title, .address, .date, .note, claims: COUNT { (n)<-[:FROM]-() }}
"""
WHOLE: Final = f"""
RETURN EXISTS {{ (:Journal {{id: 'load'}}) }} OR NOT EXISTS {{ MATCH (n:{"|".join(UNFINISHED)}) }}
"""
"""The journal is held while a load goes on; without it no mark of one may be left."""
