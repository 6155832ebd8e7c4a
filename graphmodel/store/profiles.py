"""What is known of the records of enterprises, for finding out which of them are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from graphmodel.domain.claims import stored_claim
from graphmodel.domain.facts import facts
from graphmodel.domain.graph import Edge
from graphmodel.domain.identity import Profile, members
from graphmodel.domain.projection import project
from graphmodel.domain.telling import Fact, FactKey
from graphmodel.store import statements
from graphmodel.store.connection import Connection, Row
from graphmodel.store.projector import claims_about, paged

_NAMES: Final = ("name_ru", "name_en", "name_uz")
_NUMBERS: Final = ("inn", "ogrn", "stir", "lei", "okpo")


class Profiles(NamedTuple):
    """All records; `fresh` are the ids of those that changed since they were last compared with the others."""

    known: list[Profile]
    fresh: frozenset[str]


def profiles(connection: Connection, stands: Mapping[str, str]) -> Profiles:
    """The records of every enterprise that a source names; those of a merged one are told apart by its claims."""
    groups = members(stands)
    known: list[Profile] = []
    fresh: set[str] = set()
    for row in paged(connection, statements.PROFILES):
        found = _apart(connection, row["id"], groups[row["id"]]) if row["id"] in groups else [_profile(row)]
        known += found
        if row["fresh"]:
            fresh.update(profile.id for profile in found)
    return Profiles(known, frozenset(fresh))


def _profile(row: Row) -> Profile:
    numbers = {registry: number for registry, number in row["numbers"].items() if number}
    names = tuple(dict.fromkeys(name for name in row["names"] if name))
    return Profile(id=row["id"], names=names, numbers=numbers, place=row["place"])


def _apart(connection: Connection, enterprise: str, records: Iterable[str]) -> list[Profile]:
    """The records that were merged into one enterprise, each from its own claims."""
    owners = {("Enterprise", record) for record in records}
    supported: dict[str, dict[FactKey, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for row in claims_about(connection, "Enterprise", [enterprise]):
        for fact in facts(stored_claim(row["id"], row["body"])):
            if fact.owner in owners:
                supported[fact.owner[1]][fact.key].append(fact)
    return [_of_record(record, found) for record, found in sorted(supported.items())]


def _of_record(record: str, supported: Mapping[FactKey, list[Fact]]) -> Profile:
    node = project(supported["Enterprise", record])
    place = supported.get(("LOCATED_IN", "Enterprise", record))
    lies = project(place) if place else None
    names = [node.properties.get(name) for name in _NAMES]
    return _profile(
        {
            "id": record,
            "names": [*names, *node.properties.get("aliases", ())],
            "numbers": {registry: node.properties.get(registry) for registry in _NUMBERS},
            "place": lies.target[1] if isinstance(lies, Edge) else "",
        }
    )
