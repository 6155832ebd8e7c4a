"""What the database answers as what JSON can hold."""

from collections.abc import Mapping
from functools import singledispatch
from math import isfinite
from typing import Any, Final

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graphmodel.errors import RefusedError

MOST_DEPTH: Final = 60


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row whose values are texts, numbers, truth values, null, lists and objects.

    A node is an object of id, labels and properties, a relationship one of id, type, start, end and properties, a path
    one of nodes and relationships; dates, times and durations are ISO 8601, points have their coordinates and srid,
    bytes are hexadecimal. What is no number in JSON is a text: `NaN`, `Infinity`. Raises RefusedError for lists and
    maps that are nested deeper than MOST_DEPTH.
    """
    return {name: _plain(value, MOST_DEPTH) for name, value in row.items()}


def _plain(value: Any, depth: int) -> Any:
    if depth == 0:
        raise RefusedError("store.console_depth", most=MOST_DEPTH)
    if isinstance(value, list | set):
        return [_plain(each, depth - 1) for each in value]
    if isinstance(value, Mapping) and not isinstance(value, Node | Relationship):
        return {name: _plain(each, depth - 1) for name, each in value.items()}
    return _told(value)


@singledispatch
def _told(value: object) -> Any:
    """Texts, whole numbers, truth values and null are what they are."""
    return value


@_told.register
def _number(value: float) -> float | str:
    return value if isfinite(value) else {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]


@_told.register
def _bytes(value: bytes | bytearray) -> str:
    return value.hex()


@_told.register
def _temporal(value: Date | DateTime | Duration | Time) -> str:
    return value.iso_format()


@_told.register
def _node(value: Node) -> dict[str, Any]:
    return {
        "id": value.element_id,
        "labels": sorted(value.labels),
        "properties": _plain(dict(value), MOST_DEPTH),
    }


@_told.register
def _relationship(value: Relationship) -> dict[str, Any]:
    start, end = value.nodes
    return {
        "id": value.element_id,
        "type": value.type,
        "start": start.element_id if start else None,
        "end": end.element_id if end else None,
        "properties": _plain(dict(value), MOST_DEPTH),
    }


@_told.register
def _path(value: Path) -> dict[str, Any]:
    return {
        "nodes": [_node(node) for node in value.nodes],
        "relationships": [_relationship(one) for one in value.relationships],
    }


@_told.register
def _point(value: Point) -> dict[str, Any]:
    return {"srid": value.srid, "coordinates": list(value)}
