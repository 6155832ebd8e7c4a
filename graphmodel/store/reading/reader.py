"""The asynchronous way to one database: statements that commit by themselves, each with a deadline."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b
from typing import Any, Final

from neo4j import READ_ACCESS, AsyncGraphDatabase, AsyncSession, Query

from graphmodel.errors import DeadlineError
from graphmodel.store.connection import DRIVER_ERRORS, speaking_bolt, translated

POOL: Final = 16
"""Connections at most: with fewer callers wait for each other, with more the server has no room for other work."""
_FETCHED: Final = 1_000
_GRACE: Final = 1.0
"""Seconds after the server's own deadline at which we stop waiting for a server that does not answer."""


class Reader:
    """Reads from one database. `deadline` is in seconds, for each call. It belongs to one event loop.

    A statement is sent once, in a transaction of its own: it is not tried again where it fails. Where the task that
    waits for it is cancelled, the connection is cut, by which the server sees that nobody waits.
    """

    def __init__(self, uri: str, username: str, password: str, database: str | None, deadline: float) -> None:
        self._uri = uri
        self._database = database
        self._deadline = deadline
        self._driver = AsyncGraphDatabase.driver(
            speaking_bolt(uri),
            auth=(username, password),
            connection_timeout=5,
            connection_acquisition_timeout=min(deadline, 10),
            max_connection_pool_size=POOL,
            liveness_check_timeout=60,
            notifications_min_severity="OFF",
        )

    async def close(self) -> None:
        """Let go of the sockets."""
        await self._driver.close()

    async def values(self, statement: str, /, **parameters: Any) -> list[Any]:
        """The first column of the answer to one reading statement.

        Raises DatabaseError while the database is away, DeadlineError where it takes too long.
        """
        async with self._session() as session:
            result = await session.run(Query(statement, timeout=self._deadline), parameters)
            return await result.value()

    async def version(self) -> str:
        """What the graph is now, as a short text: another one after every write, whoever wrote."""
        async with self._session() as session:
            await (await session.run(Query("RETURN 1", timeout=self._deadline))).consume()
            marks = sorted((await session.last_bookmarks()).raw_values)
        return blake2b("|".join(marks).encode(), digest_size=6).hexdigest()

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[AsyncSession]:
        try:
            async with (
                asyncio.timeout(self._deadline + _GRACE),
                self._driver.session(
                    database=self._database, default_access_mode=READ_ACCESS, fetch_size=_FETCHED
                ) as session,
            ):
                yield session
        except TimeoutError:
            raise DeadlineError("store.deadline", seconds=round(self._deadline)) from None
        except DRIVER_ERRORS as error:
            raise translated(error, self._uri, self._deadline) from error
