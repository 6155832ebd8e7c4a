"""A clean graph for each test, in the server that the session's own fixture started and in no other.

Whatever NEO4J_URI names is never touched: addresses come from the fixture `neo4j_server` alone.
"""

from collections.abc import Callable, Iterator
from typing import Any

import neo4j
import pytest

from graphmodel.domain.schema import NODES
from graphmodel.engine import Connection as Server
from graphmodel.store import Store

Cypher = Callable[..., list[dict[str, Any]]]
Open = Callable[..., Store]
OURS = " OR ".join(f"n:{label}" for label in (*NODES, "Journal"))


@pytest.fixture(scope="session")
def cypher(neo4j_server: Server) -> Iterator[Cypher]:
    """Runs a statement past the store, to look at what it wrote."""
    auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:

        def run(statement: Any, **parameters: Any) -> list[dict[str, Any]]:
            return [record.data() for record in driver.execute_query(statement, parameters).records]

        yield run


@pytest.fixture(scope="session")
def opened(neo4j_server: Server) -> Iterator[Open]:
    """Opens a store on the session's server; each is closed at the end."""
    stores: list[Store] = []

    def make(deadline: float = 30, resume: bool = False, **changes: str) -> Store:
        given = {
            "uri": neo4j_server.uri,
            "username": neo4j_server.username,
            "password": neo4j_server.password,
        }
        stores.append(Store(**(given | changes), deadline=deadline, resume=resume))
        return stores[-1]

    yield make
    for store in stores:
        store.close()


@pytest.fixture(scope="session")
def wipe(cypher: Cypher) -> Callable[[], None]:
    """Deletes all nodes that have a label of ours."""

    def run() -> None:
        cypher(f"MATCH (n) WHERE {OURS} DETACH DELETE n")

    return run


@pytest.fixture(scope="session")
def shared(opened: Open, wipe: Callable[[], None]) -> Store:
    """One store for the session."""
    wipe()
    return opened()


@pytest.fixture
def store(shared: Store, wipe: Callable[[], None]) -> Store:
    """A store with an empty graph."""
    wipe()
    return shared
