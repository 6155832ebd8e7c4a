"""A file of FollowTheMoney entities becomes claims, and every entity of a schema that we read is accounted for."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from graphmodel.domain.claims import CLAIM, Claim
from loaders.accounting import Note, Part, Reading, Rejected, Row
from loaders.ftm import enterprises
from loaders.ftm.entity import ENTERPRISES, OWN_DATASET, SYNTHETIC, Entity, EntityError
from loaders.ftm.links import ENDS, READERS
from loaders.ftm.records import records
from loaders.rows import own_source

_CONFIDENCE: Final = 0.9
_STATUSES: Final = ("announced", "signed", "active", "ended")
_ENDED: Final = frozenset(
    "inactive|dissolved|liquidated|closed|ликвидирована|ликвидировано|прекращено".split("|")
)


class Read(NamedTuple):
    """What one entity gives: claims, or why it gives none; `unused` is the schema of one that says nothing to us."""

    claims: tuple[Claim, ...] = ()
    rejected: Rejected | None = None
    unused: str = ""


@dataclass
class _Known:
    """The entities of a file that links may name: as claims refer to them, and those of other schemata."""

    references: dict[str, dict[str, Any]] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)


def read_ftm(file: Path) -> Reading:
    """The claims of a file. Entities of other schemata, and links to them, are counted in a note.

    Raises BadInputError where the file is not of this form.
    """
    known = _known(file)
    return Reading(
        sources=(own_source(file.name),), parts=(Part(file.name, None, lambda: _rows(file, known)),)
    )


def _rows(file: Path, known: _Known) -> Iterator[Row | Note]:
    """Every entity that we read, and after the last one the others."""
    unused: Counter[str] = Counter()
    for read in _entities(file, known):
        if read.unused:
            unused[read.unused] += 1
        else:
            yield read.rejected or read.claims
    yield from _notes(file, unused)


def _notes(file: Path, unused: Counter[str]) -> Iterator[Note]:
    if unused:
        told = ", ".join(f"{schema} {count}" for schema, count in sorted(unused.items()))
        yield Note(key="loaders.note_ftm_unused", values={"file": file.name, "schemata": told})


def _entities(file: Path, known: _Known) -> Iterator[Read]:
    source = own_source(file.name).id
    for locator, record in records(file):
        try:
            yield _row(Entity.model_validate(record), {"source": source, "locator": locator}, known)
        except EntityError as error:
            yield Read(rejected=error.rejected)
        except ValidationError as error:
            yield Read(rejected=Rejected.from_validation(locator, record, error))


def _known(file: Path) -> _Known:
    """What the links of a file name; it may stand behind them."""
    known = _Known()
    for locator, record in records(file):
        try:
            entity = Entity.model_validate(record)
            if entity.is_cluster:
                known.references[entity.id] = _cluster(entity)
            elif entity.schema_name in ENTERPRISES:
                known.references[entity.id] = enterprises.reference(entity, locator)
            elif entity.schema_name not in READERS:
                known.others[entity.id] = entity.schema_name
        except (EntityError, ValidationError):
            continue
    return known


def _cluster(entity: Entity) -> dict[str, Any]:
    own = {"id": entity.id} if OWN_DATASET in entity.datasets else {}
    return {"type": "cluster", "name": entity.first("name") or entity.id, **own}


def _row(entity: Entity, place: dict[str, str], known: _Known) -> Read:
    """A cluster gives no claim of its own: its name comes with its members."""
    if entity.is_cluster:
        return Read()
    if entity.schema_name in ENTERPRISES:
        told = enterprises.claims(entity, place["locator"])
    elif read := READERS.get(entity.schema_name):
        if other := next((known.others[end] for end in entity.all(*ENDS) if end in known.others), ""):
            return Read(unused=f"{entity.schema_name} ({other})")
        told = [read(entity, place["locator"], known.references)]
    else:
        return Read(unused=entity.schema_name)
    base = {**place, **_common(entity)}
    return Read(tuple(CLAIM.validate_python(base | claim) for claim in told))


def _common(entity: Entity) -> dict[str, Any]:
    """What every claim of an entity has."""
    return {
        "asserted": entity.asserted(),
        "status": _status(entity),
        "confidence": entity.told("confidence") or _CONFIDENCE,
        "synthetic": SYNTHETIC in entity.all("description"),
    }


def _status(entity: Entity) -> str:
    """Our own word where it stands there; else ended where a date or a word says so; else active."""
    said = (entity.first("status") or entity.told("status")).casefold()
    over = entity.first("dissolutionDate") or (
        entity.schema_name != "EconomicActivity" and entity.first("endDate")
    )
    return said if said in _STATUSES else "ended" if over or said in _ENDED else "active"
