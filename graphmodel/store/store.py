"""The life of one connection to the graph."""

from contextlib import suppress
from types import TracebackType
from typing import Self

from graphmodel.errors import BusyError
from graphmodel.store.connection import Connection
from graphmodel.store.projector import Progress, unheard
from graphmodel.store.view import View
from graphmodel.store.writer import Writer


class Store:
    """A graph in a Neo4j 5 or later, at a `bolt://` or `neo4j://` address. `deadline` is in seconds, for each call.

    Opening it checks address and password, prepares a database that is new to us, and mends what a crash left; a load
    that goes on elsewhere keeps nobody from reading. With `resume`, what an interrupted load has staged is left for the
    next load to go on with. Raises DatabaseError where that fails.
    """

    def __init__(
        self,
        uri: str,
        username: str,
        password: str,
        database: str | None = None,
        deadline: float = 30,
        resume: bool = False,
    ) -> None:
        self._resume = resume
        self._connection = Connection(uri, username, password, database, deadline)
        try:
            self._connection.verify()
            with suppress(BusyError):
                self.writer()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def writer(self, progress: Progress = unheard) -> Writer:
        """A writer to a database with all constraints and indexes, in which what a crash left is mended.

        Raises BusyError while another load goes on.
        """
        writer = Writer(self._connection, progress)
        if not self.view().prepared():
            writer.prepare()
        writer.recover(self._resume)
        return writer

    def view(self) -> View:
        """Reads."""
        return View(self._connection)
