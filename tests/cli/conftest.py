"""Runs the installed command against the session's own server, as a user would."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.engine import Connection
from tests.graph import load_reference

Run = Callable[..., subprocess.CompletedProcess[str]]
GRAPHMODEL = str(Path(sys.executable).parent / "graphmodel")


@pytest.fixture
def settings(neo4j_server: Connection) -> dict[str, str]:
    """An environment that points to the session's server and speaks Russian."""
    return os.environ | {
        "NEO4J_URI": neo4j_server.uri,
        "NEO4J_USERNAME": neo4j_server.username,
        "NEO4J_PASSWORD": neo4j_server.password,
        "GRAPHMODEL_LANG": "ru",
    }


@pytest.fixture
def run(settings: dict[str, str], tmp_path: Path) -> Run:
    """`run("ask", "members")` in an empty folder; keyword arguments are environment variables."""

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [GRAPHMODEL, *arguments],
            cwd=tmp_path,
            env=settings | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    return call


@pytest.fixture
def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture(scope="package")
def reference_loaded(neo4j_server: Connection) -> None:
    """The reference data set, and nothing else, in the session's server."""
    load_reference(neo4j_server)
