"""Tables that have names for their columns but no cells: JSON Lines, and what Parquet has in common with them."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from graphmodel.errors import BadInputError
from loaders.rows import opened
from loaders.tables.guard import check_text, head
from loaders.tables.sheets import Raw, Row, Sheet, Streamed


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
        yield Row(number, cells(record.get(name) for name in columns))


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


def cells(values: Iterable[Any]) -> tuple[Raw, ...]:
    """The values of a record as cells of a table."""
    return tuple(_cell(value) for value in values)


def _cell(value: Any) -> Raw:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return str(value) if isinstance(value, (dict, Decimal, bytes)) else value
