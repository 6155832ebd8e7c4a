"""Ways through the gaps between cards: A* over a grid, then pulled straight.

P. E. Hart, N. J. Nilsson, B. Raphael: A Formal Basis for the Heuristic Determination of Minimum Cost Paths, 1968.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import ceil, floor, hypot
from typing import Final

from viz.geometry import Field, Point, Rectangle, dense
from viz.ground import Ground

_CELL: Final = 12
_MARGIN: Final = 8
_ROOM: Final = 60
_DEAR: Final = 0.6
_DEAREST: Final = 3
_HASTE: Final = 1.25
"""The estimate of the way to go is put so much too high: far fewer cells are looked at, for ways a little longer."""
_NEIGHBOURS: Final = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))


class Detours:
    """The grid over a ground; a cell that other ways pass, or a heading, is dearer than another.

    A cell is one number, counted along rows; a border of blocked cells lies around the grid.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._left, self._top = -ground.half[0] - _ROOM, -ground.half[1] - _ROOM
        self._columns = ceil(2 * (ground.half[0] + _ROOM) / _CELL) + 2
        rows = ceil(2 * (ground.half[1] + _ROOM) / _CELL) + 2
        self._cards = Field()
        self._dear = [0] * (self._columns * rows)
        self._open = bytearray(b"\1") * (self._columns * rows)
        self._close_border(rows)
        for number in range(len(ground.positions)):
            box = ground.card(number, _MARGIN)
            self._cards.add(number, box)
            self._set(box, 0)
        for box in ground.headings:
            for cell in self._inside(box):
                self._dear[cell] = 1
        self._steps = [(dy * self._columns + dx, hypot(dx, dy)) for dx, dy in _NEIGHBOURS]

    def _close_border(self, rows: int) -> None:
        width = self._columns
        self._open[:width] = self._open[-width:] = bytes(width)
        for row in range(rows):
            self._open[row * width] = self._open[row * width + width - 1] = 0

    def _set(self, box: Rectangle, value: int) -> None:
        for cell in self._inside(box):
            self._open[cell] = value

    def _inside(self, box: Rectangle) -> Iterator[int]:
        """The cells whose middle lies in a box."""
        first_column, last_column = self._among(box[0], box[2], self._left)
        first_row, last_row = self._among(box[1], box[3], self._top)
        for row in range(first_row, last_row + 1):
            yield from range(row * self._columns + first_column, row * self._columns + last_column + 1)

    @staticmethod
    def _among(low: float, high: float, start: float) -> tuple[int, int]:
        """The first and the last line of cells with their middle between two lines."""
        return ceil((low - start) / _CELL - 0.5) + 1, floor((high - start) / _CELL - 0.5) + 1

    def _cell(self, point: Point) -> int:
        column, row = int((point[0] - self._left) // _CELL) + 1, int((point[1] - self._top) // _CELL) + 1
        return row * self._columns + column

    def _middle(self, cell: int) -> Point:
        row, column = divmod(cell, self._columns)
        return self._left + (column - 0.5) * _CELL, self._top + (row - 0.5) * _CELL

    def use(self, points: Sequence[Point]) -> None:
        """Makes the cells of a way dearer for the next."""
        for cell in {self._cell(point) for point in points}:
            if 0 <= cell < len(self._dear):
                self._dear[cell] = min(self._dear[cell] + 1, _DEAREST)

    def way(self, source: int, target: int) -> list[Point]:
        """The corners of a way from the middle of a card to that of another, behind no third card."""
        start, end = self._ground.positions[source], self._ground.positions[target]
        own = [self._ground.card(number, _MARGIN) for number in (source, target)]
        for box in own:
            self._set(box, 1)
        cells = self._search(self._cell(start), self._cell(end))
        for box in own:
            self._set(box, 0)
        turns = [cells[place] for place in range(1, len(cells) - 1) if _turns(*cells[place - 1 : place + 2])]
        return self._pulled([start, *(self._middle(cell) for cell in turns), end], {source, target})

    def _search(self, start: int, end: int) -> list[int]:
        """The cells of a cheap way from start to end; the two alone where there is no way."""
        end_row, end_column = divmod(end, self._columns)
        costs, came = {start: 0.0}, dict[int, int]()
        queue, done = [(0.0, start)], bytearray(len(self._open))
        while queue:
            cell = heappop(queue)[1]
            if cell == end:
                return _back(came, end)
            if done[cell]:
                continue
            done[cell] = 1
            for shift, length in self._steps:
                other = cell + shift
                if done[other] or not self._open[other]:
                    continue
                cost = costs[cell] + length + _DEAR * self._dear[other]
                if cost < costs.get(other, cost + 1):
                    costs[other], came[other] = cost, cell
                    row, column = divmod(other, self._columns)
                    heappush(queue, (cost + _HASTE * hypot(column - end_column, row - end_row), other))
        return [start, end]

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
                if after == place + 1 or self.free(dense([way[place], way[after]], _MARGIN), own)
            )
            corners.append(way[far])
            place = far
        return corners


def _turns(before: int, cell: int, after: int) -> bool:
    return cell - before != after - cell


def _back(came: dict[int, int], end: int) -> list[int]:
    cells = [end]
    while cells[-1] in came:
        cells.append(came[cells[-1]])
    return cells[::-1]
