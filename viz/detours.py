"""Ways through the gaps between cards: A* over a grid, then pulled straight.

P. E. Hart, N. J. Nilsson, B. Raphael: A Formal Basis for the Heuristic Determination of Minimum Cost Paths, 1968.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import ceil, hypot
from typing import Final

from viz.geometry import Field, Point, dense
from viz.ground import Ground

_CELL: Final = 12
_MARGIN: Final = 8
_ROOM: Final = 60
_DEAR: Final = 0.6
_DEAREST: Final = 3
_NEIGHBOURS: Final = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
Cell = tuple[int, int]


class Detours:
    """The grid over a ground; a cell that many ways pass, or a heading, is dearer than another."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._left, self._top = -ground.half[0] - _ROOM, -ground.half[1] - _ROOM
        self._columns = ceil(2 * (ground.half[0] + _ROOM) / _CELL)
        self._rows = ceil(2 * (ground.half[1] + _ROOM) / _CELL)
        self._cards = Field()
        self._blocked: dict[Cell, int] = {}
        self._dear: Counter[Cell] = Counter()
        for number in range(len(ground.positions)):
            box = ground.card(number, _MARGIN)
            self._cards.add(number, box)
            self._blocked |= dict.fromkeys(self._inside(box), number)
        for box in ground.headings:
            self._dear.update(self._inside(box))

    def _inside(self, box: Sequence[float]) -> Iterator[Cell]:
        """The cells whose middle lies in a box."""
        first, last = self._cell((box[0] - _CELL / 2, box[1] - _CELL / 2)), self._cell((box[2], box[3]))
        for column in range(first[0], last[0] + 1):
            for row in range(first[1], last[1] + 1):
                x, y = self._middle((column, row))
                if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                    yield column, row

    def _cell(self, point: Point) -> Cell:
        return int((point[0] - self._left) // _CELL), int((point[1] - self._top) // _CELL)

    def _middle(self, cell: Cell) -> Point:
        return self._left + (cell[0] + 0.5) * _CELL, self._top + (cell[1] + 0.5) * _CELL

    def use(self, points: Sequence[Point]) -> None:
        """Makes the cells of a way dearer for the next."""
        self._dear.update({self._cell(point) for point in points})

    def way(self, source: int, target: int) -> list[Point]:
        """The corners of a way from the middle of a card to that of another, behind no third card."""
        start, end = self._ground.positions[source], self._ground.positions[target]
        cells = self._search(self._cell(start), self._cell(end), {source, target})
        turns = [cells[place] for place in range(1, len(cells) - 1) if _turns(cells[place - 1 : place + 2])]
        return self._pulled([start, *(self._middle(cell) for cell in turns), end], {source, target})

    def _search(self, start: Cell, end: Cell, own: set[int]) -> list[Cell]:
        """The cheapest cells from start to end; the two alone where there is no way."""
        costs, came = {start: 0.0}, dict[Cell, Cell]()
        queue = [(0.0, start)]
        done: set[Cell] = set()
        while queue:
            cell = heappop(queue)[1]
            if cell == end:
                return _back(came, end)
            if cell in done:
                continue
            done.add(cell)
            for other, step in self._steps(cell, own):
                cost = costs[cell] + step
                if cost < costs.get(other, cost + 1):
                    costs[other], came[other] = cost, cell
                    heappush(queue, (cost + hypot(other[0] - end[0], other[1] - end[1]), other))
        return [start, end]

    def _steps(self, cell: Cell, own: set[int]) -> Iterator[tuple[Cell, float]]:
        for dx, dy in _NEIGHBOURS:
            other = cell[0] + dx, cell[1] + dy
            if not (0 <= other[0] < self._columns and 0 <= other[1] < self._rows):
                continue
            if self._blocked.get(other, -1) in own or other not in self._blocked:
                yield other, hypot(dx, dy) + _DEAR * min(self._dear[other], _DEAREST)

    def free(self, points: Sequence[Point], own: set[int]) -> bool:
        """Whether none of the points lies on a card that is not one's own."""
        return not any(card not in own for point in points for card in self._cards.at(point))

    def _pulled(self, way: list[Point], own: set[int]) -> list[Point]:
        """The way without the corners that it can do without."""
        corners, place = [way[0]], 0
        while place < len(way) - 1:
            far = next(
                after
                for after in range(len(way) - 1, place, -1)
                if after == place + 1 or self.free(dense([way[place], way[after]], 4), own)
            )
            corners.append(way[far])
            place = far
        return corners


def _turns(three: Sequence[Cell]) -> bool:
    (ax, ay), (bx, by), (cx, cy) = three
    return (bx - ax, by - ay) != (cx - bx, cy - by)


def _back(came: dict[Cell, Cell], end: Cell) -> list[Cell]:
    cells = [end]
    while cells[-1] in came:
        cells.append(came[cells[-1]])
    return cells[::-1]
