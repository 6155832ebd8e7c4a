"""A scene as columnar JSON, version 2: one array a field, texts in one pool, so that it stays small and opens fast.

A column of n values is one of `[value, …]`, `{"of": [distinct value, …], "at": [place in it, …]}` and `{"all": value}`;
an absent column has the empty value of its kind throughout: null, -1 for a reference, [] for a list.
docs/adr/0012-one-scene-three-renderers.md has the whole table.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from viz.scene import SCENE_VERSION, Fact, Layout, Layouts, Scene, SceneNode, Words

NONE = -1
Json = dict[str, Any]


class _Pool:
    """All texts of a scene, each once; a text is referred to by its place."""

    def __init__(self) -> None:
        self.places: dict[Words, int] = {}

    def at(self, words: Words | None) -> int:
        """The place of a text; -1 for none."""
        return NONE if words is None else self.places.setdefault(words, len(self.places))

    def facts(self, facts: Iterable[Fact]) -> list[str | int]:
        """Facts as name, text, name, text …"""
        return [part for fact in facts for part in (fact.name, self.at(fact.value))]

    def columns(self) -> Json:
        """One array a language; 0 where it reads as in Russian."""
        told = list(self.places)
        return {
            "ru": [words.ru for words in told],
            "en": [0 if words.en == words.ru else words.en for words in told],
            "uz": [0 if words.uz == words.ru else words.uz for words in told],
        }


def column(values: Sequence[Any], empty: Any = None) -> Any:
    """The shortest form of a column; None where every value is `empty`, and the column is left out."""
    distinct = list(dict.fromkeys(values))
    if distinct in ([], [empty]):
        return None
    if len(distinct) == 1:
        return {"all": distinct[0]}
    if isinstance(distinct[-1], str) and 2 * len(distinct) <= len(values):
        places = {value: place for place, value in enumerate(distinct)}
        return {"of": distinct, "at": [places[value] for value in values]}
    return list(values)


def _lists(values: Iterable[Iterable[Any]]) -> list[list[Any]] | None:
    listed = [list(value) for value in values]
    return listed if any(listed) else None


def _marked(flags: Iterable[bool]) -> list[int] | None:
    return [place for place, flag in enumerate(flags) if flag] or None


def _present(columns: Json) -> Json:
    return {name: value for name, value in columns.items() if value is not None}


def _measures(nodes: Sequence[SceneNode]) -> Json | None:
    names = sorted({name for node in nodes for name in node.measures})
    return {name: column([node.measures.get(name) for node in nodes]) for name in names} or None


def _cards(pool: _Pool, layouts: Layouts) -> Json:
    cards = layouts.cards
    return {
        "width": column([card.width for card in cards]),
        "height": column([card.height for card in cards]),
        "lines": column([pool.at(card.lines) for card in cards], NONE),
    }


def _nodes(pool: _Pool, scene: Scene, layouts: Layouts) -> Json:
    nodes = scene.nodes
    places = {place.id: number for number, place in enumerate(scene.places)}
    return {
        "count": len(nodes),
        "id": column([node.id for node in nodes]),
        "kind": column([node.kind for node in nodes]),
        "title": column([pool.at(node.title) for node in nodes], NONE),
        "aliases": _lists(node.aliases for node in nodes),
        "place": column([places[node.place] for node in nodes], NONE),
        "country": column([node.country for node in nodes]),
        "region": column([node.region for node in nodes]),
        "status": column([node.status for node in nodes]),
        "facts": _lists(pool.facts(node.facts) for node in nodes),
        "claims": _lists(node.claims for node in nodes),
        "placeholder": _marked(node.placeholder for node in nodes),
        "synthetic": _marked(node.synthetic for node in nodes),
        "measures": _measures(nodes),
        **_cards(pool, layouts),
    }


def _edges(pool: _Pool, scene: Scene, layouts: Layouts) -> Json:
    edges = scene.edges
    return {
        "count": len(edges),
        "kind": column([edge.kind for edge in edges]),
        "source": [edge.source for edge in edges] or None,
        "target": [edge.target for edge in edges] or None,
        "label": column([pool.at(edge.label) for edge in edges], NONE),
        "dates": column([pool.at(edge.dates) for edge in edges], NONE),
        "since": column([edge.since for edge in edges]),
        "until": column([edge.until for edge in edges]),
        "status": column([edge.status for edge in edges]),
        "facts": _lists(pool.facts(edge.facts) for edge in edges),
        "claims": _lists(edge.claims for edge in edges),
        "synthetic": _marked(edge.synthetic for edge in edges),
        "lines": column([pool.at(label) for label in layouts.labels], NONE),
        "weight": column([edge.weight for edge in edges], 1),
    }


def _places(pool: _Pool, scene: Scene) -> Json:
    numbers = {place.id: number for number, place in enumerate(scene.places)}
    return {
        "count": len(scene.places),
        "id": column([place.id for place in scene.places]),
        "title": column([pool.at(place.title) for place in scene.places], NONE),
        "parent": column([numbers[place.parent] if place.parent else NONE for place in scene.places], NONE),
    }


def _claims(pool: _Pool, scene: Scene) -> Json:
    claims = scene.claims
    return {
        "count": len(claims),
        "kind": column([pool.at(claim.kind) for claim in claims], NONE),
        "source": column([claim.source for claim in claims], NONE),
        "locator": column([claim.locator for claim in claims]),
        "quote": column([claim.quote for claim in claims]),
        "asserted": column([pool.at(claim.asserted) for claim in claims], NONE),
        "status": column([pool.at(claim.status) for claim in claims], NONE),
        "confidence": column([claim.confidence for claim in claims]),
        "note": column([claim.note for claim in claims]),
    }


def _sources(pool: _Pool, scene: Scene) -> Json:
    return {
        "count": len(scene.sources),
        "title": column([source.title for source in scene.sources]),
        "address": column([source.address for source in scene.sources]),
        "published": column([pool.at(source.published) for source in scene.sources], NONE),
    }


def _layout(layout: Layout) -> Json:
    return _present(
        {
            "x": [x for x, _ in layout.positions],
            "y": [y for _, y in layout.positions],
            "bounds": layout.bounds,
            "boxes": layout.boxes or None,
            "bends": layout.bends or None,
            "paths": _lists((part for spot in path for part in spot) for path in layout.paths),
            "labels": _lists(spot or () for spot in layout.labels),
        }
    )


def columnar(scene: Scene, layouts: Layouts) -> Json:
    """The scene in its layouts, as the page reads it."""
    pool = _Pool()
    tables: dict[str, Callable[[], Json]] = {
        "nodes": lambda: _nodes(pool, scene, layouts),
        "edges": lambda: _edges(pool, scene, layouts),
        "places": lambda: _places(pool, scene),
        "claims": lambda: _claims(pool, scene),
        "sources": lambda: _sources(pool, scene),
    }
    title = pool.at(scene.title)
    told = {name: _present(table()) for name, table in tables.items()}
    return {
        "version": SCENE_VERSION,
        "lang": scene.lang,
        "title": title,
        "words": pool.columns(),
        **told,
        "layouts": {"wide": _layout(layouts.wide), "tall": _layout(layouts.tall)},
    }
