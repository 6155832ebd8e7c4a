"""From a raw row to a claim: dotted columns to nested fields, then the checks of the claim's own model."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from graphmodel.domain.claims import CLAIM, Source
from graphmodel.errors import BadInputError
from loaders.accounting import Part, Rejected, Row


def nested(row: Mapping[str, str | None]) -> dict[str, Any]:
    """`{"parties.0.name": "x"}` as `{"parties": [{"name": "x"}]}`; empty cells are not given.

    A cell in a column `parties` beside one in `parties.0.name` stands under the empty name, which no claim has.
    """
    tree: dict[str, Any] = {}
    for column, cell in row.items():
        if cell is None or not cell.strip():
            continue
        branch = tree
        *path, last = column.split(".") if all(column.split(".")) else [column]
        for part in path:
            below = branch.setdefault(part, {})
            branch[part] = below if isinstance(below, dict) else {"": below}
            branch = branch[part]
        branch[last] = {**branch[last], "": cell.strip()} if last in branch else cell.strip()
    return {name: _lists(value) for name, value in tree.items()}


def _lists(value: Any) -> Any:
    """Numbered fields as a list, in the order of their numbers."""
    if not isinstance(value, dict):
        return value
    branches = {name: _lists(branch) for name, branch in value.items()}
    if all(name.isdecimal() for name in branches):
        return [branches[name] for name in sorted(branches, key=int)]
    return branches


def part_of(
    file: str, rows: Callable[[], Iterable[tuple[str, Mapping[str, Any]]]], defaults: Mapping[str, Any]
) -> Part:
    """The rows of one file, each given with its locator, one claim a row; a bad row is rejected, not fatal."""
    return Part(file, None, lambda: (_claim_of(locator, row, defaults) for locator, row in rows()))


def _claim_of(locator: str, row: Mapping[str, Any], defaults: Mapping[str, Any]) -> Row:
    try:
        return (CLAIM.validate_python({"locator": locator, **defaults, **row}),)
    except ValidationError as error:
        return Rejected.from_validation(locator, row, error)


@contextmanager
def opened(file: Path | Traversable, encoding: str = "utf-8-sig", newline: str = "") -> Iterator[IO[str]]:
    """The text of a file as a stream.

    Raises BadInputError where it cannot be read, or where its bytes are not of this encoding.
    """
    try:
        with file.open("rb") as raw, io.TextIOWrapper(raw, encoding, newline=newline) as text:
            try:
                yield text
            except UnicodeDecodeError as error:
                raise _undecodable(
                    file.name, encoding, raw.tell() - len(error.object) + error.start
                ) from error
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error


def _undecodable(file: str, encoding: str, position: int) -> BadInputError:
    if encoding.startswith("utf-8"):
        return BadInputError("loaders.not_utf8", file=file, position=position)
    return BadInputError("tables.not_decoded", file=file, encoding=encoding, position=position)


def content(file: Path | Traversable) -> str:
    """The text of a file. Raises BadInputError where it cannot be read or is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError("loaders.not_utf8", file=file.name, position=error.start) from error
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error


def own_source(file: str) -> Source:
    """The file as the source of the claims that name none; the id of a long file name is cut short."""
    return Source(id=f"file-{file}"[:200], title=file)
