"""Which jars make up Neo4j: path in a Maven repository, size and SHA-256 of each."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

_SHIPPED: Final = "neo4j-5.26.30.json"


@dataclass(frozen=True)
class Jar:
    """One file: `path` relative to the repository, `size` in bytes, `sha256` in hex."""

    path: str
    size: int
    sha256: str

    def lies_in(self, folder: Path) -> bool:
        """Whether `folder` has a file of this path and size; says nothing of its content."""
        file = folder / self.path
        return file.is_file() and file.stat().st_size == self.size


@dataclass(frozen=True)
class Closure:
    """Neo4j of one version with everything it needs."""

    version: str
    jars: tuple[Jar, ...]

    @staticmethod
    def read(content: str) -> "Closure":
        """From JSON `{"neo4j": version, "jars": [[path, size, sha256], …]}`."""
        parsed = json.loads(content)
        return Closure(parsed["neo4j"], tuple(Jar(*jar) for jar in parsed["jars"]))


@cache
def shipped() -> Closure:
    """The closure that this version of the library was tested with."""
    return Closure.read(resources.files(__package__).joinpath(_SHIPPED).read_text(encoding="utf-8"))
