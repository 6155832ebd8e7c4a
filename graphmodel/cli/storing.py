"""Writing what was read: after another load, where an interrupted one stopped, and then finding out who is who."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from time import monotonic, sleep
from typing import Final, TypeVar

from graphmodel.cli.output import Rows, err, load_progress, no_rows
from graphmodel.domain.claims import Claim, Source
from graphmodel.errors import BusyError
from graphmodel.store import LoadResult, Store
from graphmodel.texts import text
from loaders import resolve

PATIENCE: Final = 3_600.0
"""Seconds for which a load waits for another one."""
_PAUSE: Final = 0.5
T = TypeVar("T")


def stored(
    store: Store,
    sources: Iterable[Source],
    claims: Iterable[Claim],
    rows: Rows = no_rows,
    replace: bool = False,
) -> AbstractSet[str]:
    """Write claims; the ids of those that the graph did not have.

    `rows` gives how many rows are read, and how many there are. Raises BusyError where another load goes on for longer
    than `PATIENCE`.
    """
    known = list(sources)
    with load_progress(rows) as progress:
        result = _patiently(lambda: store.writer(progress).load(known, claims, replace))
    _tell(result, replace)
    return result.new


def _patiently(work: Callable[[], T]) -> T:
    """Work that writes nothing while another load goes on, begun again until it may."""
    begun, told = monotonic(), False
    while True:
        try:
            return work()
        except BusyError:
            if monotonic() - begun > PATIENCE:
                raise
        if not told:
            err.print(text("cli.waiting"))
            told = True
        sleep(_PAUSE)


def _tell(result: LoadResult, replace: bool) -> None:
    if result.resumed:
        err.print(text("cli.resumed", claims=result.resumed))
    if replace and result.withdrawn:
        err.print(text("cli.withdrawn", claims=result.withdrawn))
    for source, claims in result.outdated.items():
        if not replace and source.startswith("file-"):
            err.print(text("cli.not_replaced", source=source, claims=claims))


def settle(store: Store) -> None:
    """Merge the records that are one enterprise, and say how many are and how many questions there are."""
    with load_progress() as progress:
        found = _patiently(lambda: resolve(store, progress))
    if found.merged or found.questions:
        told = {"merged": len(found.merged), "questions": len(found.questions)}
        err.print(text("cli.resolved", **told))
