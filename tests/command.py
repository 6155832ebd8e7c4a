"""Runs the installed command on a server of ours, as a user would."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from graphmodel.engine import Connection

Run = Callable[..., subprocess.CompletedProcess[str]]
GRAPHMODEL = str(Path(sys.executable).parent / "graphmodel")


def settings_for(server: Connection) -> dict[str, str]:
    """An environment that points to the server and speaks Russian."""
    return os.environ | {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.username,
        "NEO4J_PASSWORD": server.password,
        "GRAPHMODEL_LANG": "ru",
    }


def runner(settings: dict[str, str], folder: Path) -> Run:
    """`run("ask", "members")` in the folder; keyword arguments are environment variables."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [GRAPHMODEL, *arguments],
            cwd=folder,
            env=settings | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    return run
