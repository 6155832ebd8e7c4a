"""The database behind the API: opened at the first need, and again while it is away."""

from threading import Lock
from time import monotonic
from typing import Final

from graphmodel.errors import DatabaseError, GraphModelError
from graphmodel.settings import Settings
from graphmodel.store import Store, View

RETRY_AFTER: Final = 2
"""Seconds after which it is worth trying again; in between, a database that was away is not tried."""


class Database:
    """Hands out views. Safe to use from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._store: Store | None = None
        self._retry_at = 0.0

    def view(self) -> View:
        """Reads. Raises DatabaseError or DeadlineError while the database is away."""
        with self._lock:
            if self._store is None:
                self._store = self._opened()
            return self._store.view()

    def close(self) -> None:
        """Let go of the database, where it was opened."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None

    def _opened(self) -> Store:
        if monotonic() < self._retry_at:
            raise DatabaseError("api.still_away")
        try:
            return self._open()
        except GraphModelError:
            self._retry_at = monotonic() + RETRY_AFTER
            raise

    def _open(self) -> Store:
        given = self._settings
        if given.neo4j_uri is None:
            raise DatabaseError("api.no_address")
        return Store(
            given.neo4j_uri,
            given.neo4j_username,
            given.neo4j_password.get_secret_value(),
            given.neo4j_database,
            given.graphmodel_deadline,
        )
