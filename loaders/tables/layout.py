"""Where the table begins in a sheet, and which of its rows are none."""

import re
from collections.abc import Callable, Sequence
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


@dataclass(frozen=True)
class Table:
    """A sheet cut into its header and its rows; `totals` rows were left out."""

    sheet: Sheet
    headings: tuple[str, ...]
    rows: Sequence[Row]
    totals: int

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
    best, header = max(((score(row.cells), -n) for n, row in filled), default=(0, 0))
    return _table(sheet, -header) if best else None


def _table(sheet: Sheet, header: int) -> Table:
    headings = [" ".join(shown(cell).split()) for cell in sheet.rows[header].cells]
    while headings and not headings[-1]:
        headings.pop()
    below = [row for row in sheet.rows[header + 1 :] if not row.blank]
    plains = [plain(heading) for heading in headings if heading]
    kept = [row for row in below if not _repeats(row, plains)]
    kept = kept[1:] if kept[:1] and _numbers(kept[0]) else kept
    rows = [row for row in kept if not _is_total(row)]
    return Table(sheet, tuple(headings), rows, totals=len(kept) - len(rows))


def _repeats(row: Row, headings: Sequence[str]) -> bool:
    """A header that stands again, as on a new page."""
    filled = [cell for cell in row.cells if is_filled(cell)]
    return plain(filled[0]) == headings[0] and [plain(cell) for cell in filled] == headings


def _numbers(row: Row) -> bool:
    """The row `1 2 3 …` that forms have under their header."""
    filled = [shown(cell).strip() for cell in row.cells if is_filled(cell)]
    return len(filled) > 1 and all(cell == str(n) for cell, n in zip(filled, count(1), strict=False))


def _is_total(row: Row) -> bool:
    """A row that begins with a word for totals, with nothing but figures behind it."""
    first, *rest = (shown(cell).strip() for cell in row.cells if is_filled(cell))
    return bool(_TOTAL.fullmatch(first)) and not any(re.search(r"[^\W\d_]{4}", cell) for cell in rest)
