"""The records of a file: a JSON object a line, or one JSON list of objects."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from graphmodel.errors import BadInputError
from loaders.rows import content

ENDINGS: Final = (".json", ".jsonl", ".ndjson")
Located = tuple[str, dict[str, Any]]


def is_ftm(file: Path) -> bool:
    """Whether the first record of a file has a schema and properties. A file that cannot be read is none."""
    try:
        _, record = next(_listed(file) if _is_list(file) else _lines(file))
    except (OSError, ValueError, RecursionError, StopIteration, BadInputError):
        return False
    return {"schema", "properties"} <= record.keys()


def records(file: Path) -> Iterator[Located]:
    """Record after record with its locator: `row=5` of lines, `/4` of a list.

    Raises BadInputError where the file is not UTF-8 or has something else in it.
    """
    try:
        yield from _listed(file) if _is_list(file) else _lines(file)
    except UnicodeDecodeError as error:
        raise BadInputError("loaders.not_utf8", file=file.name, position=error.start) from error
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error


def _is_list(file: Path) -> bool:
    with file.open(encoding="utf-8-sig") as stream:
        return "".join(islice(stream, 2)).lstrip()[:2].strip() in ("[", "[{")


def _listed(file: Path) -> Iterator[Located]:
    for number, record in enumerate(json.loads(content(file))):
        yield f"/{number}", _checked(file, number + 1, record)


def _lines(file: Path) -> Iterator[Located]:
    """One line at a time stands in memory."""
    with file.open(encoding="utf-8-sig") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield f"row={number}", _parsed(file, number, line)


def _parsed(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        return _checked(file, number, json.loads(line))
    except (ValueError, RecursionError) as error:
        raise BadInputError("loaders.not_ftm", file=file.name, record=number) from error


def _checked(file: Path, number: int, record: Any) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise BadInputError("loaders.not_ftm", file=file.name, record=number)
    return record
