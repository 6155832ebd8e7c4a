"""The journal of a load: what a crash interrupted is finished, or undone, before anything else is written.

A load first stages the claims that come and marks those that leave (`staging`: after a crash undone, or gone on with by
the next load), and then projects (`projecting`: finished after a crash). Decisions about who is who are made under
it as well (`staging`: nothing is written yet) and recorded in one step, after which the enterprises are merged or
parted (`merging`: finished).

It is also the lock that keeps two loads apart, in one process or in several. Its holder is alive while its process is;
of a process on another machine that cannot be seen, so there it is alive while the journal is touched.
"""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal
from uuid import uuid4

import psutil

from graphmodel.errors import BusyError
from graphmodel.store.connection import Connection, Row

Phase = Literal["staging", "projecting", "merging"]
LEASE: Final = 600
"""Seconds after which an untouched journal of another machine counts as left behind."""
_held: Final[set[str]] = set()
"""The owners of the journals that this very process holds now."""

_BEGIN: Final = """
MERGE (j:Journal {id: 'load'})
ON CREATE SET j.owner = $owner, j.since = $since, j.phase = $phase, j.touched = timestamp()
"""
_READ: Final = """
MATCH (j:Journal {id: 'load'})
RETURN j.owner AS owner, j.since AS since, j.phase AS phase, (timestamp() - j.touched) / 1000 AS idle
"""
_TAKE_OVER: Final = """
MATCH (j:Journal {id: 'load'}) SET j.locked = true
WITH j WHERE j.owner = $dead
SET j.owner = $owner, j.touched = timestamp()
"""
_TOUCH: Final = "MATCH (j:Journal {owner: $owner}) SET j.touched = timestamp()"
_ADVANCE: Final = "MATCH (j:Journal {owner: $owner}) SET j.phase = $phase, j.touched = timestamp()"
_END: Final = "MATCH (j:Journal {owner: $owner}) DELETE j"


def _place() -> tuple[str, int, float]:
    process = psutil.Process()
    return socket.gethostname(), process.pid, process.create_time()


def _alive(row: Row) -> bool:
    """Whether the holder of the journal may still go on."""
    host, pid, started, _ = row["owner"].rsplit(":", 3)
    if host != socket.gethostname():
        return bool(row["idle"] < LEASE)
    if int(pid) == psutil.Process().pid:
        return row["owner"] in _held
    try:
        holder = psutil.Process(int(pid))
        ended = holder.status() == psutil.STATUS_ZOMBIE
        return not ended and abs(holder.create_time() - float(started)) < 2
    except psutil.NoSuchProcess:
        return False


def _busy(row: Row) -> BusyError:
    return BusyError("store.busy", owner=":".join(row["owner"].split(":")[:2]), since=row["since"])


@dataclass(frozen=True)
class Hold:
    """The journal in our hands."""

    connection: Connection
    owner: str

    def touch(self) -> None:
        """Show the other machines that we are at work."""
        self.connection.write((_TOUCH, {"owner": self.owner}))

    def end(self) -> None:
        """Give the journal up before its time: nothing was done."""
        self.connection.write((_END, {"owner": self.owner}))

    def advance(self, phase: Phase, *steps: tuple[str, Mapping[str, Any]]) -> None:
        """From here on a crash is answered by finishing; `steps` are written in the same transaction."""
        self.connection.write((_ADVANCE, {"owner": self.owner, "phase": phase}), *steps)


class Journal:
    """The one journal of a database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def begin(self, phase: Phase) -> Iterator[Hold]:
        """Take the journal and end it, unless an error leaves it; BusyError where another load has it.

        A journal that was left behind while claims were staged is taken over.
        """
        found = self._read()
        with self._owner() as owner:
            if found and found["phase"] == "staging" and not _alive(found):
                self._connection.write((_TAKE_OVER, {"dead": found["owner"], "owner": owner}))
            since = datetime.now(UTC).isoformat(timespec="seconds")
            self._connection.write((_BEGIN, {"owner": owner, "since": since, "phase": phase}))
            yield from self._hold(owner)

    @contextmanager
    def interrupted(self, besides: Phase | None = None) -> Iterator[Phase | None]:
        """The phase in which a load stopped, held until it is mended and then ended; None where there is none.

        A load that stopped in the phase `besides` is left alone. Raises BusyError while a load goes on.
        """
        found = self._read()
        if found and _alive(found):
            raise _busy(found)
        if found is None or found["phase"] == besides:
            yield None
            return
        with self._owner() as owner:
            self._connection.write((_TAKE_OVER, {"dead": found["owner"], "owner": owner}))
            for _ in self._hold(owner):
                yield found["phase"]

    def _hold(self, owner: str) -> Iterator[Hold]:
        row = self._read()
        if row is None or row["owner"] != owner:
            raise _busy(row or {"owner": owner, "since": ""})
        yield Hold(self._connection, owner)
        self._connection.write((_END, {"owner": owner}))

    def _read(self) -> Row | None:
        rows = self._connection.read(_READ)
        return rows[0] if rows else None

    @contextmanager
    def _owner(self) -> Iterator[str]:
        host, pid, started = _place()
        owner = f"{host}:{pid}:{started:.1f}:{uuid4().hex[:8]}"
        _held.add(owner)
        try:
            yield owner
        finally:
            _held.discard(owner)
