"""What the tests put into the session's own server, and take out of it."""

from neo4j import GraphDatabase

from graphmodel.engine import Connection
from graphmodel.store import Store
from loaders import reference


def empty(server: Connection) -> None:
    """Take every node out of a server that a fixture of ours started, edges first: some nodes have thousands."""
    account = (server.username, server.password)
    with GraphDatabase.driver(server.uri, auth=account) as driver, driver.session() as session:
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 1000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def load_reference(server: Connection) -> None:
    """Put the reference data set, and nothing else, into the server."""
    empty(server)
    reading = reference()
    with Store(server.uri, server.username, server.password) as store:
        store.writer().load(reading.sources, reading.claims)
