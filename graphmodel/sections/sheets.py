"""An answer as CSV, JSON or an Excel sheet."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from graphmodel.sections.cells import Cell, cell, safe
from graphmodel.store import Table
from graphmodel.texts import Language
from queries import Question

FOR_EXCEL: Final = "utf-8-sig"
"""The encoding of a CSV file: it begins with the mark by which Excel knows UTF-8."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters that no XML file may hold."""
_LONGEST: Final = 32_767
"""Characters that a cell of Excel holds."""


def headings_of(asked: Question, lang: Language) -> dict[str, str]:
    """What stands over the columns."""
    return {name: column.meaning(lang) for name, column in asked.columns.items()}


def _rows(table: Table, headings: Mapping[str, str], lang: Language, why: bool) -> Iterator[list[Cell]]:
    """The headings, then the rows; the ids of the claims with `why` alone."""
    columns = [column for column in table.columns if why or column != "claims"]
    yield [headings[column] for column in columns]
    for row in table.rows:
        yield [cell(row[column], lang) for column in columns]


def as_csv(table: Table, headings: Mapping[str, str], lang: Language, why: bool) -> str:
    """Comma-separated, with headings; a text that looks like a formula begins with an apostrophe."""
    written = io.StringIO()
    rows = _rows(table, headings, lang, why)
    csv.writer(written).writerows(
        [safe(value) if isinstance(value, str) else value for value in row] for row in rows
    )
    return written.getvalue()


def as_json(table: Table) -> str:
    """Columns, rows and whether rows were left out."""
    return json.dumps(table.model_dump(mode="json"), ensure_ascii=False, indent=2, default=str)


def as_xlsx(table: Table, headings: Mapping[str, str], lang: Language, why: bool) -> bytes:
    """One sheet with a row of headings; texts are texts, whatever they begin with, and stay so when edited."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, row in enumerate(_rows(table, headings, lang, why)):
        sheet.append([_excel_cell(sheet, value, bold=number == 0) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _excel_cell(sheet: object, value: Cell, bold: bool) -> WriteOnlyCell:
    made = WriteOnlyCell(sheet, value=None)
    if isinstance(value, str):
        made.value = _UNWRITABLE.sub("", value)[:_LONGEST]
        made.data_type = "s"
        made.quotePrefix = True
    else:
        made.value = value
    made.font = Font(bold=bold)
    return made
