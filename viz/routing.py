"""How edges bend: around the cards that are not theirs, and apart from each other. The curves are those of vis-network:
one quadratic Bezier curve, given by a roundness.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import atan2, ceil, cos, floor, hypot, pi, sin
from typing import Final

from viz.cards import text_width, wrap
from viz.scene import Card, Layout, SceneEdge

LABEL_FONT: Final = 12
LABEL_WIDTH: Final = 150
_LABEL_LINE: Final = 15
_SIZES: Final = (0.06, 0.12, 0.17, 0.22, 0.28, 0.34, 0.41, 0.48, 0.64, 0.85)
_BENDS: Final = (0.0, *(bend for size in _SIZES for bend in (size, -size)))
_CELL: Final = 120
_MARGIN: Final = 8
_STEPS: Final = 32
_DETOUR: Final = 60
_APART: Final = 0.09

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]


def control(start: Point, end: Point, bend: float) -> Point:
    """The control point of the curve that vis-network draws: `curvedCW` for a bend above 0, `curvedCCW` below."""
    dx, dy = end[0] - start[0], start[1] - end[1]
    angle = atan2(dy, dx) + (0.5 * bend + 0.5) * pi
    reach = (0.5 * abs(bend) + 0.5) * hypot(dx, dy)
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)


def along(start: Point, via: Point, end: Point, t: float) -> Point:
    """The point of the curve at `t`, from 0 to 1."""
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * start[0] + b * via[0] + c * end[0], a * start[1] + b * via[1] + c * end[1]


def _within(point: Point, box: Rectangle) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


class _Field:
    """Rectangles by name, found by where they are."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[str, Rectangle]]] = defaultdict(list)

    def add(self, name: str, box: Rectangle) -> None:
        """Puts a rectangle into all cells that it touches."""
        for cell in self._cells(box):
            self.cells[cell].append((name, box))

    def met(self, box: Rectangle) -> set[str]:
        """The names of the rectangles that overlap a box."""
        near = (entry for cell in self._cells(box) for entry in self.cells.get(cell, ()))
        return {name for name, other in near if _overlap(box, other)}

    def at(self, point: Point) -> list[str]:
        """The names of the rectangles at a point."""
        near = self.cells.get((int(point[0] // _CELL), int(point[1] // _CELL)), ())
        return [name for name, box in near if _within(point, box)]

    @staticmethod
    def _cells(box: Rectangle) -> Iterator[tuple[int, int]]:
        columns = range(int(box[0] // _CELL), int(box[2] // _CELL) + 1)
        rows = range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
        return product(columns, rows)


class Roads:
    """Cards at their positions, in a field that reaches `half` to each side of 0, 0."""

    def __init__(
        self, positions: Mapping[str, tuple[int, int]], cards: Mapping[str, Card], half: Point
    ) -> None:
        self.positions = positions
        self.half = half
        self.cards = _Field()
        for key, centre in positions.items():
            self.cards.add(key, self._box(centre, cards[key]))

    @staticmethod
    def _box(centre: Point, card: Card) -> Rectangle:
        half, high = card.width / 2 + _MARGIN, card.height / 2 + _MARGIN
        return centre[0] - half, centre[1] - high, centre[0] + half, centre[1] + high

    def curve(self, edge: SceneEdge, bend: float) -> list[Point]:
        """Points along an edge, without its ends."""
        start, end = self.positions[edge.source], self.positions[edge.target]
        via = control(start, end, bend)
        return [along(start, via, end, step / _STEPS) for step in range(1, _STEPS)]

    def cost(self, edge: SceneEdge, bend: float) -> float:
        """How many cards that are not its ends an edge runs behind, and how far it leaves the field."""
        points = self.curve(edge, bend)
        met = {key for point in points for key in self.cards.at(point)} - {edge.source, edge.target}
        beyond = max(max(abs(x) - self.half[0], abs(y) - self.half[1]) for x, y in points)
        return len(met) + max(beyond, 0) / _DETOUR


def _bend(edge: SceneEdge, roads: Roads, taken: set[float]) -> float:
    """The slightest bend that costs nothing and is apart from those taken, or else the one of least cost."""
    costs: dict[float, float] = {}
    free = [bend for bend in _BENDS if all(abs(bend - other) > _APART for other in taken)]
    for bend in free or _BENDS:
        costs[bend] = roads.cost(edge, bend)
        if not costs[bend]:
            return bend
    return min(costs, key=lambda bend: costs[bend])


def _label_box(edge: SceneEdge, roads: Roads, bend: float) -> Rectangle | None:
    """Where the label of an edge would stand, in the longer of its languages."""
    if not edge.label:
        return None
    texts = [wrap(text, LABEL_WIDTH, LABEL_FONT) for text in (edge.label.ru, edge.label.en)]
    wide = max(text_width(line, LABEL_FONT) for lines in texts for line in lines) / 2
    high = max(len(lines) for lines in texts) * _LABEL_LINE / 2
    start, end = roads.positions[edge.source], roads.positions[edge.target]
    x, y = along(start, control(start, end, bend), end, 0.5)
    return x - wide, y - high, x + wide, y + high


def _curves(edges: Sequence[SceneEdge], roads: Roads) -> dict[str, float]:
    """The bend of each edge, no two of one pair alike."""
    curves: dict[str, float] = {}
    taken: dict[frozenset[str], set[float]] = defaultdict(set)
    for edge in edges:
        side = 1 if edge.source < edge.target else -1
        pair = frozenset((edge.source, edge.target))
        curves[edge.id] = _bend(edge, roads, {side * other for other in taken[pair]})
        taken[pair].add(side * curves[edge.id])
    return curves


def _labelled(edges: Sequence[SceneEdge], roads: Roads, curves: Mapping[str, float]) -> tuple[str, ...]:
    """The edges whose label touches no card and no other label."""
    labels, found = _Field(), []
    for edge in edges:
        box = _label_box(edge, roads, curves[edge.id])
        if box and not roads.cards.met(box) and not labels.met(box):
            labels.add(edge.id, box)
            found.append(edge.id)
    return tuple(found)


def _bounds(
    edges: Sequence[SceneEdge], roads: Roads, curves: Mapping[str, float]
) -> tuple[int, int, int, int]:
    across, up = roads.half
    points = [
        (-across, -up),
        (across, up),
        *(p for edge in edges for p in roads.curve(edge, curves[edge.id])),
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))


def route(edges: Sequence[SceneEdge], roads: Roads) -> Layout:
    """The layout of cards where they are, with the edges led around them."""
    curves = _curves(edges, roads)
    return Layout(
        positions=roads.positions,
        curves=curves,
        labelled=_labelled(edges, roads, curves),
        bounds=_bounds(edges, roads, curves),
    )
