"""Boxes that are put into boxes: the arithmetic of the layout. Pixels at zoom 1; a box starts at its own 0, 0."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

Spot = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A size, and where the centres of the cards in it are."""

    width: float = 0
    height: float = 0
    spots: dict[int, Spot] = field(default_factory=dict)

    def moved(self, x: float, y: float) -> dict[int, Spot]:
        """The centres when the box stands at x, y."""
        return {key: (cx + x, cy + y) for key, (cx, cy) in self.spots.items()}

    def mirrored(self) -> "Box":
        """The box with left and right exchanged."""
        return Box(self.width, self.height, {key: (self.width - x, y) for key, (x, y) in self.spots.items()})


def beside(boxes: Sequence[Box], gap: float) -> Box:
    """The boxes from left to right, on one middle line."""
    boxes = [box for box in boxes if box.spots]
    height = max((box.height for box in boxes), default=0)
    lefts = [0.0, *accumulate(box.width + gap for box in boxes)]
    spots: dict[int, Spot] = {}
    for left, box in zip(lefts, boxes, strict=False):
        spots |= box.moved(left, (height - box.height) / 2)
    return Box(max(lefts[-1] - gap, 0), height, spots)


def below(boxes: Sequence[Box], gap: float, centred: bool = False) -> Box:
    """The boxes from top to bottom, at one left edge or on one middle line."""
    boxes = [box for box in boxes if box.spots]
    width = max((box.width for box in boxes), default=0)
    tops = [0.0, *accumulate(box.height + gap for box in boxes)]
    spots: dict[int, Spot] = {}
    for top, box in zip(tops, boxes, strict=False):
        spots |= box.moved((width - box.width) / 2 if centred else 0, top)
    return Box(width, max(tops[-1] - gap, 0), spots)


def shelves(boxes: Sequence[Box], width: float, gap: float) -> Box:
    """The boxes in rows that are filled from the left up to `width`, each row at one top edge."""
    rows: list[list[Box]] = []
    free = 0.0
    for box in boxes:
        if not rows or free < box.width:
            rows.append([])
            free = width
        rows[-1].append(box)
        free -= box.width + gap
    return below([_shelf(row, gap) for row in rows], gap)


def _shelf(row: Sequence[Box], gap: float) -> Box:
    height = max(box.height for box in row)
    return beside([Box(box.width, height, box.spots) for box in row], gap)


def framed(box: Box, side: float, head: float) -> Box:
    """The box with a margin of `side` around it and `head` more above it for a heading."""
    return Box(box.width + 2 * side, box.height + 2 * side + head, box.moved(side, side + head))


def grid(sizes: Sequence[tuple[int, float, float]], columns: int, gap: tuple[float, float]) -> Box:
    """Cards, given as number, width and height, in rows of `columns`, each column as wide as the widest card."""
    width = max((size[1] for size in sizes), default=0)
    rows = [sizes[start : start + columns] for start in range(0, len(sizes), columns)]
    return below([_row(row, width, gap[0]) for row in rows], gap[1])


def _row(row: Sequence[tuple[int, float, float]], width: float, gap: float) -> Box:
    height = max(size[2] for size in row)
    return beside([Box(width, height, {key: (width / 2, height / 2)}) for key, _, _ in row], gap)
