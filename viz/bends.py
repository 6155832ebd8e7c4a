"""How edges bend as one curve: around the cards that are not theirs, and apart from each other.

The curves are those of vis-network: a quadratic Bezier curve, given by a roundness.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import atan2, ceil, cos, floor, hypot, pi, sin
from typing import Final

from viz.geometry import Field, Point, along
from viz.ground import Ground
from viz.labels import label_box
from viz.scene import Layout, SceneEdge, Spot

_SIZES: Final = (0.06, 0.12, 0.17, 0.22, 0.28, 0.34, 0.41, 0.48, 0.64, 0.85)
_BENDS: Final = (0.0, *(bend for size in _SIZES for bend in (size, -size)))
_MARGIN: Final = 8
_STEP: Final = 14
_DETOUR: Final = 60
_APART: Final = 0.09


def control(start: Point, end: Point, bend: float) -> Point:
    """The control point of the curve that vis-network draws: `curvedCW` for a bend above 0, `curvedCCW` below."""
    dx, dy = end[0] - start[0], start[1] - end[1]
    angle = atan2(dy, dx) + (0.5 * bend + 0.5) * pi
    reach = (0.5 * abs(bend) + 0.5) * hypot(dx, dy)
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)


class Roads:
    """The ways over a ground that are one curve."""

    def __init__(self, ground: Ground) -> None:
        self.positions = ground.positions
        self.half = ground.half
        self.cards = Field()
        for number in range(len(ground.positions)):
            self.cards.add(number, ground.card(number, _MARGIN))

    def curve(self, edge: SceneEdge, bend: float) -> list[Point]:
        """Points along an edge, without its ends."""
        start, end = self.positions[edge.source], self.positions[edge.target]
        via, steps = control(start, end, bend), 16 + int(hypot(end[0] - start[0], end[1] - start[1])) // _STEP
        return [along(start, via, end, step / steps) for step in range(1, steps)]

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


def bends_of(edges: Sequence[SceneEdge], roads: Roads) -> list[float]:
    """The bend of each edge, no two of one pair alike."""
    bends: list[float] = []
    taken: dict[frozenset[int], set[float]] = defaultdict(set)
    for edge in edges:
        side = 1 if edge.source < edge.target else -1
        pair = frozenset((edge.source, edge.target))
        bends.append(_bend(edge, roads, {side * other for other in taken[pair]}))
        taken[pair].add(side * bends[-1])
    return bends


def _labels(edges: Sequence[SceneEdge], ground: Ground, bends: Sequence[float]) -> tuple[Spot | None, ...]:
    """The middle of each label that touches no card, no heading and no other label."""
    roads, labels, found = Roads(ground), Field(), list[Spot | None]()
    for heading in ground.headings:
        labels.add(-1, heading)
    for number, (edge, bend) in enumerate(zip(edges, bends, strict=True)):
        start, end = roads.positions[edge.source], roads.positions[edge.target]
        middle = along(start, control(start, end, bend), end, 0.5)
        box = label_box(edge, middle)
        free = box is not None and not roads.cards.met(box) and not labels.met(box)
        if box and free:
            labels.add(number, box)
        found.append((round(middle[0]), round(middle[1])) if free else None)
    return tuple(found)


def _bounds(edges: Sequence[SceneEdge], roads: Roads, bends: Sequence[float]) -> tuple[int, int, int, int]:
    across, up = roads.half
    curves = [point for edge, bend in zip(edges, bends, strict=True) for point in roads.curve(edge, bend)]
    xs, ys = zip((-across, -up), (across, up), *curves, strict=True)
    return floor(min(xs)), floor(min(ys)), ceil(max(xs)), ceil(max(ys))


def bent(edges: Sequence[SceneEdge], ground: Ground) -> Layout:
    """The layout of cards where they are, each edge one curve that is bent around the cards where it can be."""
    roads = Roads(ground)
    bends = bends_of(edges, roads)
    return Layout(
        positions=tuple(ground.positions),
        bounds=_bounds(edges, roads, bends),
        bends=tuple(bends),
        labels=_labels(edges, ground, bends),
    )
