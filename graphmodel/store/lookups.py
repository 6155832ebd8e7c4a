"""The Cypher of the look-ups. Values are parameters; nodes come back as maps of label, placeholder and properties."""

from itertools import pairwise
from typing import Final

from graphmodel.store.reading.fields import EVIDENCE
from graphmodel.store.reading.links import LINKS, NAME, RANK, relations
from graphmodel.store.statements import ENTITY, label_of

MOST_WORDS: Final = 100
"""More words than any name has; the index refuses over a thousand."""
_MOST_NEAR: Final = 12
"""So many words are looked for with wrong letters."""
_LONGEST: Final = 100
"""Letters of a word; an automaton that forgives wrong ones grows with it."""


def _as_node(name: str) -> str:
    return f"{label_of(name)} AS label, {name}:Placeholder AS placeholder, properties({name}) AS p"


def all_words(normalised: str) -> str:
    """The full-text query for names that have all words of a normalised name; letters and digits only."""
    return " AND ".join(f'"{word}"' for word in normalised.split()[:MOST_WORDS]) or '""'


def from_narrow_to_wide(sound: str) -> tuple[str, ...]:
    """Full-text queries for names that are like this one: each finds more than the one before, and takes longer.

    Names with all its words or words that begin so; with some of them, but for one letter; but for two. Two words
    that follow each other are then also looked for as one.
    """
    split = [word[:_LONGEST] for word in sound.split()[:_MOST_NEAR]]
    words = [*split, *map("".join, pairwise(split))]
    queries = (
        " AND ".join(f"({word}^2 OR {word}*)" for word in split),
        " OR ".join(_near_word(word, 1) for word in words),
        " OR ".join(_near_word(word, 2) for word in words),
    )
    return queries if split else ()


def _near_word(word: str, edits: int) -> str:
    """Much begins with a letter or two and is near them; they are taken as they are."""
    return f"{word}^2 OR {word}~{edits} OR {word}*" if len(word) > 2 else word


BY_KEY: Final = f"""
CALL {{
  MATCH (n:Enterprise {{id: $text}}) RETURN n
  UNION MATCH (n:Enterprise {{inn: $text}}) RETURN n
  UNION MATCH (n:Enterprise {{ogrn: $text}}) RETURN n
  UNION MATCH (n:Enterprise {{stir: $text}}) RETURN n
  UNION MATCH (n:Enterprise {{lei: $text}}) RETURN n
  UNION WITH $name AS name
    CALL db.index.fulltext.queryNodes('enterprise_search', '"' + name + '"') YIELD node AS n
    WITH n WHERE $name IN n.search RETURN n
}}
RETURN {_as_node("n")} ORDER BY p.id
"""
BY_WORDS: Final = f"""
CALL db.index.fulltext.queryNodes('enterprise_search', $words) YIELD node AS n
RETURN {_as_node("n")} ORDER BY p.id LIMIT 20
"""
NEAR: Final = f"""
CALL db.index.fulltext.queryNodes('enterprise_sound', $words, {{limit: $limit}}) YIELD node AS n, score
WITH n, score ORDER BY score DESC, n.id
RETURN {_as_node("n")}
"""
BY_INITIALS: Final = f"""
CALL db.index.fulltext.queryNodes('enterprise_initials', $initials, {{limit: $limit}}) YIELD node AS n
RETURN {_as_node("n")} ORDER BY p.id
"""
PAGE: Final = f"MATCH (n:Enterprise) WHERE n.id > $after RETURN {_as_node('n')} ORDER BY n.id LIMIT $limit"
PARTNERS: Final = f"""
MATCH (e:Enterprise {{id: $id}})-[r:{LINKS}]-(n)
UNWIND {relations("e")} AS relation
RETURN relation,
       {{label: {label_of("n")}, placeholder: n:Placeholder, p: properties(n)}} AS partner,
       {{type: type(r), p: properties(r),
         start_label: {label_of("startNode(r)")},
         start: coalesce(startNode(r).id, startNode(r).code),
         end_label: {label_of("endNode(r)")},
         end: coalesce(endNode(r).id, endNode(r).code)}} AS edge
ORDER BY {RANK}, {NAME}, coalesce(n.id, n.code), coalesce(r.product, '')
"""

