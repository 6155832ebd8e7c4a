"""The rejected rows as a CSV file that can be mended and loaded again."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from graphmodel.texts import Language
from loaders.accounting import FileReading, Reading, Stream
from loaders.tables.sheets import Row, Sheet, is_filled, shown

_COMPUTED: Final = re.compile(r"[=@\t\r]|[+-](?![\d\s.,]*$)")
TOLD: Final = ("_file", "_sheet", "_cell", "_column", "_value", "_code", "_reason", "_fix")
"""What is told of each row, after its own columns; no mapping knows them, so a load passes them by."""


def write_quarantine(reading: Reading | Stream, file: Path, lang: Language) -> int:
    """Write the rejected rows of all files; how many there are.

    Semicolons and the mark of UTF-8 let Excel open it with its columns apart, in every language.
    """
    rows = [row for one in reading.files for row in _rows(one, lang)]
    columns = list(dict.fromkeys(name for row in rows for name in row if name not in TOLD))
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, [*columns, *TOLD], restval="", delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _inert(cell) for name, cell in row.items()} for row in rows)
    return len(rows)


def _inert(cell: str) -> str:
    """A cell that no spreadsheet computes; numbers stay as they are."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def _rows(file: FileReading, lang: Language) -> Iterable[dict[str, str]]:
    for row in file.rejected:
        told = (file.file, file.sheet or "", row.locator, row.column or "", row.value, row.code)
        yield row.cells | dict(zip(TOLD, (*told, row.reason(lang), row.fix(lang)), strict=True))


def parted(sheets: Sequence[Sheet]) -> Sequence[Sheet]:
    """The one sheet of a quarantine file as the sheets that its rows came from; other files as they are.

    Those of a quarantine file stand in memory.
    """
    first = iter(sheets[0].rows)
    header = next(first, Row(1, ()))
    if len(sheets) > 1 or not set(TOLD) <= set(header.cells):
        return sheets
    column = header.cells.index("_sheet")
    parts: dict[str, list[Row]] = {}
    for row in first:
        if not row.blank:
            name = shown(row.cells[column]) if column < len(row.cells) else ""
            parts.setdefault(name, []).append(row)
    return [Sheet(name, [header, *kept], ragged=True, part=True) for name, kept in parts.items()]


def narrowed(sheet: Sheet) -> Sheet:
    """A part without the headings of columns that only other parts fill."""
    header, *rows = sheet.rows
    used = {n for row in rows for n, cell in enumerate(row.cells) if is_filled(cell)}
    cells = tuple(cell if n in used else "" for n, cell in enumerate(header.cells))
    return replace(sheet, rows=[Row(header.number, cells), *rows])
