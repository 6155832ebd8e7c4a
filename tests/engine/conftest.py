"""Real servers for the tests of the engine, each in a temporary home and stopped at the end."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest

from graphmodel.engine import Connection, Engine, EngineConfig
from tests.server import jars_folder

Make = Callable[..., Engine]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Makes engines on one home with the real Neo4j."""

    def made(**settings: object) -> Engine:
        return Engine(EngineConfig(home=tmp_path / "home", jars=jars_folder(), **settings))  # type: ignore[arg-type]

    yield made
    made().stop()


@contextmanager
def python(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Another Python process; killed at the end."""
    words = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def ask(connection: Connection, statement: str) -> int:
    """The one number that a statement answers."""
    with neo4j.GraphDatabase.driver(
        connection.uri, auth=(connection.username, connection.password)
    ) as driver:
        return int(driver.execute_query(statement, database_="neo4j").records[0][0])
