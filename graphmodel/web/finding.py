"""Enterprises by what somebody types: a number, or any name, mistyped or in another script too."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from graphmodel.api.database import Database
from graphmodel.domain.ids import REGISTRIES
from graphmodel.store import Wanted
from graphmodel.web.words import Words

SUGGESTED: Final = 8
LISTED: Final = 50


class Hit(NamedTuple):
    """An enterprise as it is listed: its names, places and numbers."""

    row: Mapping[str, Any]
    places: Sequence[Mapping[str, Any]]

    @property
    def synthetic(self) -> bool:
        """Whether it is generated."""
        return bool(self.row.get("synthetic"))

    @property
    def address(self) -> str:
        """Where its card is."""
        return f"/enterprises/{self.row['id']}"

    @property
    def numbers(self) -> tuple[str, ...]:
        """Its registry numbers, each with the name of the registry."""
        return tuple(f"{name.upper()} {self.row[name]}" for name in REGISTRIES if self.row.get(name))

    def told(self, words: Words) -> str:
        """Where it is and what its numbers are."""
        return " · ".join((*map(words.place_row, self.places), *self.numbers))


async def found(database: Database, typed: str, limit: int) -> list[Hit]:
    """The enterprises with this number, else those whose names come nearest, the nearest first."""
    looker = await database.looker()
    numbered = any(map(str.isdigit, typed))
    rows = (await looker.enterprises(Wanted(), "", limit, number=typed)).rows if numbered else []
    if not rows:
        nodes = await asyncio.to_thread(lambda: database.view().search(typed, limit))
        rows = [{"id": node.key, "placeholder": node.placeholder, **node.properties} for node in nodes]
    places = await looker.places(row["id"] for row in rows)
    return [Hit(row, places.get(row["id"], ())) for row in rows]


def values(hits: Sequence[Hit], words: Words) -> list[str]:
    """What a form field holds for each: the name, or the id where several are called so."""
    names = [words.named_row(hit.row) for hit in hits]
    return [
        name if names.count(name) == 1 and not hit.row["placeholder"] else hit.row["id"]
        for name, hit in zip(names, hits, strict=True)
    ]
