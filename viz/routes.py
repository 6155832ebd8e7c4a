"""Edges led around cards: as one curve where one is free, else as a broken line through the gaps between them."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Final

from viz.bends import Roads, bends_of, control
from viz.detours import Detours
from viz.geometry import Field, Point, Rectangle, along, around, between, dense, within
from viz.ground import Ground
from viz.labels import label_box
from viz.scene import Box, Layout, SceneEdge, Spot

_CUTS: Final = 256
_HALVINGS: Final = 10
_PLACES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
_STEP: Final = 12
Path = list[Point]


def _cut_curve(start: Point, via: Point, end: Point, source: Rectangle, target: Rectangle) -> Path:
    """The part of a quadratic curve between two cards, as start, control point and end."""
    steps = [step / _CUTS for step in range(_CUTS + 1)]
    first = max((t for t in steps if within(along(start, via, end, t), source)), default=0.0)
    last = min((t for t in steps if within(along(start, via, end, t), target) and t > first), default=1.0)
    x, y = (
        (1 - first) * (1 - last) * a + ((1 - first) * last + first * (1 - last)) * b + first * last * c
        for a, b, c in zip(start, via, end, strict=True)
    )
    return [along(start, via, end, first), (x, y), along(start, via, end, last)]


def _left(corners: Path, card: Rectangle) -> Path:
    """The corners from where a broken line leaves its first card."""
    while len(corners) > 2 and within(corners[1], card):
        corners = corners[1:]
    inside, outside = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        if within(between(corners[0], corners[1], middle), card):
            inside = middle
        else:
            outside = middle
    return [between(corners[0], corners[1], inside), *corners[1:]]


def _broken(corners: Path, source: Rectangle, target: Rectangle) -> Path:
    """A broken line between the borders of two cards, of two points or more than three."""
    path = _left(_left(corners, source)[::-1], target)[::-1]
    return [path[0], between(path[0], path[1], 0.5), *path[1:]] if len(path) == 3 else path


def _path(edge: SceneEdge, bend: float, roads: Roads, detours: Detours, ground: Ground) -> Path:
    source, target = ground.card(edge.source), ground.card(edge.target)
    if roads.cost(edge, bend):
        return _broken(detours.way(edge.source, edge.target), source, target)
    start, end = ground.positions[edge.source], ground.positions[edge.target]
    return _cut_curve(start, control(start, end, bend), end, source, target)


def points_of(path: Sequence[Point]) -> list[Point]:
    """Points close together on a path; see `Layout.paths`."""
    if len(path) != 3:
        return dense(path, _STEP)
    length = len(dense(path, _STEP))
    return [along(path[0], path[1], path[2], step / length) for step in range(length + 1)]


def _paths(edges: Sequence[SceneEdge], ground: Ground) -> list[Path]:
    roads, detours = Roads(ground), Detours(ground)
    paths = []
    for edge, bend in zip(edges, bends_of(edges, roads), strict=True):
        paths.append(_path(edge, bend, roads, detours, ground))
        detours.use(points_of(paths[-1]))
    return paths


class _Signs:
    """Where labels may stand: on no card, heading or other label, and on as few other edges as can be."""

    def __init__(self, ground: Ground, lines: Sequence[Sequence[Point]]) -> None:
        self._taken, self._lines = Field(), Field()
        solid = [*(ground.card(number, 2) for number in range(len(ground.positions))), *ground.headings]
        for box in solid:
            self._taken.add(-1, box)
        for number, points in enumerate(lines):
            for point in points:
                self._lines.add(number, around(point, 2, 2))

    def place(self, number: int, edge: SceneEdge, points: Sequence[Point]) -> Spot | None:
        """The best place of the label of an edge, which is then taken; None where none is free."""
        middles = [points[round(share * (len(points) - 1))] for share in _PLACES]
        boxes = [(middle, box) for middle in middles if (box := label_box(edge, middle))]
        free = [(middle, box) for middle, box in boxes if not self._taken.met(box)]
        if not free:
            return None
        middle, box = min(free, key=lambda one: len(self._lines.met(one[1]) - {number}))
        self._taken.add(number, box)
        return round(middle[0]), round(middle[1])


def _bounds(half: Point, lines: Sequence[Sequence[Point]], labels: Sequence[Rectangle]) -> Box:
    corners = [corner for left, top, right, bottom in labels for corner in ((left, top), (right, bottom))]
    points = [(-half[0], -half[1]), half, *(point for points in lines for point in points), *corners]
    xs, ys = zip(*points, strict=True)
    return floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))


def routed(edges: Sequence[SceneEdge], ground: Ground) -> Layout:
    """The layout of cards where they are, with each edge as a path that no card hides, and its label."""
    paths = _paths(edges, ground)
    lines = [points_of(path) for path in paths]
    signs = _Signs(ground, lines)
    labels = [signs.place(number, edge, lines[number]) for number, edge in enumerate(edges)]
    boxes = [box for edge, at in zip(edges, labels, strict=True) if at and (box := label_box(edge, at))]
    return Layout(
        positions=tuple(ground.positions),
        bounds=_bounds(ground.half, lines, boxes),
        paths=tuple(tuple((round(x), round(y)) for x, y in path) for path in paths),
        labels=tuple(labels),
    )
