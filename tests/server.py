"""The one real Neo4j of a test session, on a free port and a temporary home.

Its program is shared with the user's own: it is fetched once per machine. Tests write to this server alone.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import user_data_path

from graphmodel.engine import Connection, Engine, EngineConfig


def jars_folder() -> Path:
    """Where the program of the managed Neo4j is kept on this machine."""
    return Path(os.environ.get("GRAPHMODEL_DATA") or user_data_path("graphmodel")) / "jars"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Started when the first test asks for it, stopped at the end; should pytest be killed, its guard stops it."""
    config = EngineConfig(home=tmp_path_factory.mktemp("neo4j"), jars=jars_folder())
    with Engine(config).session() as connection:
        yield connection
