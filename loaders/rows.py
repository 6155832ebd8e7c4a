"""From a raw row to a claim: dotted columns to nested fields, then the checks of the claim's own model."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from graphmodel.domain.claims import CLAIM, Claim
from loaders.accounting import FileReading, Reading, Rejected


def nested(row: Mapping[str, str | None]) -> dict[str, Any]:
    """`{"parties.0.name": "x"}` as `{"parties": [{"name": "x"}]}`; empty cells are not given."""
    tree: dict[str, Any] = {}
    for column, cell in row.items():
        if cell is None or not cell.strip():
            continue
        *path, last = column.split(".")
        branch = tree
        for part in path:
            branch = branch.setdefault(part, {})
        branch[last] = cell.strip()
    return {name: _lists(value) for name, value in tree.items()}


def _lists(value: Any) -> Any:
    """Numbered fields as a list, in the order of their numbers."""
    if not isinstance(value, dict):
        return value
    branches = {name: _lists(branch) for name, branch in value.items()}
    if all(name.isdigit() for name in branches):
        return [branches[name] for name in sorted(branches, key=int)]
    return branches


def claims_of(
    file: str, rows: Iterable[tuple[str, Mapping[str, Any]]], defaults: Mapping[str, Any]
) -> Reading:
    """The claims of the rows of one file, each given with its locator; a bad row is rejected, not fatal."""
    good: list[Claim] = []
    bad: list[Rejected] = []
    for locator, row in rows:
        try:
            good.append(CLAIM.validate_python({"locator": locator, **defaults, **row}))
        except ValidationError as error:
            bad.append(Rejected.from_validation(locator, row, error))
    read = FileReading(file=file, claims=tuple(claim.id for claim in good), rejected=tuple(bad))
    return Reading(claims=tuple(good), files=(read,))


def located(
    rows: Iterable[Mapping[str, Any]], pattern: str, first: int
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each row with its locator, counted from `first`."""
    return ((pattern.format(number), row) for number, row in enumerate(rows, first))
