"""Claims as CSV: one claim a row, columns named by the claim's fields (`supplier.name`, `parties.0.id`)."""

import csv
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graphmodel.domain.claims import Source
from graphmodel.errors import BadInputError
from loaders.accounting import Reading
from loaders.rows import nested, opened, own_source, part_of

SOURCES = "sources.csv"


def _table(file: Path | Traversable) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with its number as a spreadsheet shows it."""
    try:
        with opened(file) as text:
            for number, row in enumerate(csv.reader(text, strict=True), 1):
                if any(cell.strip() for cell in row):
                    yield number, row
    except csv.Error as error:
        raise BadInputError("loaders.not_csv", file=file.name, reason=error) from error


def _rows(file: Path | Traversable) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row by the columns of the first one."""
    table = _table(file)
    columns = [column.strip() for column in next(table, (1, []))[1]]
    if twice := [column for column in columns if column and columns.count(column) > 1]:
        raise BadInputError("loaders.column_twice", file=file.name, column=twice[0])
    for number, cells in table:
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise BadInputError("loaders.too_many_fields", file=file.name, line=number)
        yield number, dict(zip(columns, cells, strict=False))


def read_claims(file: Path | Traversable) -> Reading:
    """The claims of one file. Where a row names no source, the file itself is the source.

    The whole file is looked through at once, and its claims are made when they are asked for. Raises BadInputError
    where it is not CSV in UTF-8 or has no column `kind`.
    """
    own, kinds, sources = own_source(file.name), False, set[bool]()
    for _, row in _rows(file):
        kinds = kinds or "kind" in row
        sources.add(bool(row.get("source", "").strip()))
    if not kinds:
        raise BadInputError("loaders.no_kind", file=file.name)
    part = part_of(file.name, lambda: _located(file), {"source": own.id})
    return Reading(sources=(own,) if False in sources else (), parts=(part,))


def _located(file: Path | Traversable) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((f"row={number}", nested(row)) for number, row in _rows(file))


def read_sources(file: Path | Traversable) -> Reading:
    """The sources of a `sources.csv`. Raises BadInputError for a row that is none."""
    sources = []
    for number, row in _rows(file):
        try:
            sources.append(Source(**nested(row)))
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            raise BadInputError("loaders.bad_source", file=file.name, line=number, reason=reason) from error
    return Reading(sources=tuple(sources))
