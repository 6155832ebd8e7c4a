"""The graph that a synthetic cluster projects to, written by the bare driver: fast, and past the store.

Every node and edge has its claims, as after `graphmodel load`, so plans and times are those of a loaded graph. So that
questions about clusters and agreements have something to go through, some enterprises belong to a cluster and some
pairs have a memorandum; how many is an assumption of ours.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from neo4j import Driver

from benchmarks.synthetic.cluster import PREFIX, Cluster
from graphmodel.domain.likeness import initials, sound
from graphmodel.domain.names import normalise

BATCH: Final = 2_000
CLUSTER: Final = f"{PREFIX}-cluster"
MEMBERS: Final = 100
"""One enterprise in so many belongs to the cluster."""
PARTIES: Final = 50
"""One enterprise in so many has a memorandum with the next one."""
Row = list[Any]

_COMMON: Final = "status: 'active', asserted: '2025', confidence: 1.0, synthetic: true"
_SOURCE: Final = "MERGE (:Source {id: $source, title: $source, date: '2025'}) MERGE (:Cluster {id: $cluster})"
_PLACES: Final = """
UNWIND $rows AS row
MERGE (r:Region {code: row[0]})
MERGE (c:Country {code: left(row[0], 2)})
MERGE (r)-[:PART_OF]->(c)
"""
_PRODUCTS: Final = "UNWIND $rows AS row MERGE (p:Product {code: row[0]})"
_ENTERPRISES: Final = f"""
UNWIND $rows AS row
MATCH (r:Region {{code: row[3]}})
CREATE (e:Enterprise {{id: row[0], name_ru: row[1], search: [row[2]], claims: row[4], {_COMMON}}})
SET e.sound = row[5], e.initials = row[6]
CREATE (e)-[:LOCATED_IN {{claims: [row[0] + '-place'], {_COMMON}}}]->(r)
"""
_CLAIMS: Final = f"""
UNWIND $rows AS row
MATCH (s:Source {{id: $source}})
CREATE (c:Claim {{id: row[0], kind: row[1], source: $source, locator: row[0], {_COMMON}}})-[:FROM]->(s)
WITH c, row
UNWIND row[2] AS id
MATCH (e:Enterprise {{id: id}})
CREATE (c)-[:ABOUT]->(e)
"""
_MAKES: Final = f"""
UNWIND $rows AS row
MATCH (e:Enterprise {{id: row[0]}})
MATCH (p:Product {{code: row[1]}})
MATCH (c:Claim {{id: row[2]}})
CREATE (e)-[:PRODUCES {{claims: [row[2]], {_COMMON}}}]->(p)
CREATE (c)-[:ABOUT]->(p)
"""
_SUPPLIES: Final = f"""
UNWIND $rows AS row
MATCH (s:Enterprise {{id: row[0]}})
MATCH (b:Enterprise {{id: row[1]}})
MATCH (p:Product {{code: row[2]}})
MATCH (c:Claim {{id: row[3]}})
CREATE (s)-[r:SUPPLIES {{product: row[2], claims: [row[3]], {_COMMON}}}]->(b)
SET r.since = row[4], r.value = row[5], r.currency = 'RUB'
CREATE (c)-[:ABOUT]->(p)
"""
_MEMBERS: Final = f"""
UNWIND $rows AS row
MATCH (e:Enterprise {{id: row[0]}})
MATCH (k:Cluster {{id: $cluster}})
CREATE (e)-[:MEMBER_OF {{claims: [row[0] + '-place'], {_COMMON}}}]->(k)
"""
_AGREEMENTS: Final = f"""
UNWIND $rows AS row
MATCH (x:Enterprise {{id: row[0]}})
MATCH (y:Enterprise {{id: row[1]}})
CREATE (a:Agreement {{id: row[2], kind: 'memorandum', signed: '2025', claims: [row[0] + '-place'], {_COMMON}}})
CREATE (x)-[:SIGNED {{claims: a.claims, {_COMMON}}}]->(a)<-[:SIGNED {{claims: a.claims, {_COMMON}}}]-(y)
CREATE (x)-[:MEMORANDUM {{agreement: a.id, agreements: [a.id], claims: a.claims, {_COMMON}}}]->(y)
"""


def write_graph(driver: Driver, cluster: Cluster) -> None:
    """Put it into a database that has the constraints and indexes of the store. Whatever is there stays."""
    ids = [f"{PREFIX}-{key}" for key in cluster.keys]
    codes = [ref.key("") for ref in cluster.recipes.products]
    made = [[codes[product] for product in own] for own in cluster.products_of()]
    steps: tuple[tuple[str, Iterator[Row]], ...] = (
        (_PLACES, ([code] for code in sorted(set(cluster.regions)))),
        (_PRODUCTS, ([code] for code in codes)),
        (_ENTERPRISES, _enterprises(cluster, ids, made)),
        (_CLAIMS, _claims(cluster, ids, made)),
        (_MAKES, ([ids[n], code, f"{ids[n]}-makes-{code}"] for n, own in enumerate(made) for code in own)),
        (_SUPPLIES, _supplies(cluster, ids, codes)),
        (_MEMBERS, ([one] for one in ids[::MEMBERS])),
        (_AGREEMENTS, ([a, b, f"{a}-{b}"] for a, b in zip(ids[::PARTIES], ids[1::PARTIES], strict=False))),
    )
    driver.execute_query(_SOURCE, source=cluster.source.id, cluster=CLUSTER)
    with driver.session() as session:
        for statement, rows in steps:
            while batch := list(islice(rows, BATCH)):
                session.run(statement, rows=batch, source=cluster.source.id, cluster=CLUSTER).consume()


def _links(cluster: Cluster, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Supplier, buyer and claim of each supply."""
    pairs = zip(cluster.supplier.tolist(), cluster.buyer.tolist(), strict=True)
    for number, (supplier, buyer) in enumerate(pairs):
        yield ids[supplier], ids[buyer], f"{PREFIX}-supply-{number:07}"


def _enterprises(cluster: Cluster, ids: list[str], made: list[list[str]]) -> Iterator[Row]:
    told = defaultdict(list)
    for supplier, buyer, claim in _links(cluster, ids):
        told[supplier].append(claim)
        told[buyer].append(claim)
    for one, name, region, own in zip(ids, cluster.names, cluster.regions, made, strict=True):
        claims = [f"{one}-name", f"{one}-place", *(f"{one}-makes-{code}" for code in own), *told[one]]
        search = normalise(name)
        short = initials(search)
        yield [one, name, search, region, claims, [sound(search)], [short] if short else None]


def _claims(cluster: Cluster, ids: list[str], made: list[list[str]]) -> Iterator[Row]:
    for one, own in zip(ids, made, strict=True):
        yield [f"{one}-name", "enterprise", [one]]
        yield [f"{one}-place", "located_in", [one]]
        yield from ([f"{one}-makes-{code}", "produces", [one]] for code in own)
    for supplier, buyer, claim in _links(cluster, ids):
        yield [claim, "supplies", [supplier, buyer]]


def _supplies(cluster: Cluster, ids: list[str], codes: list[str]) -> Iterator[Row]:
    rows = zip(
        _links(cluster, ids), cluster.product.tolist(), cluster.dates, cluster.value.tolist(), strict=True
    )
    for (supplier, buyer, claim), product, began, value in rows:
        yield [supplier, buyer, codes[product], claim, str(began), float(value)]
