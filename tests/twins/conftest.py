"""One real Neo4j for questions that are answered twice: in Cypher, and by analysis, store or networkx.

`written` puts a generated graph, and nothing else, into the session's own server, past the store.
"""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from neo4j import Driver, GraphDatabase

from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.domain.schema import NODES, PLACEHOLDER
from graphmodel.engine import Connection
from graphmodel.store import Store, View
from tests.graph import load_reference
from tests.serving import serving

Written = Callable[[Graph], View]


@pytest.fixture(scope="session")
def driver(neo4j_server: Connection) -> Iterator[Driver]:
    """The bare driver."""
    account = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=account) as opened:
        yield opened


@pytest.fixture(scope="session")
def twin_store(neo4j_server: Connection) -> Iterator[Store]:
    """The constraints and indexes are there."""
    with Store(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as store:
        yield store


@pytest.fixture(scope="session")
def written(driver: Driver, twin_store: Store) -> Written:
    """Writes a graph and gives the view of it."""

    def write(graph: Graph) -> View:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        driver.execute_query(
            "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties",
            rows=[_node(node) for node in graph.nodes],
        )
        driver.execute_query(
            """UNWIND $rows AS row
               MATCH (a:$(row.start[0])) WHERE coalesce(a.id, a.code) = row.start[1]
               MATCH (b:$(row.end[0])) WHERE coalesce(b.id, b.code) = row.end[1]
               CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties""",
            rows=[_edge(edge) for edge in graph.edges],
        )
        return twin_store.view()

    return write


def _node(node: Node) -> dict[str, Any]:
    labels = [node.label, PLACEHOLDER] if node.placeholder else [node.label]
    properties = dict(node.properties) | {NODES[node.label].key: node.key, "claims": list(node.claims)}
    return {"labels": labels, "properties": properties}


def _edge(edge: Edge) -> dict[str, Any]:
    properties = dict(edge.properties) | {"claims": list(edge.claims)}
    return {
        "start": list(edge.source),
        "end": list(edge.target),
        "type": edge.type,
        "properties": properties,
    }


@pytest.fixture
def reference_view(neo4j_server: Connection, twin_store: Store) -> View:
    """The reference data set, and nothing else, in the session's server."""
    load_reference(neo4j_server)
    return twin_store.view()


@pytest.fixture(scope="session")
def api(neo4j_server: Connection) -> Iterator[httpx.Client]:
    """The API over whatever is in the session's server."""
    with serving(neo4j_server) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client
