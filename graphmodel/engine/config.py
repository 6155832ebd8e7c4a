"""What the engine is told, and what it answers."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class EngineConfig:
    """Where and how the managed Neo4j runs."""

    home: Path
    """Data folder: store, settings, password, logs."""
    jars: Path
    """Folder of the program itself; several homes may share one."""
    port: int = 0
    """Bolt port on 127.0.0.1; 0 picks a free one and keeps it from run to run."""
    java: Path | None = None
    """A Java of 17 or newer to use instead of the one installed with this library."""
    mirror: str | None = None
    """Address of a Maven repository to fetch from instead of the central one."""
    heap_mb: int = 512
    """Heap of the server in mebibytes."""
    http_port: int = 0
    """Port of Neo4j's own HTTP service on 127.0.0.1; 0 leaves it off."""


@dataclass(frozen=True)
class Connection:
    """How to reach a server over Bolt."""

    uri: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Status:
    """What is known of a home without starting anything."""

    state: Literal["running", "stopped", "stale"]
    """`stale`: a server died without being stopped, or does not answer; the next start mends the former."""
    pid: int | None
    uri: str | None
    """None before the first start."""
    neo4j: str
    """Version of Neo4j that this library runs."""
    store_neo4j: str | None
    """Version that last wrote the store, where there is one."""
    store_bytes: int
    """Size of store and transaction logs on disk."""
    jars_present: int
    """Jars that are there, by name and size."""
    jars_total: int
    home: Path
