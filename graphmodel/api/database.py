"""The database behind the API: opened at the first need, and again while it is away."""

import asyncio
import logging
from threading import Lock
from time import monotonic
from typing import Final

from graphmodel.errors import DatabaseError, GraphModelError
from graphmodel.settings import Settings
from graphmodel.store import Console, Store, View
from graphmodel.texts import text

RETRY_AFTER: Final = 2
"""Seconds after which it is worth trying again; in between, a database that was away is not tried."""


_LOG: Final = logging.getLogger(__name__)


class Database:
    """Hands out views, safe to use from several threads, and the console, in one event loop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._store: Store | None = None
        self._console: Console | None = None
        self._preparing = asyncio.Lock()
        self._retry_at = 0.0

    def view(self) -> View:
        """Reads. Raises DatabaseError or DeadlineError while the database is away."""
        with self._lock:
            if self._store is None:
                self._store = self._opened()
            return self._store.view()

    async def console(self) -> Console:
        """Statements of callers. Raises DatabaseError or DeadlineError while the database is away."""
        async with self._preparing:
            if self._console is None:
                self._console = await self._prepared()
            return self._console

    async def close(self) -> None:
        """Let go of the database, where it was opened."""
        if self._console is not None:
            await self._console.close()
        self._console = None
        await asyncio.to_thread(self._close_store)

    def _close_store(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None

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
        self._see_whether_to_try()
        try:
            return Store(*self._address(), self._settings.graphmodel_deadline)
        except GraphModelError:
            self._retry_at = monotonic() + RETRY_AFTER
            raise

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
