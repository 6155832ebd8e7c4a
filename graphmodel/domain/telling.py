"""What facts are made of, and how those that several kinds of claims have in common are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Self

from graphmodel.domain.claims import ClaimBase, Status
from graphmodel.domain.codes import country_names
from graphmodel.domain.names import Names, language_of
from graphmodel.domain.references import Place, Ref

LABELS = {
    "enterprise": "Enterprise",
    "region": "Region",
    "country": "Country",
    "product": "Product",
    "event": "Event",
    "cluster": "Cluster",
}
NodeKey = tuple[str, str]
FactKey = tuple[str, ...]


NO_MERGES: Final[Mapping[str, str]] = MappingProxyType({})
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Statement(NamedTuple):
    """Of a claim what its facts are weighed by."""

    id: str
    source: str
    asserted: str
    status: Status
    confidence: float
    synthetic: bool

    @classmethod
    def of(cls, claim: ClaimBase) -> Self:
        """The statement that a claim makes."""
        return cls(claim.id, claim.source, claim.asserted, claim.status, claim.confidence, claim.synthetic)


class Fact(NamedTuple):
    """What one claim contributes to one node or edge.

    `key` is `(label, id)` for a node and `(type, start label, start id, end label, end id, qualifier)` for an edge; an
    exclusive edge has its end in `target`. `direct` is false where the claim only mentions the thing.
    """

    key: FactKey
    claim: Statement
    values: Mapping[str, Any] = NOTHING
    target: NodeKey | None = None
    placeholder: bool = False
    direct: bool = True

    @property
    def owner(self) -> NodeKey:
        """The node itself, or the node at which the edge starts."""
        label, key = self.key[:2] if len(self.key) == 2 else self.key[1:3]
        return label, key


def _named(names: Names) -> dict[str, Any]:
    given = {"name_ru": names.ru, "name_en": names.en, "name_uz": names.uz, "aliases": list(names.aliases)}
    return {key: value for key, value in given.items() if value}


def called(name: str, names: Names | None) -> dict[str, Any]:
    """The names of a thing: `names`, and the bare `name` of the source where it belongs."""
    if names is None:
        return {f"name_{language_of(name)}": name}
    return _named(_names_with(name, names))


def _names_with(name: str, names: Names) -> Names:
    language = language_of(name)
    if not getattr(names, language):
        return names.model_copy(update={language: name})
    if name in names.all():
        return names
    return names.model_copy(update={"aliases": (*names.aliases, name)})


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the facts of one claim."""

    claim: Statement
    stands: Mapping[str, str]

    def enterprise(self, record: str) -> NodeKey:
        """The node of a record."""
        return "Enterprise", self.stands.get(record, record)

    def key(self, ref: Ref) -> NodeKey:
        """The node that a reference points to."""
        key = ref.key(self.claim.source)
        return self.enterprise(key) if ref.type == "enterprise" else (LABELS[ref.type], key)

    def node(self, key: NodeKey, values: dict[str, Any], placeholder: bool = False) -> Fact:
        """That a node is there, and what is said of it."""
        given = {name: value for name, value in values.items() if value}
        return Fact(key, self.claim, given, placeholder=placeholder)

    def edge(self, edge: str, start: NodeKey, end: NodeKey, qualifier: str = "", /, **values: Any) -> Fact:
        """That an edge is there, and what is said of it."""
        given = {name: value for name, value in values.items() if value is not None}
        return Fact((edge, *start, *end, qualifier), self.claim, given)

    def mentioned(self, key: NodeKey, values: Mapping[str, Any], placeholder: bool = False) -> Fact:
        """That a node is there, by the way."""
        return Fact(key, self.claim, values, placeholder=placeholder, direct=False)

    def country(self, code: str) -> Iterator[Fact]:
        """A country that is mentioned."""
        yield self.mentioned(("Country", code), _named(country_names(code)))

    def place(self, place: Place) -> Iterator[Fact]:
        """The region, its country, and that the one is part of the other."""
        yield from self.country(place.country)
        if place.code:
            named = called(place.name, place.names) if place.name else _named(place.names or Names())
            yield self.mentioned(("Region", place.code), named)
            yield self.edge("PART_OF", ("Region", place.code), ("Country", place.country))

    def located(self, start: NodeKey, place: Place, direct: bool = True) -> Iterator[Fact]:
        """That a node lies in a place."""
        yield from self.place(place)
        end = ("Region", place.code) if place.code else ("Country", place.country)
        given = {
            "place": place.settlement or place.name or None,
            "country_as_stated": place.country_as_stated,
        }
        told = {name: value for name, value in given.items() if value}
        yield Fact(("LOCATED_IN", *start), self.claim, told, target=end, direct=direct)

    def mention(self, ref: Ref) -> Iterator[Fact]:
        """The node that a reference points to, with the names and codes that come along."""
        key = self.key(ref)
        if ref.type == "country":
            yield from self.country(key[1])
        elif ref.type == "region":
            yield from self.place(Place(code=key[1], country=key[1][:2], name=ref.name, names=ref.names))
        else:
            values = called(ref.name, ref.names)
            if ref.type == "product":
                codes = {"okpd2": list(ref.okpd2), "hs": list(ref.hs)}
                values |= {name: value for name, value in codes.items() if value}
            yield self.mentioned(key, values, ref.placeholder)
            if ref.place and ref.type in ("enterprise", "event"):
                yield from self.located(key, ref.place, direct=False)
