"""A Neo4j that lasts as long as a benchmark, in a folder of its own."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from graphmodel.engine import Connection, Engine, EngineConfig
from graphmodel.settings import settings

_GUARD: Final = 3
"""Seconds until the guard of the server has seen that it stopped, and touches its folder no more."""


@contextmanager
def server_in_a_folder() -> Iterator[tuple[Connection, Path]]:
    """The running server, and its folder, in which there is room for files beside it; both are gone at the end."""
    with TemporaryDirectory(prefix="graphmodel-", ignore_cleanup_errors=True) as folder:
        config = EngineConfig(home=Path(folder) / "neo4j", jars=settings().graphmodel_data / "jars")
        with Engine(config).session() as server:
            yield server, Path(folder)
        time.sleep(_GUARD)
