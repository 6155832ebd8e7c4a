"""One Neo4j with the packaged reference data set, loaded once for the whole folder.

`neo4j_server` is the session's own server; whatever other suites left there is removed before the load.
"""

from collections.abc import Iterator

import pytest
from neo4j import Driver, GraphDatabase

from graphmodel.engine import Connection
from graphmodel.store import Store, View
from tests.graph import load_reference


@pytest.fixture(scope="session")
def reference_driver(neo4j_server: Connection) -> Iterator[Driver]:
    """The bare driver, for what only the server can tell: plans and notifications."""
    account = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=account) as driver:
        yield driver


@pytest.fixture(scope="package")
def reference_view(neo4j_server: Connection) -> Iterator[View]:
    """The reference data set, and nothing else, in the session's server."""
    load_reference(neo4j_server)
    with Store(neo4j_server.uri, neo4j_server.username, neo4j_server.password) as store:
        yield store.view()
