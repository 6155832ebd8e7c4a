"""XLSX: every sheet through calamine, with the cells that it leaves empty filled in by openpyxl.

A workbook stands in memory as a whole; a sheet has 1,048,576 rows at most.
"""

import zlib
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from openpyxl import load_workbook
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from graphmodel.errors import BadInputError
from loaders.tables.guard import check_workbook, marks
from loaders.tables.sheets import Raw, Row, Sheet

_BROKEN: Final = (
    CalamineError,
    EOFError,
    BadZipFile,
    zlib.error,
    RuntimeError,
    LookupError,
    ValueError,
    OSError,
)
_Found = dict[tuple[str, int, int], str]
"""Sheet, row and column of a cell, from 1, and what stands in it."""


def read_workbook(file: Path) -> list[Sheet]:
    """The sheets of a workbook. Raises BadInputError where it is none, locked, or would become too large."""
    check_workbook(file)
    try:
        found = _told_by_xml(file)
        with CalamineWorkbook.from_path(file) as workbook:
            return [
                Sheet(
                    sheet.name,
                    _rows(workbook, sheet.name, found),
                    hidden=sheet.visible != SheetVisibleEnum.Visible,
                )
                for sheet in workbook.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    except _BROKEN as error:
        raise BadInputError("tables.broken_workbook", file=file.name, reason=error) from error


def _rows(workbook: CalamineWorkbook, name: str, found: _Found) -> list[Row]:
    table = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    here = {(row, column): text for (sheet, row, column), text in found.items() if sheet == name}
    lines: list[list[Raw]] = [list(line) for line in table]
    for (row, column), text in here.items():
        _put(lines, row, column, text)
    return [Row(number, tuple(line)) for number, line in enumerate(lines, 1)]


def _put(lines: list[list[Raw]], row: int, column: int, text: str) -> None:
    """Put `text` where calamine left a cell empty."""
    lines.extend([] for _ in range(row - len(lines)))
    line = lines[row - 1]
    line.extend([""] * (column - len(line)))
    if line[column - 1] == "":
        line[column - 1] = text


def _told_by_xml(file: Path) -> _Found:
    """`#REF!` and its like, and the formulas that no program has computed."""
    seen = marks(file)
    found: _Found = {}
    if seen.uncounted:
        found |= _of_type(file, "f", values=False)
    if seen.errors:
        found |= _of_type(file, "e", values=True)
    return found


def _of_type(file: Path, kind: str, values: bool) -> _Found:
    workbook = load_workbook(file, read_only=True, data_only=values)
    try:
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()
        return {
            (sheet.title, cell.row, cell.column): str(cell.value)
            for sheet in workbook.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == kind
        }
    finally:
        workbook.close()
