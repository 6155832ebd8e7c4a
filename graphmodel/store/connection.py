"""One driver, a deadline on every call, and driver errors in the user's words. Nothing else imports neo4j."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, GraphDatabase, ManagedTransaction, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    TransientError,
)

from graphmodel.errors import DatabaseError, DeadlineError, GraphModelError, StatementError

T = TypeVar("T")
Row = dict[str, Any]
DRIVER_ERRORS: Final = (Neo4jError, DriverError, ConfigurationError, ValueError, OSError)
POOL: Final = 8
"""Connections at most: what the console and look-ups leave of the transactions that a server should run at a time."""
GRACE: Final = 5.0
"""Seconds after the server's own deadline at which the client stops waiting for a server that does not answer."""


class Connection:
    """The way to one database. Statements run in managed transactions, each with a deadline in seconds."""

    def __init__(self, uri: str, username: str, password: str, database: str | None, deadline: float) -> None:
        self.uri = uri
        self.deadline = deadline
        self._database = database
        with self._in_our_words():
            self._driver: Driver = GraphDatabase.driver(
                speaking_bolt(uri),
                auth=(username, password),
                connection_timeout=5,
                connection_acquisition_timeout=10,
                max_transaction_retry_time=deadline,
                max_connection_pool_size=POOL,
                notifications_min_severity="OFF",
            )

    def close(self) -> None:
        """Let go of the sockets."""
        self._driver.close()

    def verify(self) -> None:
        """Raise DatabaseError where the server does not answer or does not take the password."""
        self._within(self.deadline, self._driver.verify_connectivity)

    def read(self, statement: str, /, **parameters: Any) -> list[Row]:
        """The rows of one reading statement."""
        return self._run(READ_ACCESS, _told_at_once(lambda tx: tx.run(statement, parameters).data()))

    def read_some(
        self, statement: str, parameters: Mapping[str, Any], limit: int
    ) -> tuple[list[str], list[Row]]:
        """The columns and the first `limit` rows of one reading statement."""

        def work(tx: ManagedTransaction) -> tuple[list[str], list[Row]]:
            result = tx.run(statement, dict(parameters))
            return list(result.keys()), [record.data() for record in result.fetch(limit)]

        return self._run(READ_ACCESS, _told_at_once(work))

    def write(self, *steps: tuple[str, Mapping[str, Any]]) -> None:
        """Several statements, in order, all or none."""

        def work(tx: ManagedTransaction) -> None:
            for statement, parameters in steps:
                tx.run(statement, dict(parameters)).consume()

        self._run(WRITE_ACCESS, work)

    def _run(self, access: str, work: Callable[[ManagedTransaction], T]) -> T:
        bounded = unit_of_work(timeout=self.deadline)(work)

        def call() -> T:
            with self._driver.session(database=self._database, default_access_mode=access) as session:
                execute = session.execute_read if access == READ_ACCESS else session.execute_write
                return execute(bounded)

        return self._within(self.deadline, call)

    def _within(self, seconds: float, call: Callable[[], T]) -> T:
        """The outcome of `call`, or DeadlineError where a hung server keeps it past `seconds` and the grace."""
        outcome: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

        def run() -> None:
            try:
                outcome.put((call(), None))
            except BaseException as error:
                outcome.put((None, error))

        Thread(target=run, daemon=True).start()
        try:
            value, error = outcome.get(timeout=seconds + GRACE)
        except Empty:
            raise DeadlineError("store.no_answer", uri=self.uri, seconds=round(seconds + GRACE)) from None
        if error is not None:
            with self._in_our_words():
                raise error
        return value  # type: ignore[return-value]

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except DRIVER_ERRORS as error:
            raise translated(error, self.uri, self.deadline) from error


def _told_at_once(work: Callable[[ManagedTransaction], T]) -> Callable[[ManagedTransaction], T]:
    """`work` that is not tried again where it needs more memory than it may take: it would need it again."""

    def run(tx: ManagedTransaction) -> T:
        try:
            return work(tx)
        except TransientError as error:
            if "OutOfMemory" in (error.code or ""):
                raise StatementError("store.refused", code=error.code, message=error.message) from error
            raise

    return run


def speaking_bolt(uri: str) -> str:
    """The address. Raises ValueError where it is not one that we take."""
    if not uri.startswith(("bolt", "neo4j")):
        raise ValueError("the address must begin with bolt:// or neo4j://")
    return uri


def translated(error: Exception, uri: str, deadline: float) -> GraphModelError:
    """An error of the driver in the user's words; `deadline` in seconds."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError) or ("Security" in code and "Forbidden" not in code):
        return DatabaseError("store.password", uri=uri)
    if "TransactionTimedOut" in code:
        return DeadlineError("store.deadline", seconds=round(deadline))
    if "Neo.TransientError" in code or "Terminated" in code or "Unavailable" in code:
        return DatabaseError("store.unreachable", uri=uri, reason=code)
    if isinstance(error, ClientError) or code:
        return StatementError("store.refused", code=code, message=getattr(error, "message", "") or str(error))
    return DatabaseError(
        "store.unreachable", uri=uri, reason=(str(error).splitlines() or [type(error).__name__])[0]
    )
