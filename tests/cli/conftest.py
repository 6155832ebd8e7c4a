"""Runs the installed command against the session's own server, as a user would."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.engine import Connection
from graphmodel.store import Store
from loaders import reference

Run = Callable[..., subprocess.CompletedProcess[str]]
GRAPHMODEL = str(Path(sys.executable).parent / "graphmodel")


@pytest.fixture
def run(neo4j_server: Connection, tmp_path: Path) -> Run:
    """`run("ask", "members")` in an empty folder; keyword arguments are environment variables."""

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {
            "NEO4J_URI": neo4j_server.uri,
            "NEO4J_USERNAME": neo4j_server.username,
            "NEO4J_PASSWORD": neo4j_server.password,
            "GRAPHMODEL_LANG": "ru",
        }
        return subprocess.run(
            [GRAPHMODEL, *arguments],
            cwd=tmp_path,
            env=os.environ | settings | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call


@pytest.fixture
def loaded(clean_store: Store) -> Store:
    """The graph of the reference data set, and nothing else."""
    reading = reference()
    clean_store.writer().load(reading.sources, reading.claims)
    return clean_store
