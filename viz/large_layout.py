"""The layout of scenes of thousands of nodes: countries and regions share out the map by how many nodes they hold."""

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt
from typing import Final

import numpy as np

from viz.packing import Containers, Whole, pack
from viz.scene import Layout, Layouts, Place, SceneEdge, SceneNode
from viz.treemap import Rect, squarified

PITCH: Final = 24
"""About the distance of two nodes, in pixels at zoom 1."""
WIDE: Final = 1.5
TALL: Final = 0.55
"""Width to height of the map on a screen and on a phone."""
_LEAST: Final = 1 / 400
"""The share of all nodes that even an almost empty container has room for."""
_SIDE: Final = 0.005
_HEAD: Final = 0.022
"""The margin of a container and the room for its heading, as a share of the side of a square map."""


def place_large(nodes: Sequence[SceneNode], edges: Sequence[SceneEdge], places: Sequence[Place]) -> Layouts:
    """Where the nodes of a large scene stand, for a screen and for a phone. The same scene has the same layout."""
    number = {place.id: index for index, place in enumerate(places)}
    container = np.array([number[node.place] for node in nodes], dtype=np.int64)
    source = np.array([edge.source for edge in edges], dtype=np.int64)
    target = np.array([edge.target for edge in edges], dtype=np.int64)
    wide, tall = (_layout(places, container, source, target, aspect) for aspect in (WIDE, TALL))
    return Layouts(wide=wide, tall=tall)


def _layout(places: Sequence[Place], container: Whole, source: Whole, target: Whole, aspect: float) -> Layout:
    side = PITCH * sqrt(max(container.size, 1))
    across, down = side * sqrt(aspect), side / sqrt(aspect)
    whole = Rect(-across / 2, -down / 2, across / 2, down / 2)
    held = np.bincount(container, minlength=len(places)).tolist()
    rooms, boxes = _shared_out(places, held, whole, side)
    x, y = pack(container, source, target, _containers(rooms))
    spots = zip(x.round().astype(int).tolist(), y.round().astype(int).tolist(), strict=True)
    return Layout(positions=tuple(spots), bounds=whole.rounded(), boxes=tuple(box.rounded() for box in boxes))


def _shared_out(
    places: Sequence[Place], held: Sequence[int], whole: Rect, side: float
) -> tuple[list[Rect], list[Rect]]:
    """For each place the room of the nodes that stand in it itself, and its box with its heading."""
    least, gap, head = sum(held) * _LEAST, side * _SIDE, side * _HEAD
    families = _families(places, held)
    boxes, rooms = [whole] * len(places), [whole] * len(places)
    shares = squarified([sum(held[one] + least for one in family) for family in families.values()], whole)
    for (root, family), share in zip(families.items(), shares, strict=True):
        boxes[root] = share.within(gap)
        inner = boxes[root].within(gap, head)
        parts = squarified([held[one] + least for one in family], inner) if family != [root] else [inner]
        for one, part in zip(family, parts, strict=True):
            rooms[one] = part
            if one != root:
                boxes[one] = part.within(gap)
                rooms[one] = boxes[one].within(gap, head)
    return rooms, boxes


def _families(places: Sequence[Place], held: Sequence[int]) -> dict[int, list[int]]:
    """By root: the places that hold nodes themselves, the root among them where it does."""
    number = {place.id: index for index, place in enumerate(places)}
    found: dict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        if held[index]:
            found[number[place.parent] if place.parent else index].append(index)
    return found


def _containers(rooms: Sequence[Rect]) -> Containers:
    left, top, right, bottom = np.array(rooms, dtype=float).reshape(-1, 4).T
    return Containers(left=left, top=top, width=right - left, height=bottom - top)
