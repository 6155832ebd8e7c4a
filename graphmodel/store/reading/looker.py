"""Look-ups by a Reader: what is found, as maps."""

from collections.abc import Iterable
from typing import Any, Literal

from graphmodel.store.reading import links, lists
from graphmodel.store.reading.reader import Reader
from graphmodel.store.reading.rings import Rings
from graphmodel.store.reading.wanted import Found, Wanted

Label = Literal["Event", "Product", "Region", "Country", "Cluster"]
Row = dict[str, Any]


class Looker:
    """Answers look-ups from one database. A page begins after a position that `Found.more` of another one gave.

    Where None is given back, there is nothing of this id.
    """

    def __init__(self, reader: Reader) -> None:
        self._values = reader.values
        self.version = reader.version

    async def enterprise(self, key: str) -> Row | None:
        """An enterprise with its places."""
        return next(iter(await self._values(lists.ENTERPRISE, id=key)), None)

    async def places(self, keys: Iterable[str]) -> dict[str, list[Row]]:
        """The places of some enterprises, by id."""
        return dict(await self._values(lists.PLACES_OF, ids=list(keys)))

    async def enterprises(
        self,
        wanted: Wanted,
        after: str,
        limit: int,
        *,
        number: str | None = None,
        cluster: str | None = None,
        among: Iterable[str] | None = None,
        linked: Iterable[Row] = (),
    ) -> Found:
        """Enterprises by id: of a place, product (made or supplied), number and cluster, as far as given.

        `among` limits them to some ids; `linked` says what links each has (relation; id, product, country or None).
        """
        links_of = list(linked)
        given: Row = {
            **{name: wanted.parameters[name] for name in ("product", "region", "country")},
            "number": number,
            "cluster": cluster,
            "ids": None if among is None else list(among),
            "linked": links_of or None,
            "beside": next((link["id"] for link in links_of if link["id"]), None),
        }
        asked = {name: value for name, value in given.items() if value is not None}
        rows = await self._values(lists.enterprises(asked), **asked, after=after, limit=limit + 1)
        return _page(rows, limit, "id")

    async def partners(self, key: str, wanted: Wanted, after: list[Any], limit: int) -> Found | None:
        """The relations of an enterprise: suppliers first, then by name."""
        parameters = wanted.parameters | {"after": after or None, "limit": limit + 1}
        found = await self._values(links.PARTNERS, id=key, **parameters)
        if not found:
            return None
        page = found[0][:limit]
        return Found(page, page[-1]["place"] if len(found[0]) > limit else None)

    async def farther(
        self, key: str, wanted: Wanted, hops: int, after: list[Any], limit: int
    ) -> Found | None:
        """Everyone at most so many links away, the nearest first, then by name, each by one shortest path."""
        start = await self._values(links.START, id=key)
        if not start:
            return None
        rings = Rings(self._values, wanted, start[0])
        page = await rings.page(hops, after, limit + 1)
        rows = await self._values(links.ALONG, ways=[way for _, way in page[:limit]], **wanted.parameters)
        more = page[limit - 1][0] if len(page) > limit else None
        return Found([_with_last_step(row) for row in rows], more)

    async def paths(self, start: str, end: str, wanted: Wanted, hops: int, limit: int) -> list[Row] | None:
        """Shortest paths between two enterprises, at most `limit`."""
        parameters = wanted.parameters | {"hops": hops, "limit": limit}
        found = await self._values(links.PATHS, id=start, other=end, **parameters)
        return found[0] if found else None

    async def evidence(self, key: str, after: str, limit: int) -> Found | None:
        """The claims that speak of an enterprise, with their sources."""
        found = await self._values(links.EVIDENCE_ABOUT, id=key, after=after, limit=limit + 1)
        return _page(found[0], limit, "claim") if found else None

    async def listed(self, label: Label, after: str, limit: int) -> Found:
        """Events, products, regions, countries or clusters."""
        key = "code" if label in ("Product", "Region", "Country") else "id"
        return _page(await self._values(lists.LISTS[label], after=after, limit=limit + 1), limit, key)

    async def cluster(self, key: str) -> Row | None:
        """A cluster."""
        return next(iter(await self._values(lists.CLUSTER, id=key)), None)

    async def members(self, key: str, wanted: Wanted, after: str, limit: int) -> Found | None:
        """The members of a cluster; `wanted` limits their places."""
        found = await self._values(lists.MEMBERS, id=key, **wanted.parameters, after=after, limit=limit + 1)
        if not found:
            return None
        page = found[0][:limit]
        return Found(page, [page[-1]["enterprise"]["id"]] if len(found[0]) > limit else None)

    async def agreements(self, after: str, limit: int, **wanted: str | None) -> Found:
        """Agreements with their parties, of a kind, status, party and event."""
        return _page(
            await self._values(lists.AGREEMENTS, after=after, limit=limit + 1, **wanted), limit, "id"
        )

    async def agreement(self, key: str) -> Row | None:
        """An agreement with its parties."""
        return next(iter(await self._values(lists.AGREEMENT, id=key)), None)

    async def sources(self, after: str, limit: int) -> Found:
        """Sources with the number of their claims."""
        return _page(await self._values(lists.SOURCES, after=after, limit=limit + 1), limit, "id")

    async def whole(self) -> bool:
        """Whether nothing is left of a load that was broken off: nodes marked for work that nobody holds."""
        return bool((await self._values(lists.WHOLE))[0])


def _page(rows: list[Row], limit: int, key: str) -> Found:
    """One row more than a page was asked for."""
    page = rows[:limit]
    return Found(page, [page[-1][key]] if len(rows) > limit else None)


def _with_last_step(row: Row) -> Row:
    """What a partner is to the one before it stands where a near partner's relation does."""
    last = row["path"][-1]
    claims = sorted({claim for step in row["path"] for claim in step["claims"]})
    return {
        **row,
        "hops": len(row["path"]),
        "relation": last["relation"],
        "edge": last["edge"],
        "claims": claims,
    }
