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
from loaders.rows import claims_of, located, nested

SOURCES = "sources.csv"


def _rows(file: Path | Traversable) -> Iterator[dict[str, str | None]]:
    try:
        content = file.read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise BadInputError("loaders.not_utf8", file=file.name, position=error.start) from error
    except csv.Error as error:
        raise BadInputError("loaders.not_csv", file=file.name, reason=error) from error
    for number, row in enumerate(rows, 2):
        if None in row:
            raise BadInputError("loaders.too_many_fields", file=file.name, line=number)
        yield row


def read_claims(file: Path | Traversable) -> Reading:
    """The claims of one file. Where it names no source, the file itself is the source.

    Raises BadInputError where the file is not CSV in UTF-8 or has no column `kind`.
    """
    rows = list(_rows(file))
    if not rows or "kind" not in rows[0]:
        raise BadInputError("loaders.no_kind", file=file.name)
    own = Source(id=f"file-{file.name}", title=file.name)
    reading = claims_of(file.name, located(map(nested, rows), "row={}", 2), {"source": own.id})
    used = any(claim.source == own.id for claim in reading.claims)
    return Reading(sources=(own,) if used else ()) + reading


def read_sources(file: Path | Traversable) -> Reading:
    """The sources of a `sources.csv`. Raises BadInputError for a row that is none."""
    sources = []
    for number, row in enumerate(_rows(file), 2):
        try:
            sources.append(Source(**nested(row)))
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            raise BadInputError("loaders.bad_source", file=file.name, line=number, reason=reason) from error
    return Reading(sources=tuple(sources))
