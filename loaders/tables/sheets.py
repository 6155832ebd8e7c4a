"""The one shape of every table: sheets of raw cells, each with its address."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openpyxl.utils import get_column_letter

Raw = str | int | float | bool | datetime | date | time | timedelta
"""A cell as its file gives it; an empty one is an empty string."""


@dataclass(frozen=True)
class Row:
    """A row with its number as a spreadsheet shows it."""

    number: int
    cells: tuple[Raw, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell says anything."""
        return not any(is_filled(cell) for cell in self.cells)


@dataclass(frozen=True)
class Streamed:
    """Rows that are read from their file anew each time that one goes through them."""

    read: Callable[[], Iterator[Row]]

    def __iter__(self) -> Iterator[Row]:
        return self.read()


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook; a file that has no sheets is one without a name. One can go through its rows repeatedly.

    `ragged` says whether a row may have more or fewer fields than its header, which is a fault of the file. A `part`
    holds the rejected rows of a sheet of this name, as they stand in a quarantine file.
    """

    name: str
    rows: Iterable[Row]
    hidden: bool = False
    ragged: bool = False
    part: bool = False

    def locate(self, row: int, column: int) -> str:
        """The address of a cell: `Лист1!C17`, and `row=17` (RFC 7111) where there are no sheets."""
        if not self.name or self.part:
            return f"row={row}"
        plain = re.fullmatch(r"\w+", self.name)
        name = self.name if plain else "'" + self.name.replace("'", "''") + "'"
        return f"{name}!{get_column_letter(column + 1)}{row}"


def is_filled(cell: Raw) -> bool:
    """Whether a cell says anything."""
    return not isinstance(cell, str) or bool(cell.strip())


def shown(cell: Raw) -> str:
    """A cell as one would write it: whole numbers without a point, dates as ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