CLUSTERS: Final = "MATCH (c:Cluster) RETURN c.id AS id ORDER BY id"
_WITH_PLACES: Final = """
UNWIND things AS n
OPTIONAL MATCH (n)-[:LOCATED_IN]->(place)
OPTIONAL MATCH (place)-[:PART_OF]->(country)
UNWIND [n, place, country] AS found
WITH DISTINCT found WHERE found IS NOT NULL
RETURN collect(elementId(found)) AS ids
"""
FIELD_OF_CLUSTER: Final = f"""
MATCH (k:Cluster {{id: $key}})
WITH k, [(k)<-[:MEMBER_OF]-(m:Enterprise) | m] AS members, [(k)<-[:FOUNDS]-(a:Agreement) | a] AS founding
WITH k, members, founding,
     [(k)<-[:FOUNDS]-()-[:SIGNED_AT]->(e:Event) | e] AS events,
     [(k)<-[:FOUNDS]-()-[:SIGNED_AT]->(:Event)<-[:SIGNED_AT]-(a:Agreement) | a] AS deals
OPTIONAL MATCH (party)-[:SIGNED]->(deal:Agreement) WHERE deal IN founding + deals
WITH k, members, founding + deals + events AS context, collect(DISTINCT party) AS parties
OPTIONAL MATCH (m)-[:LOCATED_IN]->()<-[:LOCATED_IN|PART_OF*1..2]-(near:Enterprise) WHERE m IN members
WITH k, context, members, parties, collect(DISTINCT near) AS near
WITH k, context, members + parties + near AS core
OPTIONAL MATCH (e:Enterprise)-[:SUPPLIES|OWNS]-(far:Enterprise) WHERE e IN core
WITH k, context, core, collect(DISTINCT far) AS far
WITH [k] + context + core + far AS all
OPTIONAL MATCH (e:Enterprise)-[:PRODUCES]->(product:Product) WHERE e IN all
WITH all, collect(DISTINCT product) AS products
OPTIONAL MATCH (e:Enterprise)-[s:SUPPLIES]->(:Enterprise) WHERE e IN all
OPTIONAL MATCH (good:Product {{code: s.product}})
WITH all, products, collect(DISTINCT good) AS goods
WITH all + products + goods AS things
{_WITH_PLACES}
"""
NEIGHBOURHOOD: Final = f"""
MATCH (e:Enterprise {{id: $key}})
OPTIONAL MATCH (e)--(n) WHERE {ENTITY}
WITH e, collect(DISTINCT n) AS near
OPTIONAL MATCH (e)-[s:SUPPLIES]-(:Enterprise)
OPTIONAL MATCH (good:Product {{code: s.product}})
WITH e, near, collect(DISTINCT good) AS goods
WITH [e] + near + goods AS things
{_WITH_PLACES}
"""
PLACE: Final = f"""
MATCH (e:Enterprise {{id: $key}})
WITH [e] AS things
{_WITH_PLACES}
"""
NODES_AMONG: Final = f"""
MATCH (n) WHERE elementId(n) IN $ids RETURN {_as_node("n")}
UNION MATCH (n:Agreement) WHERE n.id IN $agreements RETURN {_as_node("n")}
"""
"""UNION keeps each node once."""
EDGES_AMONG: Final = f"""
MATCH (n)-[r]->(m) WHERE elementId(n) IN $ids AND elementId(m) IN $ids
RETURN type(r) AS type, properties(r) AS p,
       {label_of("n")} AS start_label, coalesce(n.id, n.code) AS start,
       {label_of("m")} AS end_label, coalesce(m.id, m.code) AS end
"""

_CLAIMS: Final = """
WITH c ORDER BY c.id LIMIT $batch
MATCH (c)-[:FROM]->(s:Source)
RETURN c.id AS id, c.body AS body, coalesce(s.date, 'XXXX') AS published ORDER BY id
"""
ALL_CLAIMS: Final = f"MATCH (c:Claim) WHERE c.id > $after AND NOT c:Pending {_CLAIMS}"
CLAIMS_AMONG: Final = f"MATCH (c:Claim) WHERE c.id IN $ids AND c.id > $after AND NOT c:Pending {_CLAIMS}"
EVIDENCE_AMONG: Final = f"""
MATCH (c:Claim)-[:FROM]->(s:Source) WHERE c.id IN $ids
RETURN {EVIDENCE} AS evidence ORDER BY c.id
"""
SOURCES: Final = """
MATCH (s:Source)<-[:FROM]-(c:Claim)
RETURN s{.*} AS source, count(c) AS claims ORDER BY source.id
"""
AGGREGATES: Final = """
MATCH (c:Claim {kind: 'aggregate'})-[:FROM]->(s:Source) WHERE c.about IN $about AND NOT c:Pending
RETURN c.body AS body, coalesce(s.date, 'XXXX') AS published ORDER BY c.about, c.measure, c.asserted, c.id
"""
NUMBERS: Final = "MATCH (c:Claim {kind: 'aggregate'}) WHERE NOT c:Pending RETURN c.body AS body ORDER BY c.id"
OF_SEVERAL_SOURCES: Final = """
MATCH (n) WHERE (n:Enterprise OR n:Agreement OR n:Event) AND size(n.claims) > 1
MATCH (n)<-[:ABOUT]-(c:Claim) WHERE NOT c:Pending
WITH n, collect(DISTINCT c.source) AS sources, collect(c.body) AS bodies WHERE size(sources) > 1
UNWIND bodies AS body
RETURN DISTINCT body
"""
