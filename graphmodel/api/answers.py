"""From a number or name to what the store knows of it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from graphmodel import analysis
from graphmodel.api.database import Database
from graphmodel.api.snapshots import Snapshots
from graphmodel.domain.ids import REGISTRIES
from graphmodel.errors import AmbiguousNameError, NotFoundError
from graphmodel.store import Looker, View

T = TypeVar("T")


async def of_enterprise(
    database: Database, number: str, look: Callable[[Looker, str], Awaitable[T | None]]
) -> T:
    """What `look` finds of the enterprise with this id, else of the one with this registry number.

    Raises NotFoundError where there is none, and AmbiguousNameError where two have the number.
    """
    number = number.encode(errors="replace").decode()
    looker = await database.looker()
    found = await look(looker, number)
    if found is None:
        key = await asyncio.to_thread(lambda: _key_of(database.view(), number))
        found = await look(looker, key)
    return there(found, number, "api.no_enterprise")


def there(found: T | None, key: str, otherwise: str = "api.nothing") -> T:
    """What was found under a key or number. Raises NotFoundError, which says the text `otherwise`, for nothing."""
    if found is None:
        raise NotFoundError(otherwise, id=key)
    return found


def with_evidence(view: View, rows: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Rows with what stands behind their claims."""
    listed = list(rows)
    found = view.evidence(claim for row in listed for claim in row["claims"])
    return tuple(
        row | {"evidence": [found[claim].model_dump() for claim in row["claims"] if claim in found]}
        for row in listed
    )


def _key_of(view: View, number: str) -> str:
    """Names are for the search: they may be one enterprise's today and several enterprises' tomorrow."""
    try:
        found = view.enterprise(number)
    except AmbiguousNameError:
        raise
    except NotFoundError as error:
        raise NotFoundError("api.no_enterprise", id=number) from error
    numbers = (found.properties.get(registry) for registry in REGISTRIES)
    if number not in (found.key, *found.properties.get("records", ()), *numbers):
        raise NotFoundError("api.no_enterprise", id=number)
    return found.key


async def verdicts(shots: Snapshots, cluster: str, day: date) -> analysis.Verdicts:
    """Whether a cluster meets each rule of the act that applies on a day."""
    graph = await shots.graph(day)
    records = await shots.run(lambda: list(analysis.member_records(graph, cluster)))
    numbers = await shots.read(lambda view: view.aggregates(records, day))
    return await shots.run(lambda: analysis.rules(graph, cluster, day, analysis.russian(), numbers))
