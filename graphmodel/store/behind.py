"""Writing while the next batch is made: the program and the database work at the same time."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self


class Behind:
    """Does one piece of work at a time in a thread of its own, while its owner prepares the next.

    Left as a context, it waits for the last piece, so that nothing goes on behind the back of an error.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._under_way: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        if error is None:
            self.wait()

    def do(self, work: Callable[[], None]) -> None:
        """Begin `work` as soon as the piece before is done. Raises what that one raised."""
        self.wait()
        self._under_way = self._thread.submit(work)

    def wait(self) -> None:
        """Until nothing is under way. Raises what the last piece raised."""
        last, self._under_way = self._under_way, None
        if last:
            last.result()
