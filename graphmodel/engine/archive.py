"""Backup and restore of a stopped store, by Neo4j's own dump and load. The caller holds the lock of the home."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from graphmodel.engine import disk, process, server, setup
from graphmodel.engine.bolt import DATABASE
from graphmodel.engine.closure import Closure
from graphmodel.engine.config import EngineConfig
from graphmodel.engine.home import Home
from graphmodel.engine.java import java
from graphmodel.errors import EngineError

_DUMP: Final = f"{DATABASE}.dump"
_SPARE: Final = 20_000_000


class Archiver:
    """Runs dump and load for one home."""

    def __init__(self, home: Home, config: EngineConfig, closure: Closure) -> None:
        self._home = home
        self._config = config
        self._closure = closure

    def dump(self, path: Path) -> None:
        """Write the store to the file `path`, whole or not at all; an older file there is replaced.

        Raises EngineError when there is no store, no space, or the store cannot be read.
        """
        if not self._home.has_store:
            raise EngineError("engine.no_store", home=self._home.path)
        server.refuse_other_version(self._home, self._closure)
        with disk.writing(path), tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
            disk.need(path.parent, disk.size_of(self._home.data) + _SPARE)
            failure = self._admin("dump", f"--to-path={folder}")
            if failure:
                raise EngineError("engine.backup_failed", path=path, reason=failure)
            (Path(folder) / _DUMP).replace(path)

    def load(self, path: Path) -> None:
        """Replace the store by the one in the file `path`; the former comes back when that fails.

        Raises EngineError when the file is missing or is not a backup, or there is no space.
        """
        if not path.is_file():
            raise EngineError("engine.no_backup", path=path)
        with disk.writing(self._home.path), tempfile.TemporaryDirectory(dir=self._home.path) as folder:
            disk.need(self._home.path, 2 * path.stat().st_size + _SPARE)
            shutil.copyfile(path, Path(folder) / _DUMP)
            set_aside(self._home)
            try:
                failure = self._admin("load", f"--from-path={folder}", "--overwrite-destination=true")
                if failure:
                    raise EngineError("engine.restore_failed", path=path, reason=failure)
                discard(self._home.aside)
            finally:
                put_back(self._home)

    def _admin(self, action: str, *options: str) -> str:
        """Run one command; the last line of its complaint, or nothing."""
        setup.write_settings(self._home, self._home.state().port, self._config.heap_mb)
        main = ("org.neo4j.cli.AdminTool", "database", action, DATABASE, *options)
        words = process.command(java(self._config.java), self._config.heap_mb, self._closure, *main)
        ran = subprocess.run(  # noqa: S603
            words,
            cwd=self._config.jars,
            env=os.environ | {"NEO4J_HOME": str(self._home.path), "NEO4J_CONF": str(self._home.conf)},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        return (ran.stderr.strip().splitlines() or ["?"])[-1] if ran.returncode else ""


def set_aside(home: Home) -> None:
    """Move the store out of the way of another. Until it is discarded it can be put back."""
    put_back(home)
    home.data.mkdir(exist_ok=True)
    home.data.rename(home.aside)


def put_back(home: Home) -> None:
    """Undo a restore that did not end, be it of an earlier run that was killed."""
    if home.aside.exists():
        discard(home.data)
        home.aside.rename(home.data)


def discard(folder: Path) -> None:
    """Delete a folder so that no half of it is ever found under its name."""
    doomed = folder.with_name(folder.name + ".deleted")
    shutil.rmtree(doomed, ignore_errors=True)
    if folder.exists():
        folder.rename(doomed)
        shutil.rmtree(doomed)
