"""Runs the installed command against the session's own server, as a user would."""

import socket
from pathlib import Path

import pytest

from graphmodel.engine import Connection
from tests.command import Run, runner, settings_for
from tests.graph import load_reference


@pytest.fixture
def settings(neo4j_server: Connection) -> dict[str, str]:
    """An environment that points to the session's server and speaks Russian."""
    return settings_for(neo4j_server)


@pytest.fixture
def run(settings: dict[str, str], tmp_path: Path) -> Run:
    """Runs the command in an empty folder."""
    return runner(settings, tmp_path)


@pytest.fixture
def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def reference_loaded(neo4j_server: Connection) -> None:
    """The reference data set, and nothing else, in the session's server."""
    load_reference(neo4j_server)
