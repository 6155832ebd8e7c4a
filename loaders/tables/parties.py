"""Which enterprise a row of a table means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphmodel.domain.ids import enterprise_id
from graphmodel.domain.names import normalise
from graphmodel.domain.references import Ref
from loaders.tables.cells import name, words
from loaders.tables.record import Record
from loaders.tables.registry import inn, stir

Directory = Mapping[str, frozenset[str]]
"""The ids of the enterprises that a file lists, by normalised name and by the user's own code with its prefix."""


@dataclass(frozen=True)
class Party:
    """An enterprise as a row names it; `own` is its code in the user's own register, empty where there is none."""

    id: str
    name: str
    own: str = ""

    def ref(self) -> Ref:
        """The enterprise as a claim refers to it."""
        return _ref(self.id, self.name)

    def handles(self) -> Iterator[str]:
        """What the links of the same file find it by."""
        yield normalise(self.name)
        if self.own:
            yield self.own


@lru_cache(maxsize=16_384)
def _ref(key: str, called: str) -> Ref:
    """One reference for all rows that mean the same: it is checked once."""
    return Ref(type="enterprise", name=called, id=key)


def own_code(record: Record, field: str, prefix: str) -> str:
    """The code in the user's own register behind its prefix; empty where the row has none."""
    code = record.given(field, words)
    return f"{prefix}-{code}" if code else ""


def party(record: Record, field: str, prefix: str, known: Directory, listed: bool = False) -> Party:
    """An enterprise by its registry number, else by the user's own code, else by its name.

    By code or name, the table of enterprises of the same file tells its id; with `listed`, it has to. A code that is
    not in that table is an id where it has a prefix. Raises RowError.
    """
    called = record.needed(field, name)
    found = {"inn": record.given(f"{field}_inn", inn), "stir": record.given(f"{field}_stir", stir)}
    if numbers := {registry: number for registry, number in found.items() if number}:
        return Party(enterprise_id(called, identifiers=numbers), called)
    own = own_code(record, f"{field}_id", prefix)
    by_code = bool(own) and (bool(prefix) or own in known)
    ids = known.get(own if by_code else normalise(called), frozenset())
    if len(ids) > 1:
        raise record.fault(field, "several_enterprises", str(len(ids)))
    if listed and not ids and not record.table.sheet.part:
        raise record.fault(field, "unknown_supplier")
    return Party(next(iter(ids), own if by_code else enterprise_id(called)), called, own)
