"""The journal of a load: what a crash interrupted is finished, or undone, before anything else is written.

A load first stages its claims (`staging`: undone after a crash) and then projects them (`projecting`: finished after a
crash). A retraction first marks its claims (`marking`: undone) and then takes them out (`retracting`: finished).
"""

import socket
from datetime import UTC, datetime
from typing import Final, Literal

import psutil

from graphmodel.errors import DatabaseError
from graphmodel.store.connection import Connection

Phase = Literal["staging", "projecting", "marking", "retracting"]

_BEGIN: Final = """
MERGE (j:Journal {id: 'load'})
ON CREATE SET j.owner = $owner, j.since = $since, j.phase = $phase
RETURN j.owner AS owner, j.since AS since, j.phase AS phase
"""
_READ: Final = "MATCH (j:Journal) RETURN j.owner AS owner, j.since AS since, j.phase AS phase"
_TAKE_OVER: Final = "MATCH (j:Journal {owner: $dead}) SET j.owner = $owner"
_ADVANCE: Final = "MATCH (j:Journal {owner: $owner}) SET j.phase = $phase"
_END: Final = "MATCH (j:Journal {owner: $owner}) DELETE j"


def _this_process() -> str:
    return f"{socket.gethostname()}:{psutil.Process().pid}:{psutil.Process().create_time():.0f}"


def _alive(owner: str) -> bool:
    """Whether a process of this machine, or any of another machine, may still hold the journal."""
    host, pid, started = owner.rsplit(":", 2)
    if host != socket.gethostname():
        return True
    try:
        return f"{psutil.Process(int(pid)).create_time():.0f}" == started
    except psutil.NoSuchProcess:
        return False


class Journal:
    """The one journal of a database; also the lock that keeps two loads apart."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._me = _this_process()

    def interrupted(self) -> Phase | None:
        """The phase in which a load of a dead process stopped, now owned by this one; None where there is none.

        Raises DatabaseError while the load of a living process goes on.
        """
        rows = self._connection.read(_READ)
        if not rows:
            return None
        owner, phase = rows[0]["owner"], rows[0]["phase"]
        if owner != self._me:
            if _alive(owner):
                raise DatabaseError("store.busy", owner=owner, since=rows[0]["since"])
            self._connection.write((_TAKE_OVER, {"dead": owner, "owner": self._me}))
        return phase  # type: ignore[no-any-return]

    def begin(self, phase: Phase) -> None:
        """Take the journal, or raise DatabaseError where another process has it."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        self._connection.write((_BEGIN, {"owner": self._me, "since": since, "phase": phase}))
        self.interrupted()

    def advance(self, phase: Phase) -> None:
        """From here on a crash is answered by finishing."""
        self._connection.write((_ADVANCE, {"owner": self._me, "phase": phase}))

    def end(self) -> None:
        """All is written."""
        self._connection.write((_END, {"owner": self._me}))
