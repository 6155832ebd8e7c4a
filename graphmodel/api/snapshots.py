"""Graphs as a whole, for the analyses: read once for each version, and worked through beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Final, TypeVar

from graphmodel.api.database import Database
from graphmodel.domain.graph import Graph
from graphmodel.errors import DeadlineError
from graphmodel.store import View

T = TypeVar("T")
WORKERS: Final = 2
"""Analyses at a time; the others wait for their turn, within their deadline."""
KEPT: Final = 4
"""Days of which the graph is kept."""


class Snapshots:
    """The graph of today and of some other days, as long as nothing is written. `deadline` is in seconds."""

    def __init__(self, database: Database, deadline: float) -> None:
        self._database = database
        self._deadline = deadline
        self._workers = ThreadPoolExecutor(WORKERS, "analysis")
        self._graphs: dict[tuple[str, date | None], asyncio.Future[Graph]] = {}

    async def graph(self, day: date | None = None) -> Graph:
        """The whole graph; with a day, as it was on it."""
        key = (await self._database.version(), day)
        if key not in self._graphs:
            kept = [known for known in self._graphs if known[0] == key[0]][1 - KEPT :]
            self._graphs = {known: self._graphs[known] for known in kept}
            self._graphs[key] = asyncio.ensure_future(self.read(lambda view: view.graph(day)))
        try:
            return await asyncio.shield(self._graphs[key])
        except Exception:
            self._graphs.pop(key, None)
            raise

    async def read(self, work: Callable[[View], T]) -> T:
        """The outcome of some work that reads, beside the event loop."""
        return await self.run(lambda: work(self._database.view()))

    async def run(self, work: Callable[[], T]) -> T:
        """The outcome of some work, beside the event loop. Raises DeadlineError where it takes too long."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._deadline):
                return await loop.run_in_executor(self._workers, work)
        except TimeoutError:
            raise DeadlineError("store.deadline", seconds=round(self._deadline)) from None

    def close(self) -> None:
        """Take no more work."""
        self._workers.shutdown(wait=False, cancel_futures=True)
