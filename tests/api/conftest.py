"""The API over the session's own Neo4j, with the packaged reference data set and nothing else.

`client` calls the application in this process; test_serving.py starts a real server.
"""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graphmodel.api import create_app
from graphmodel.settings import Settings
from tests.api.service import near, settings_for
from tests.graph import load_reference


@pytest.fixture(scope="package")
def served(neo4j_server: Any) -> Settings:
    """Settings of a database that holds the reference data set."""
    load_reference(neo4j_server)
    return settings_for(neo4j_server)


@pytest.fixture(scope="package")
def client(served: Settings) -> Iterator[TestClient]:
    with near(create_app(served)) as client:
        yield client


@pytest.fixture
def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture
def away(closed_port: int) -> Iterator[TestClient]:
    """The application while its database is away."""
    settings = Settings(neo4j_uri=f"bolt://127.0.0.1:{closed_port}", graphmodel_lang="en")
    with near(create_app(settings)) as client:
        yield client
