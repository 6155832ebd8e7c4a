"""Faults of the way to the database, each in one sentence and in bounded time."""

import os
import signal
import socket
import time
from urllib.parse import urlsplit

import psutil
import pytest

from graphmodel.engine import Connection as Server
from graphmodel.engine.setup import CONCURRENT_TRANSACTIONS
from graphmodel.errors import DatabaseError, DeadlineError, GraphModelError, NotFoundError, StatementError
from graphmodel.store import Store, connection, console
from graphmodel.store.connection import Connection
from graphmodel.store.reading import reader
from graphmodel.store.statements import PREPARE
from tests.domain.samples import claim
from tests.store.conftest import Cypher, Open
from tests.store.graphs import EVERYTHING, load


def direct(server: Server, deadline: float) -> Connection:
    return Connection(server.uri, server.username, server.password, None, deadline)


def told(error: GraphModelError) -> str:
    """The key; both languages must render."""
    assert error.render("ru") != error.render("en")
    return error.key


def test_constraints_are_there_before_the_first_row(store: Store, cypher: Cypher) -> None:
    for row in cypher("SHOW CONSTRAINTS YIELD name"):
        cypher(f"DROP CONSTRAINT {row['name']}")
    writer = store.writer()
    names = {row["name"] for row in cypher("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'")}

    assert cypher("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 0}]
    assert PREPARE.keys() <= names
    assert writer.load([], [claim("enterprise", name="a")]).new


def test_a_service_has_room_in_the_server_for_all_that_it_does() -> None:
    own = connection.POOL + reader.POOL + console.CONCURRENT + 1

    assert own < CONCURRENT_TRANSACTIONS


def test_unknown_source(store: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        store.writer().retract("none")
    assert told(caught.value) == "store.no_source"


def test_wrong_password_is_told_at_once(opened: Open) -> None:
    started = time.monotonic()
    with pytest.raises(DatabaseError) as caught:
        opened(password="wrong-password")  # noqa: S106 - once: the server locks out after three
    assert told(caught.value) == "store.password"
    assert time.monotonic() - started < 3
    opened()


def test_closed_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(DatabaseError) as caught:
        Store(f"bolt://127.0.0.1:{port}", "neo4j", "password")
    assert told(caught.value) == "store.unreachable"


@pytest.mark.parametrize("uri", ["http://127.0.0.1:1", "bolt://", "bolt://127.0.0.1:port", "", "файл"])
def test_not_an_address(uri: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        Store(uri, "neo4j", "password", deadline=2)
    assert told(caught.value) == "store.unreachable"


def test_a_server_that_speaks_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "GRACE", 1.0)
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        pytest.raises((DatabaseError, DeadlineError)) as caught,
    ):
        Store(f"bolt://127.0.0.1:{mute.getsockname()[1]}", "neo4j", "password", deadline=1)
    assert told(caught.value) in ("store.no_answer", "store.unreachable")


def test_an_unknown_database(opened: Open) -> None:
    with pytest.raises(DatabaseError) as caught:
        opened(database="nowhere")
    assert told(caught.value) == "store.refused"


def test_neo4j_scheme(store: Store, opened: Open, neo4j_server: Server) -> None:
    routed = opened(uri=neo4j_server.uri.replace("bolt://", "neo4j://"))

    assert load(routed, *EVERYTHING) == store.view().canonical() != ""


def test_a_slow_statement_meets_its_deadline(neo4j_server: Server) -> None:
    started = time.monotonic()
    slow = direct(neo4j_server, deadline=1)
    with pytest.raises(DeadlineError) as caught:
        slow.read("UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000) AS b RETURN sum(a * b) AS endless")
    assert told(caught.value) == "store.deadline"
    assert time.monotonic() - started < 1 + connection.GRACE
    slow.close()


def test_a_statement_that_needs_too_much_memory_is_not_tried_again(
    neo4j_server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    greedy = direct(neo4j_server, deadline=60)
    with pytest.raises(StatementError) as caught:
        greedy.read(
            "UNWIND range(1, 9000000) AS n WITH collect(toString(n)) AS told RETURN size(told) AS size"
        )
    greedy.close()
    assert told(caught.value) == "store.refused"
    assert "OutOfMemory" in caught.value.render("en")
    assert "retried" not in caplog.text


def test_a_reading_statement_cannot_write(neo4j_server: Server) -> None:
    reading = direct(neo4j_server, deadline=5)
    with pytest.raises(DatabaseError) as caught:
        reading.read("CREATE (:Source {id: 'x'})")
    assert told(caught.value) == "store.refused"
    reading.close()


def test_a_hung_server_meets_the_deadline(
    store: Store, opened: Open, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "GRACE", 1.0)
    hasty = opened(deadline=1)
    pid = _listening(urlsplit(neo4j_server.uri).port)
    started = time.monotonic()
    os.kill(pid, signal.SIGSTOP)
    try:
        with pytest.raises(DeadlineError) as caught:
            hasty.view().sources()
    finally:
        os.kill(pid, signal.SIGCONT)
    assert told(caught.value) == "store.no_answer"
    assert time.monotonic() - started < 4
    assert store.view().sources() == []


def _listening(port: int | None) -> int:
    (pid,) = {
        found.pid
        for found in psutil.net_connections("tcp")
        if found.laddr and found.laddr.port == port and found.status == psutil.CONN_LISTEN and found.pid
    }
    return pid
