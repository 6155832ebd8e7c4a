"""One row of a table, read field by field; the first bad cell says where it stands and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from openpyxl.utils import get_column_letter

from loaders.accounting import Rejected
from loaders.tables.cells import CellError, check
from loaders.tables.layout import Table
from loaders.tables.sheets import Raw, Row, is_filled, shown

T = TypeVar("T")


class RowError(ValueError):
    """A row that is rejected, with what is told of it."""

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(rejected.code)
        self.rejected = rejected


@dataclass(frozen=True)
class Record:
    """A row by the fields of its shape; `columns` says where each stands."""

    table: Table
    columns: Mapping[str, int]
    row: Row

    def raw(self, field: str) -> Raw:
        """The cell of a field as its file gives it; an empty string where there is none."""
        column = self.columns.get(field)
        return self.row.cells[column] if column is not None and column < len(self.row.cells) else ""

    def locator(self, field: str) -> str:
        """The address of the cell of a field."""
        return self.table.sheet.locate(self.row.number, self.columns[field])

    def given(self, field: str, reader: Callable[[Raw], T]) -> T | None:
        """What a reader makes of a cell; None where it is empty. Raises RowError where it cannot be taken."""
        if field not in self.columns or not is_filled(raw := self.raw(field)):
            return None
        try:
            check(raw)
            return reader(raw)
        except CellError as fault:
            raise self.fault(field, fault.code, fault.detail) from fault

    def needed(self, field: str, reader: Callable[[Raw], T]) -> T:
        """As `given`, but an empty cell is a fault, too."""
        found = self.given(field, reader)
        if found is None:
            raise self.fault(field, "empty_cell")
        return found

    def fault(self, field: str, code: str, detail: str = "") -> RowError:
        """What is told of a row for the sake of one field."""
        heading = self.table.headings[self.columns[field]]
        value = shown(self.raw(field))[:200].replace("\0", "\N{SYMBOL FOR NULL}")
        told = {"column": heading, "value": value, "code": code, "detail": detail}
        return RowError(Rejected(locator=self.locator(field), cells=self.cells(), **told))

    def check_width(self) -> None:
        """Raise RowError where a row of text has more or fewer fields than its header."""
        cells, expected = self.row.cells, len(self.table.headings)
        more = any(is_filled(cell) for cell in cells[expected:])
        if self.table.sheet.ragged and (more or len(cells) < expected):
            told = {"code": "more_fields" if more else "fewer_fields", "value": str(len(cells))}
            place = self.table.sheet.locate(self.row.number, 0)
            raise RowError(Rejected(locator=place, cells=self.cells(), detail=str(expected), **told))

    def cells(self) -> dict[str, str]:
        """The whole row by its headings, as one would type it again; `_F` is a column F without a heading."""
        headings = self.table.headings
        named = {n: heading for n, heading in enumerate(headings) if heading}
        return {
            named.get(n, f"_{get_column_letter(n + 1)}"): shown(cell)
            for n, cell in enumerate(self.row.cells)
            if n in named or is_filled(cell)
        }
