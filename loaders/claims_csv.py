"""Claims as CSV: one claim a row, columns named by the claim's fields (`supplier.name`, `parties.0.id`)."""

import csv
import io
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from graphmodel.domain.claims import Source
from graphmodel.errors import BadInputError
from loaders.accounting import Reading
from loaders.rows import claims_of, content, nested, own_source

SOURCES = "sources.csv"


def _table(file: Path | Traversable) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with its number as a spreadsheet shows it."""
    try:
        rows = list(csv.reader(io.StringIO(content(file), newline=""), strict=True))
    except csv.Error as error:
        raise BadInputError("loaders.not_csv", file=file.name, reason=error) from error
    return ((number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row))


def _rows(file: Path | Traversable) -> list[tuple[int, dict[str, str]]]:
    """Every row by the columns of the first one."""
    table = _table(file)
    columns = [column.strip() for column in next(table, (1, []))[1]]
    if twice := [column for column in columns if column and columns.count(column) > 1]:
        raise BadInputError("loaders.column_twice", file=file.name, column=twice[0])
    rows = []
    for number, cells in table:
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise BadInputError("loaders.too_many_fields", file=file.name, line=number)
        rows.append((number, dict(zip(columns, cells, strict=False))))
    return rows


def read_claims(file: Path | Traversable) -> Reading:
    """The claims of one file. Where it names no source, the file itself is the source.

    Raises BadInputError where the file is not CSV in UTF-8 or has no column `kind`.
    """
    rows = _rows(file)
    if not rows or "kind" not in rows[0][1]:
        raise BadInputError("loaders.no_kind", file=file.name)
    own = own_source(file.name)
    located = ((f"row={number}", nested(row)) for number, row in rows)
    reading = claims_of(file.name, located, {"source": own.id})
    used = any(claim.source == own.id for claim in reading.claims)
    return Reading(sources=(own,) if used else ()) + reading


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
