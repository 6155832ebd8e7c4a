"""A stranger's Cypher: it reads within limits, and is cut off where it keeps none."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from types import TracebackType
from typing import Any, Final, Self

from neo4j import READ_ACCESS, AsyncGraphDatabase, AsyncTransaction
from neo4j.exceptions import Neo4jError

from graphmodel.errors import CrowdedError, DeadlineError
from graphmodel.store.connection import DRIVER_ERRORS, speaking_bolt, translated
from graphmodel.store.plain import plain_row
from graphmodel.store.refusals import refusal
from graphmodel.store.safety import PROBE, SETTINGS, lacking
from graphmodel.store.view import ROW_LIMIT, Table
from queries import catalogue
from queries.guard.plan import check_plan
from queries.guard.statement import check

SECONDS: Final = 5.0
"""How long the server may plan a statement, and how long it may run it."""
PATIENCE: Final = 6.5
"""Seconds for both together. Then the client cuts the connection, by which the server sees that nobody waits."""
CONCURRENT: Final = 2
"""Statements at a time: each may take a quarter of the memory of the managed server, and a core."""
MOST_CHARACTERS: Final = 10_000_000
"""Of an answer as JSON."""
_PREPARING_SECONDS: Final = 60.0
_FETCHED: Final = 100


class Console:
    """Runs statements of strangers on one database, as `queries.guard.statement` and `queries.guard.plan` allow them.

    It belongs to one event loop. `prepare` comes first.
    """

    def __init__(self, uri: str, username: str, password: str, database: str | None = None) -> None:
        self._uri = uri
        self._database = database
        self._running = 0
        with self._in_our_words():
            self._driver = AsyncGraphDatabase.driver(
                speaking_bolt(uri),
                auth=(username, password),
                connection_timeout=5,
                connection_acquisition_timeout=5,
                max_connection_pool_size=CONCURRENT + 1,
                notifications_min_severity="OFF",
            )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the sockets."""
        await self._driver.close()

    async def prepare(self) -> tuple[str, ...]:
        """Warm the planner up, whose first plan takes seconds, and look at the server.

        Returns the safe settings that it lacks, as they would stand in its neo4j.conf. Raises DatabaseError and
        DeadlineError where it cannot be reached.
        """
        longest = max((question.statement for question in catalogue().values()), key=len)
        with self._in_our_words():
            async with asyncio.timeout(_PREPARING_SECONDS):
                async with self._reading(_PREPARING_SECONDS) as tx:
                    await (await tx.run(f"EXPLAIN\n{longest}")).consume()
                async with self._reading(_PREPARING_SECONDS) as tx:
                    settings = await (await tx.run(SETTINGS)).data()
                return lacking({row["name"]: row["value"] for row in settings}, await self._probed())

    async def _probed(self) -> str:
        try:
            async with self._reading(_PREPARING_SECONDS) as tx:
                await (await tx.run(PROBE)).consume()
        except Neo4jError as error:
            return error.message or ""
        return ""

    async def run(self, statement: str, parameters: Mapping[str, Any]) -> Table:
        """The answer to a statement, cut after 1,000 rows or ten million characters, with plain JSON in its cells.

        Raises RefusedError for what may not run or ends in an error of its own, DeadlineError for what takes longer
        than SECONDS, CrowdedError while CONCURRENT others run, and DatabaseError where the database is away.
        """
        check(statement, parameters)
        with self._place(), self._in_our_words():
            async with asyncio.timeout(PATIENCE):
                await self._check_plan(statement, parameters)
                return await self._answer(statement, parameters)

    async def _check_plan(self, statement: str, parameters: Mapping[str, Any]) -> None:
        async with self._reading(SECONDS) as tx:
            summary = await (await tx.run(f"EXPLAIN\n{statement}", dict(parameters))).consume()
        check_plan(statement, summary.query_type or "", summary.plan or {})

    async def _answer(self, statement: str, parameters: Mapping[str, Any]) -> Table:
        rows: list[dict[str, Any]] = []
        size, truncated = 0, False
        async with self._reading(SECONDS) as tx:
            result = await tx.run(statement, dict(parameters))
            async for record in result:
                row = plain_row(dict(record))
                size += len(json.dumps(row, ensure_ascii=False))
                truncated = len(rows) == ROW_LIMIT or size > MOST_CHARACTERS
                if truncated:
                    break
                rows.append(row)
            columns = result.keys()
        return Table(columns=tuple(columns), rows=tuple(rows), truncated=truncated)

    @asynccontextmanager
    async def _reading(self, seconds: float) -> AsyncIterator[AsyncTransaction]:
        """A transaction that is undone at the end, and whose connection is cut where it is cancelled."""
        async with self._driver.session(
            database=self._database, default_access_mode=READ_ACCESS, fetch_size=_FETCHED
        ) as session:
            transaction = await session.begin_transaction(timeout=seconds)
            yield transaction
            await transaction.rollback()

    @contextmanager
    def _place(self) -> Iterator[None]:
        if self._running >= CONCURRENT:
            raise CrowdedError("store.console_crowded")
        self._running += 1
        try:
            yield
        finally:
            self._running -= 1

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except TimeoutError:
            raise DeadlineError("store.console_deadline", seconds=round(SECONDS)) from None
        except DRIVER_ERRORS as error:
            told = refusal(error, SECONDS) if isinstance(error, Neo4jError) else None
            raise told or translated(error, self._uri, SECONDS) from error
