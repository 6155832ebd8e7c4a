"""The data folder of one managed Neo4j: where things are in it, and what is remembered between runs."""

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from graphmodel.engine import disk


@dataclass(frozen=True)
class State:
    """What is remembered of the server of a home, running or not."""

    neo4j: str = ""
    """Version that last wrote the store; empty while there is none."""
    port: int = 0
    """Bolt port, kept from run to run; 0 before the first."""
    pid: int = 0
    created: float = 0.0
    """When that process began, seconds since 1970: a process id alone may have been given to another."""
    kept: bool = False
    """Whether it stays when the last session ends."""
    checked: bool = False
    """Whether its store was found whole after the start."""


@dataclass(frozen=True)
class Home:
    """Paths below the data folder. `path` is absolute, with links resolved."""

    path: Path

    @property
    def lock(self) -> Path:
        """Held while the server is started, stopped or its store is replaced."""
        return self.path / "lock"

    @property
    def data(self) -> Path:
        """The store and its transaction logs."""
        return self.path / "data"

    @property
    def aside(self) -> Path:
        """The former store while another is being restored. Its presence means that the restore was cut short."""
        return self.path / "data.before"

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf."""
        return self.path / "conf"

    @property
    def log(self) -> Path:
        """What the server told its user; the reason of a failed start is here."""
        return self.path / "logs" / "neo4j.log"

    @property
    def debug_log(self) -> Path:
        """What the server told its developers."""
        return self.path / "logs" / "debug.log"

    @property
    def console(self) -> Path:
        """What the Java virtual machine itself printed."""
        return self.path / "logs" / "console.log"

    @property
    def users(self) -> Path:
        """One file for each open session."""
        return self.path / "sessions"

    @property
    def has_store(self) -> bool:
        """Whether there is a store of the user's."""
        return (self.data / "databases" / "neo4j").is_dir()

    def state(self) -> State:
        """What was remembered; nothing where the file is missing or spoilt."""
        with suppress(OSError, ValueError, TypeError):
            return State(**json.loads(self._state_file.read_text(encoding="utf-8")))
        return State()

    def remember(self, state: State) -> State:
        """Replace what is remembered; returns it."""
        disk.replace(self._state_file, json.dumps(asdict(state)))
        return state

    def password(self) -> str:
        """The password of this home, in a file that its owner alone may read; made up on the first call."""
        file = self.path / "password"
        if not file.exists():
            disk.replace(file, secrets.token_urlsafe(24))
        return file.read_text(encoding="utf-8")

    @property
    def _state_file(self) -> Path:
        return self.path / "state.json"
