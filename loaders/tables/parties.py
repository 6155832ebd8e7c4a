"""Which enterprise a row of a table means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphmodel.domain.ids import enterprise_id
from graphmodel.domain.names import normalise
from loaders.tables.cells import name
from loaders.tables.record import Record
from loaders.tables.registry import inn, register_id, stir

Directory = Mapping[str, frozenset[str]]
"""The ids of the enterprises that a file lists, by normalised name and by the user's own id."""


@dataclass(frozen=True)
class Party:
    """An enterprise as a row names it; `own` is its id by the user's own register, empty where there is none."""

    id: str
    name: str
    own: str = ""

    def ref(self) -> dict[str, Any]:
        """The enterprise as a claim refers to it."""
        return {"type": "enterprise", "name": self.name, "id": self.id}

    def handles(self) -> Iterator[str]:
        """What the links of the same file find it by."""
        yield normalise(self.name)
        if self.own:
            yield self.own


def own_id(record: Record, field: str, prefix: str) -> str:
    """The id by the user's own register; empty where the row has none."""
    return record.given(field, lambda raw: register_id(raw, prefix)) or ""


def party(record: Record, field: str, prefix: str, known: Directory, listed: bool = False) -> Party:
    """An enterprise by its registry number, else by the user's own id, else by its name.

    By the last two, the table of enterprises of the same file tells its id; with `listed`, it has to. Raises RowError.
    """
    called = record.needed(field, name)
    found = {"inn": record.given(f"{field}_inn", inn), "stir": record.given(f"{field}_stir", stir)}
    if numbers := {registry: number for registry, number in found.items() if number}:
        return Party(enterprise_id(called, identifiers=numbers), called)
    own = own_id(record, f"{field}_id", prefix)
    ids = known.get(own or normalise(called), frozenset())
    if len(ids) > 1:
        raise record.fault(field, "several_enterprises", str(len(ids)))
    if listed and not ids and not record.table.sheet.part:
        raise record.fault(field, "unknown_supplier")
    return Party(next(iter(ids), own or enterprise_id(called)), called, own)
