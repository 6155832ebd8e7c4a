"""Parquet: a record a row. A module of its own, for polars takes 25 MB that a load of other files has a use for."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

import polars as pl

from graphmodel.errors import BadInputError
from loaders.tables.guard import check_parquet
from loaders.tables.records import cells
from loaders.tables.sheets import Row, Sheet, Streamed

_BATCH: Final = 50_000


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
        yield from (Row(start + n, cells(record)) for n, record in enumerate(batch.iter_rows(), 1))
        if len(batch) < _BATCH:
            return


@contextmanager
def _parquet(file: Path) -> Iterator[pl.LazyFrame]:
    try:
        yield pl.scan_parquet(file, glob=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise BadInputError("tables.not_its_ending", file=file.name, ending=file.suffix) from error
