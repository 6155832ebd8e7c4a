"""The database behind the API: opened at the first need, and again while it is away."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Final

from graphmodel.errors import DatabaseError, GraphModelError
from graphmodel.settings import Settings
from graphmodel.store import Console, Looker, Reader, Store, View, Writer
from graphmodel.texts import text

RETRY_AFTER: Final = 2
"""Seconds after which it is worth trying again; in between, a database that was away is not tried."""
_FRESH: Final = 0.1
"""Seconds for which the version of the graph is taken to be the one that was read last."""


_LOG: Final = logging.getLogger(__name__)


class Database:
    """Hands out views and writers, safe to use from several threads, and, in one event loop, look-ups and the console.

    Each of these raises DatabaseError or DeadlineError while the database is away.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._store: Store | None = None
        self._console: Console | None = None
        self._reader: Reader | None = None
        self._preparing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._retry_at = 0.0
        self._version = ""
        self._version_until = 0.0

    def view(self) -> View:
        """Reads that take longer."""
        return self._opened().view()

    def writer(self) -> Writer:
        """Writes. Raises BusyError while another load goes on."""
        return self._opened().writer()

    def store(self) -> Store:
        """The open store."""
        return self._opened()

    async def looker(self) -> Looker:
        """Look-ups."""
        return Looker(await self._opened_reader())

    async def version(self) -> str:
        """What the graph is now; a write of the last tenth of a second may not be seen yet."""
        if monotonic() >= self._version_until:
            async with self._reading:
                if monotonic() >= self._version_until:
                    self._version = await (await self._opened_reader()).version()
                    self._version_until = monotonic() + _FRESH
        return self._version

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A write: after it, whatever became of it, the version is read anew."""
        try:
            yield
        finally:
            self._version_until = 0.0

    async def console(self) -> Console:
        """Statements of callers."""
        async with self._preparing:
            if self._console is None:
                self._console = await self._prepared()
            return self._console

    async def close(self) -> None:
        """Let go of the database, where it was opened."""
        for opened in (self._console, self._reader):
            if opened is not None:
                await opened.close()
        self._console = self._reader = None
        await asyncio.to_thread(self._close_store)

    def _close_store(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None

    async def _opened_reader(self) -> Reader:
        if self._reader is None:
            await asyncio.to_thread(self._opened)
            self._reader = self._reader or Reader(*self._address(), self._settings.graphmodel_deadline)
        return self._reader

    async def _prepared(self) -> Console:
        self._see_whether_to_try()
        console = Console(*self._address())
        try:
            lacking = await console.prepare()
        except GraphModelError:
            self._retry_at = monotonic() + RETRY_AFTER
            await console.close()
            raise
        if lacking:
            _LOG.warning("%s", text("store.console_unsafe", settings="; ".join(lacking)))
        return console

    def _opened(self) -> Store:
        with self._lock:
            if self._store is None:
                self._see_whether_to_try()
                try:
                    self._store = Store(*self._address(), self._settings.graphmodel_deadline)
                except GraphModelError:
                    self._retry_at = monotonic() + RETRY_AFTER
                    raise
            return self._store

    def _see_whether_to_try(self) -> None:
        if monotonic() < self._retry_at:
            raise DatabaseError("api.still_away")

    def _address(self) -> tuple[str, str, str, str | None]:
        given = self._settings
        if given.neo4j_uri is None:
            raise DatabaseError("api.no_address")
        return (
            given.neo4j_uri,
            given.neo4j_username,
            given.neo4j_password.get_secret_value(),
            given.neo4j_database,
        )
