"""Who is how far: ring by ring around one node, no farther than a page needs."""

from collections.abc import Awaitable, Callable
from typing import Any

from graphmodel.store.reading import links
from graphmodel.store.reading.wanted import Wanted

Place = list[Any]
Way = list[str]


class Rings:
    """The rings around the node `start`, by internal ids."""

    def __init__(self, values: Callable[..., Awaitable[list[Any]]], wanted: Wanted, start: str) -> None:
        self._values = values
        self._parameters = wanted.parameters
        self._before: dict[str, str] = {}
        self._start = start

    async def page(self, hops: int, after: Place, limit: int) -> list[tuple[Place, Way]]:
        """At most `limit` nodes by distance, name and key after a place in that order, each with the way to it."""
        found: list[tuple[Place, Way]] = []
        ring = [self._start]
        for distance in range(1, hops + 1):
            rows = await self._values(
                links.RING, ring=ring, seen=[self._start, *self._before], **self._parameters
            )
            self._before |= {node: before for node, before, *_ in rows}
            places = sorted(([distance, name, key], node) for node, _, name, key, counts in rows if counts)
            found += [(place, self._way(node)) for place, node in places if place > after][
                : limit - len(found)
            ]
            if len(found) == limit:
                break
            ring = [row[0] for row in rows]
        return found

    def _way(self, node: str) -> Way:
        way = [node]
        while way[0] != self._start:
            way.insert(0, self._before[way[0]])
        return way
