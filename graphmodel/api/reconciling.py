"""Reconciliation (W3C, as OpenRefine 0.2 asks for it): names of a caller's table matched with enterprises."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.domain.graph import NAMES, Node
from graphmodel.domain.likeness import likeness, sound
from graphmodel.domain.names import normalise
from graphmodel.store import Looker, View, Wanted
from graphmodel.store.statements import LOOK_UP_NUMBERS
from graphmodel.texts import ViewLanguage, text

TYPE: Final = "Enterprise"
PLACES: Final = ("country", "region")
PROPERTIES: Final = ("name_ru", "name_en", "name_uz", *LOOK_UP_NUMBERS, "status", *PLACES)
_SURE: Final = 95
"""A score from which a name alone is taken for a match, where no other comes near."""
_APART: Final = 5
"""By so much the next one must be worse."""


class Property(BaseModel):
    """A further value of a row, by which candidates are told apart."""

    model_config = ConfigDict(frozen=True)

    pid: str = Field(max_length=50)
    v: str | list[str]


class Query(BaseModel):
    """One name to be matched."""

    model_config = ConfigDict(frozen=True)

    query: str = Field(default="", max_length=200)
    limit: int = Field(default=5, ge=1, le=50)
    properties: tuple[Property, ...] = Field(default=(), max_length=10)


class Wish(BaseModel):
    """A property that a caller wants to add to its table."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(max_length=50)


class Extension(BaseModel):
    """Enterprises and what is wanted of them."""

    model_config = ConfigDict(frozen=True)

    ids: tuple[str, ...] = Field(max_length=500)
    properties: tuple[Wish, ...] = Field(max_length=20)


def typed(lang: ViewLanguage) -> list[dict[str, str]]:
    """The one type that there is."""
    return [{"id": TYPE, "name": text("api.reconcile_type", lang)}]


def named(lang: ViewLanguage, prefix: str = "") -> list[dict[str, str]]:
    """The properties whose id or name begins so."""
    listed = ({"id": name, "name": text(f"api.property_{name}", lang)} for name in PROPERTIES)
    wanted = prefix.casefold()
    return [one for one in listed if any(told.casefold().startswith(wanted) for told in one.values())]


def searched(view: View, words: str, limit: int) -> list[tuple[Node, float]]:
    """The enterprises whose names come nearest, each with a score from 0 to 100."""
    asked = sound(normalise(words))
    return [(node, round(100 * _likeness(asked, node), 1)) for node in view.search(words, limit)]


def _likeness(asked: str, node: Node) -> float:
    return max((likeness(asked, name) for name in node.properties["sound"]), default=0)


async def candidates(
    looker: Looker, query: Query, near: Iterable[tuple[Node, float]], lang: ViewLanguage
) -> list[dict[str, Any]]:
    """The candidates for a name, the best first: a number decides, a place rules out."""
    given = {one.pid: one.v if isinstance(one.v, str) else next(iter(one.v), "") for one in query.properties}
    number = next((given[name] for name in LOOK_UP_NUMBERS if given.get(name)), None)
    if number:
        found = await looker.enterprises(Wanted(), "", query.limit, number=number)
        if found.rows:
            return [
                _candidate(row["id"], _name(row, lang), 100, len(found.rows) == 1, lang) for row in found.rows
            ]
    scores = {node.key: score for node, score in near}
    wanted = Wanted(country=given.get("country") or None, region=given.get("region") or None)
    found = await looker.enterprises(wanted, "", len(scores) or 1, among=list(scores))
    rows = sorted(found.rows, key=lambda row: -scores[row["id"]])[: query.limit]
    sure = _is_sure([scores[row["id"]] for row in rows])
    return [
        _candidate(row["id"], _name(row, lang), scores[row["id"]], sure and place == 0, lang)
        for place, row in enumerate(rows)
    ]


def _is_sure(scores: list[float]) -> bool:
    return bool(scores) and scores[0] >= _SURE and (len(scores) == 1 or scores[0] - scores[1] >= _APART)


def _candidate(key: str, name: str, score: float, match: bool, lang: ViewLanguage) -> dict[str, Any]:
    return {"id": key, "name": name, "type": typed(lang), "score": score, "match": match}


def _name(row: Mapping[str, Any], lang: ViewLanguage) -> str:
    return next((str(row[name]) for name in NAMES[lang] if row.get(name)), str(row["id"]))


def suggestion(node: Node, lang: ViewLanguage) -> dict[str, Any]:
    """An enterprise as one is suggested while somebody types."""
    numbers = [
        f"{name.upper()} {node.properties[name]}" for name in LOOK_UP_NUMBERS if node.properties.get(name)
    ]
    told = {"id": node.key, "name": node.name(lang), "notable": typed(lang)}
    return told | ({"description": ", ".join(numbers)} if numbers else {})


async def extended(looker: Looker, wish: Extension, lang: ViewLanguage) -> dict[str, Any]:
    """What is known of each enterprise; nothing for an id that there is not, or a property that there is not."""
    wanted = [one.id for one in wish.properties]
    known = [one for one in named(lang) if one["id"] in wanted]
    rows = {key: _values(await looker.enterprise(key), wanted) for key in wish.ids}
    return {"meta": known, "rows": rows}


def _values(row: Mapping[str, Any] | None, wanted: Iterable[str]) -> dict[str, list[Any]]:
    return {name: _value(row, name) if row else [] for name in wanted if name in PROPERTIES}


def _value(row: Mapping[str, Any], name: str) -> list[Any]:
    if name == "country":
        return [{"str": place["country"]} for place in row["places"]]
    if name == "region":
        regions = (place for place in row["places"] if place["kind"] == "region")
        return [{"str": place["code"]} for place in regions]
    return [{"str": row[name]}] if row[name] else []
