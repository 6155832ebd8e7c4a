"""Tables that have names for their columns but no cells: JSON Lines and Parquet."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any, Final

import polars as pl

from graphmodel.errors import BadInputError
from loaders.rows import opened
from loaders.tables.guard import check_parquet, check_text, head
from loaders.tables.sheets import Raw, Row, Sheet, Streamed

_BATCH: Final = 50_000


def read_json_lines(file: Path) -> list[Sheet]:
    """One sheet: an object a line, read when it is asked for; the columns are those of all objects.

    The whole file is looked through at once. Raises BadInputError for a line that is no object.
    """
    check_text(file, head(file))
    columns = tuple(dict.fromkeys(name for _, record in _records(file) for name in record))
    return [Sheet("", Streamed(lambda: _json_rows(file, columns)))]


def _json_rows(file: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    yield Row(0, columns)
    for number, record in _records(file):
        yield Row(number, _cells(record.get(name) for name in columns))


def _records(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with opened(file, newline="\n") as text:
        for number, line in enumerate(text, 1):
            if line.strip():
                yield number, _record(file, number, line)


def _record(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError("tables.not_json_lines", file=file.name, line=number) from error
    if not isinstance(record, dict):
        raise BadInputError("tables.not_json_lines", file=file.name, line=number)
    return record


def read_parquet(file: Path) -> list[Sheet]:
    """One sheet: a record a row, numbered from 1, read when it is asked for.

    Raises BadInputError where the file is no Parquet.
    """
    check_parquet(file)
    with _parquet(file) as table:
        columns = tuple(table.collect_schema().names())
    return [Sheet("", Streamed(lambda: _parquet_rows(file, columns)))]


def parquet_rows(file: Path) -> int:
    """How many rows a Parquet file has, as it says itself. Raises BadInputError where it is none."""
    with _parquet(file) as table:
        return int(table.select(pl.len()).collect().item())


def _parquet_rows(file: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    yield Row(0, columns)
    for start in count(0, _BATCH):
        with _parquet(file) as table:
            batch = table.slice(start, _BATCH).collect()
        yield from (Row(start + n, _cells(record)) for n, record in enumerate(batch.iter_rows(), 1))
        if len(batch) < _BATCH:
            return


@contextmanager
def _parquet(file: Path) -> Iterator[pl.LazyFrame]:
    try:
        yield pl.scan_parquet(file, glob=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix) from error


def _cells(values: Any) -> tuple[Raw, ...]:
    return tuple(_cell(value) for value in values)


def _cell(value: Any) -> Raw:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return str(value) if isinstance(value, (dict, Decimal, bytes)) else value
