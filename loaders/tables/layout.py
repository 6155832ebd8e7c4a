"""Where the table begins in a sheet, and which of its rows are none."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Final

from loaders.tables.headings import plain, shape_of
from loaders.tables.sheets import Raw, Row, Sheet, is_filled, shown

_DEEPEST: Final = 60
"""Rows with something in them above a header; below that we look for none."""
_TOTAL: Final = re.compile(
    r"(итого|всего|общий итог|подытог|grand total|total|subtotal|jami|жами)(\s+(по|за|for)\b.*|\s*[:–—].*)?",
    re.IGNORECASE,
)
_NOWHERE: Final = (0, 0, Row(0, ()))


@dataclass(frozen=True)
class Table:
    """A sheet below its header, which is its row `header`, from 0."""

    sheet: Sheet
    headings: tuple[str, ...]
    header: int

    def rows(self) -> Iterator[Row]:
        """Every row that says something of its own, totals among them: see `is_total`."""
        plains = [plain(heading) for heading in self.headings if heading]
        below = (row for row in islice(self.sheet.rows, self.header + 1, None) if not row.blank)
        kept = (row for row in below if not _repeats(row, plains))
        yield from (row for row in islice(kept, 1) if not _numbers(row))
        yield from kept

    def column(self, heading: str) -> int | None:
        """The column under a heading, however it is spelt; None where there is none."""
        wanted = plain(heading)
        return next((n for n, text in enumerate(self.headings) if plain(text) == wanted), None)

    def twice(self, heading: str) -> bool:
        """Whether two columns have one heading."""
        return [plain(text) for text in self.headings].count(plain(heading)) > 1


def recognised(sheet: Sheet) -> Table | None:
    """The table under the row with the most known headings that make a shape; None where there is none."""
    return _cut(sheet, lambda cells: len(found[1]) if (found := shape_of(cells)) else 0)


def under(sheet: Sheet, headings: Sequence[str]) -> Table | None:
    """The table under the first row that has all these headings; None where there is none."""
    wanted = {plain(heading) for heading in headings}
    return _cut(sheet, lambda cells: wanted <= {plain(cell) for cell in cells})


def _cut(sheet: Sheet, score: Callable[[Sequence[Raw]], int]) -> Table | None:
    """The table under the first of the rows with the highest score above 0."""
    filled = islice(((n, row) for n, row in enumerate(sheet.rows) if not row.blank), _DEEPEST)
    best, header, row = max(((score(row.cells), -n, row) for n, row in filled), key=_place, default=_NOWHERE)
    return Table(sheet, _headings(row), -header) if best else None


def _place(scored: tuple[int, int, Row]) -> tuple[int, int]:
    return scored[:2]


def _headings(row: Row) -> tuple[str, ...]:
    """The headings of a row; empty cells at its end are none."""
    headings = [" ".join(shown(cell).split()) for cell in row.cells]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def _repeats(row: Row, headings: Sequence[str]) -> bool:
    """A header that stands again, as on a new page."""
    filled = (cell for cell in row.cells if is_filled(cell))
    return plain(next(filled)) == headings[0] and [plain(cell) for cell in filled] == headings[1:]


def _numbers(row: Row) -> bool:
    """The row `1 2 3 …` that forms have under their header."""
    filled = [shown(cell).strip() for cell in row.cells if is_filled(cell)]
    return len(filled) > 1 and all(cell == str(n) for cell, n in zip(filled, count(1), strict=False))


def is_total(row: Row) -> bool:
    """A row that begins with a word for totals, with nothing but figures behind it."""
    filled = (shown(cell).strip() for cell in row.cells if is_filled(cell))
    return bool(_TOTAL.fullmatch(next(filled))) and not any(
        re.search(r"[^\W\d_]{4}", cell) for cell in filled
    )
