"""Rectangles that share out a rectangle: the squarified treemap of Bruls, Huizing and van Wijk (2000)."""

from collections.abc import Sequence
from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle, y growing downward."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def within(self, side: float, head: float = 0) -> "Rect":
        """What a margin of `side`, and `head` more at the top for a heading, leave of it; half of it at least."""
        side, head = min(side, self.width / 8, self.height / 8), min(head, self.height / 4)
        return Rect(self.left + side, self.top + side + head, self.right - side, self.bottom - side)

    def rounded(self) -> tuple[int, int, int, int]:
        """Its left, top, right and bottom in whole pixels."""
        return round(self.left), round(self.top), round(self.right), round(self.bottom)


def squarified(weights: Sequence[float], whole: Rect) -> list[Rect]:
    """A rectangle for each weight, in their order, of an area in proportion to it and about as wide as high.

    The weights are above 0; the largest stands at the left top.
    """
    order = sorted(range(len(weights)), key=lambda one: (-weights[one], one))
    unit = whole.width * whole.height / (sum(weights) or 1)
    areas = [weights[one] * unit for one in order]
    found: list[Rect] = []
    rest = whole
    while len(found) < len(areas):
        row = _row(areas[len(found) :], min(rest.width, rest.height))
        placed, rest = _laid(row, rest)
        found += placed
    return [rect for _, rect in sorted(zip(order, found, strict=True))]


def _row(areas: Sequence[float], side: float) -> Sequence[float]:
    """The first areas that stand best together along a side of that length."""
    best = areas[:1]
    for count in range(2, len(areas) + 1):
        if _worst(areas[:count], side) > _worst(best, side):
            break
        best = areas[:count]
    return best


def _worst(row: Sequence[float], side: float) -> float:
    """The stretch of the most stretched rectangle of a row: 1 for a square."""
    depth = sum(row) / side
    return max(max(area / depth**2, depth**2 / area) for area in (row[0], row[-1]))


def _laid(row: Sequence[float], room: Rect) -> tuple[list[Rect], Rect]:
    """The rectangles of a row along the shorter side of the room, and the room that is left."""
    left, top, right, bottom = room
    standing = room.width >= room.height
    depth = sum(row) / (room.height if standing else room.width)
    placed, start = [], top if standing else left
    for area in row:
        end = start + area / depth
        placed.append(
            Rect(left, start, left + depth, end) if standing else Rect(start, top, end, top + depth)
        )
        start = end
    return placed, Rect(left + depth, top, right, bottom) if standing else Rect(
        left, top + depth, right, bottom
    )
