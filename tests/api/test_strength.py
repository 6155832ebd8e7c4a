"""A database that is killed and comes back under load, and callers that hang up."""

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from neo4j import GraphDatabase

from graphmodel.api.parameters import EXAMPLE
from graphmodel.engine import Connection, Engine, EngineConfig
from graphmodel.settings import Settings
from graphmodel.store.console import SECONDS
from tests.api.service import running, settings_for
from tests.graph import load_reference
from tests.server import jars_folder

CALLERS = 8
RECOVERY = 60.0
"""Seconds within which answers are there again."""
SLOW = "MATCH (a), (b), (c) WHERE a.id + b.id < c.id RETURN count(*) AS n"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A server of our own, which may be killed."""
    engine = Engine(EngineConfig(home=tmp_path / "neo4j", jars=jars_folder()))
    yield engine
    engine.stop()


class _Load:
    """Callers that ask without a pause, each time something that is not kept."""

    def __init__(self, address: str) -> None:
        self.statuses: Counter[int] = Counter()
        self._address = f"{address}/v1/enterprises/{EXAMPLE}/partners"
        self._until = threading.Event()
        self._pool = ThreadPoolExecutor(CALLERS)
        self._callers = [self._pool.submit(self._call, number) for number in range(CALLERS)]

    def _call(self, caller: int) -> None:
        number = 0
        with httpx.Client(timeout=40) as client:
            while not self._until.is_set():
                number += 1
                answer = client.get(self._address, params={"n": f"{caller}-{number}"})
                self.statuses[answer.status_code] += 1

    def end(self) -> None:
        """Raise what any caller met: none may have waited in vain."""
        self._until.set()
        for caller in self._callers:
            caller.result(60)


def test_a_database_that_is_killed_under_load(engine: Engine) -> None:
    connection: Connection = engine.start()
    load_reference(connection)
    settings = settings_for(connection, graphmodel_deadline=10)
    with running(settings) as address:
        load = _Load(address)
        while not load.statuses[200]:
            sleep(0.2)
        psutil.Process(engine.status().pid).kill()
        sleep(3)
        engine.start()
        back = monotonic()
        while httpx.get(f"{address}/v1/sources", params={"n": monotonic()}, timeout=40).status_code != 200:
            assert monotonic() - back < RECOVERY
            sleep(0.2)
        before = load.statuses[200]
        sleep(2)
        load.end()

    assert load.statuses[200] > before
    assert set(load.statuses) <= {200, 503, 504}
    assert load.statuses[503] > 0


def _statements(served: Settings) -> list[str]:
    account = (served.neo4j_username, served.neo4j_password.get_secret_value())
    with GraphDatabase.driver(str(served.neo4j_uri), auth=account) as driver:
        rows = driver.execute_query(
            "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text"
        ).records
    return [row["text"] or "" for row in rows if (row["text"] or "") == SLOW]


def _wait_until(there: bool, served: Settings) -> float:
    """Seconds until the slow statement runs, or no longer does."""
    began = monotonic()
    while bool(_statements(served)) != there:
        assert monotonic() - began < 20
        sleep(0.05)
    return monotonic() - began


def test_a_caller_that_hangs_up_frees_its_transaction(served: Settings) -> None:
    with running(served) as address:
        target = urlsplit(address)
        body = f'{{"statement": "{SLOW}"}}'.encode()
        httpx.post(f"{address}/v1/cypher", json={"statement": "RETURN 1 AS one"}, timeout=60)
        with socket.create_connection((target.hostname, target.port)) as caller:
            caller.sendall(
                b"POST /v1/cypher HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + f"Content-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
            _wait_until(True, served)
            sleep(0.7)
        freed = _wait_until(False, served)

        assert freed + 0.7 < SECONDS  # its own deadline would have ended it later
        assert httpx.get(f"{address}/v1/sources").status_code == 200
