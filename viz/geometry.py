"""Points, rectangles and curves. Pixels at zoom 1, y downwards."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import hypot
from typing import Final

_CELL: Final = 120

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def around(centre: Point, width: float, height: float, margin: float = 0) -> Rectangle:
    """The rectangle of this size about a centre, with a margin on each side."""
    half, high = width / 2 + margin, height / 2 + margin
    return centre[0] - half, centre[1] - high, centre[0] + half, centre[1] + high


def along(start: Point, via: Point, end: Point, t: float) -> Point:
    """The point of a quadratic curve at `t`, from 0 to 1."""
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * start[0] + b * via[0] + c * end[0], a * start[1] + b * via[1] + c * end[1]


def within(point: Point, box: Rectangle) -> bool:
    """Whether a point lies in a rectangle."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def overlap(a: Rectangle, b: Rectangle) -> bool:
    """Whether two rectangles share more than a border."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def dense(corners: Sequence[Point], step: float) -> list[Point]:
    """Points on a broken line, at most `step` apart, its corners among them."""
    points = [corners[0]]
    for start, end in pairwise(corners):
        parts = max(1, int(hypot(end[0] - start[0], end[1] - start[1]) / step) + 1)
        points += [between(start, end, part / parts) for part in range(1, parts + 1)]
    return points


def between(start: Point, end: Point, share: float) -> Point:
    """The point at a `share` of the way from start to end."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


class Field:
    """Rectangles by number, found by where they are."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, Rectangle]]] = defaultdict(list)

    def add(self, number: int, box: Rectangle) -> None:
        """Puts a rectangle into all cells that it touches."""
        for cell in _cells(box):
            self._cells[cell].append((number, box))

    def met(self, box: Rectangle) -> set[int]:
        """The numbers of the rectangles that overlap a box."""
        near = (entry for cell in _cells(box) for entry in self._cells.get(cell, ()))
        return {number for number, other in near if overlap(box, other)}

    def at(self, point: Point) -> list[int]:
        """The numbers of the rectangles at a point."""
        near = self._cells.get((int(point[0] // _CELL), int(point[1] // _CELL)), ())
        return [number for number, box in near if within(point, box)]


def _cells(box: Rectangle) -> Iterator[tuple[int, int]]:
    columns = range(int(box[0] // _CELL), int(box[2] // _CELL) + 1)
    rows = range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
    return product(columns, rows)
