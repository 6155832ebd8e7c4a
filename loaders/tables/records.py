"""Tables that have names for their columns but no cells: JSON Lines and Parquet."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from graphmodel.errors import BadInputError
from loaders.rows import content
from loaders.tables.guard import check_parquet, check_text
from loaders.tables.sheets import Raw, Row, Sheet


def read_json_lines(file: Path) -> list[Sheet]:
    """One sheet: an object a line. Raises BadInputError for a line that is none."""
    check_text(file, file.read_bytes())
    records = [
        (number, _record(file, number, line))
        for number, line in enumerate(content(file).split("\n"), 1)
        if line.strip()
    ]
    columns = list(dict.fromkeys(name for _, record in records for name in record))
    rows = [Row(number, _cells(record.get(name) for name in columns)) for number, record in records]
    return [Sheet("", [Row(0, tuple(columns)), *rows])]


def _record(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError("tables.not_json_lines", file=file.name, line=number) from error
    if not isinstance(record, dict):
        raise BadInputError("tables.not_json_lines", file=file.name, line=number)
    return record


def read_parquet(file: Path) -> list[Sheet]:
    """One sheet: a record a row, numbered from 1. Raises BadInputError where it is no Parquet."""
    check_parquet(file)
    try:
        table = pl.read_parquet(file)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix) from error
    rows = [Row(number, _cells(record)) for number, record in enumerate(table.iter_rows(), 1)]
    return [Sheet("", [Row(0, tuple(table.columns)), *rows])]


def _cells(values: Any) -> tuple[Raw, ...]:
    return tuple(_cell(value) for value in values)


def _cell(value: Any) -> Raw:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return str(value) if isinstance(value, (dict, Decimal, bytes)) else value
