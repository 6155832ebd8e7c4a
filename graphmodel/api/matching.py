"""Queries by example: which enterprises are as this one."""

import asyncio

from graphmodel.api import models
from graphmodel.api.database import Database
from graphmodel.store import Looker, Wanted


async def matched(database: Database, looker: Looker, asked: models.Example, limit: int) -> models.Matches:
    """The enterprises that are as the example: the nearest name first, else in the order of their ids."""
    nearest = None
    if asked.name:
        name = asked.name
        nearest = [node.key for node in await asyncio.to_thread(lambda: database.view().search(name, 50))]
    found = await looker.enterprises(
        Wanted(country=asked.country, region=asked.region, product=asked.product),
        "",
        limit if nearest is None else len(nearest) or 1,
        number=asked.number,
        cluster=asked.cluster,
        among=nearest,
        linked=[link.model_dump() for link in asked.links],
    )
    rows = sorted(found.rows, key=lambda row: nearest.index(row["id"])) if nearest else found.rows
    more = found.more is not None or len(rows) > limit
    return models.Matches(items=tuple(rows[:limit]), truncated=more)
