"""What a claim says about the graph: one fact for each node and edge that it supports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Self

from graphmodel.domain.claims import (
    AggregateClaim,
    AgreementClaim,
    Claim,
    ClaimBase,
    EnterpriseClaim,
    EventClaim,
    LocatedInClaim,
    MembershipClaim,
    OwnershipClaim,
    ProducesClaim,
    RequiresClaim,
    Status,
    SuppliesClaim,
)
from graphmodel.domain.classifications import okved_name
from graphmodel.domain.codes import country_names
from graphmodel.domain.ids import agreement_id, enterprise_id, named_id, placeholder_id
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


@dataclass(frozen=True, slots=True)
class Fact:
    """What one claim contributes to one node or edge.

    `key` is `(label, id)` for a node and `(type, start label, start id, end label, end id, qualifier)` for an edge; an
    exclusive edge has its end in `target`. `direct` is false where the claim only mentions the thing.
    """

    key: FactKey
    claim: Statement
    values: Mapping[str, Any] = field(default_factory=dict)
    target: NodeKey | None = None
    placeholder: bool = False
    direct: bool = True

    @property
    def owner(self) -> NodeKey:
        """The node itself, or the node at which the edge starts."""
        label, key = self.key[:2] if len(self.key) == 2 else self.key[1:3]
        return label, key


def facts(claim: Claim, stands: Mapping[str, str] = NO_MERGES) -> list[Fact]:
    """The facts of one claim, nodes before the edges between them; each key once.

    `stands` gives for each merged record the id that stands for it.
    """
    found: dict[FactKey, Fact] = {}
    for fact in _facts(claim, _Teller(Statement.of(claim), stands)):
        known = found.get(fact.key)
        if known is None or (fact.direct and not known.direct):
            found[fact.key] = fact
    return sorted(found.values(), key=lambda fact: len(fact.key))


def _named(names: Names) -> dict[str, Any]:
    given = {"name_ru": names.ru, "name_en": names.en, "name_uz": names.uz, "aliases": list(names.aliases)}
    return {key: value for key, value in given.items() if value}


def _called(name: str, names: Names | None) -> dict[str, Any]:
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
class _Teller:
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
            named = _called(place.name, place.names) if place.name else _named(place.names or Names())
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
            values = _called(ref.name, ref.names)
            if ref.type == "product":
                codes = {"okpd2": list(ref.okpd2), "hs": list(ref.hs)}
                values |= {name: value for name, value in codes.items() if value}
            yield self.mentioned(key, values, ref.placeholder)
            if ref.place and ref.type in ("enterprise", "event"):
                yield from self.located(key, ref.place, direct=False)


@singledispatch
def _facts(claim: ClaimBase, tell: _Teller) -> Iterator[Fact]:
    raise TypeError(f"no facts are known for {type(claim).__name__}")


@_facts.register
def _(claim: EnterpriseClaim, tell: _Teller) -> Iterator[Fact]:
    place = claim.place
    if claim.enterprise:
        key = claim.enterprise
    elif claim.placeholder:
        key = placeholder_id(claim.source, claim.name)
    else:
        code = (place.code or place.country) if place else ""
        key = enterprise_id(claim.name, code, claim.identifiers)
    values = _called(claim.name, claim.names) | dict(claim.identifiers) | {"status": claim.status}
    yield tell.node(tell.enterprise(key), values, claim.placeholder)
    if place:
        yield from tell.located(tell.enterprise(key), place)
    for code in claim.industries:
        yield tell.mentioned(("Industry", code), {"name_ru": okved_name(code)})
        yield tell.edge("CLASSIFIED_AS", tell.enterprise(key), ("Industry", code))


@_facts.register
def _(claim: LocatedInClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.subject)
    yield from tell.located(tell.key(claim.subject), claim.place)


@_facts.register
def _(claim: ProducesClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.enterprise)
    yield from tell.mention(claim.product)
    yield tell.edge("PRODUCES", tell.key(claim.enterprise), tell.key(claim.product), status=claim.status)


@_facts.register
def _(claim: RequiresClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.product)
    yield from tell.mention(claim.input)
    yield tell.edge(
        "REQUIRES",
        tell.key(claim.product),
        tell.key(claim.input),
        claim.condition or "",
        points=claim.points,
        necessity=claim.necessity,
        condition=claim.condition,
    )


@_facts.register
def _(claim: SuppliesClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.supplier)
    yield from tell.mention(claim.buyer)
    product = None
    if claim.product:
        yield from tell.mention(claim.product)
        product = claim.product.key(claim.source)
    value = claim.value
    yield tell.edge(
        "SUPPLIES",
        tell.key(claim.supplier),
        tell.key(claim.buyer),
        product or "",
        product=product,
        status=claim.status,
        since=claim.since,
        until=claim.until,
        volume=claim.volume,
        value=float(value.amount) if value else None,
        currency=value.currency if value else None,
    )


@_facts.register
def _(claim: AgreementClaim, tell: _Teller) -> Iterator[Fact]:
    parties = [tell.key(party) for party in claim.parties]
    own_id = claim.agreement or agreement_id(
        claim.agreement_kind, [party for _, party in parties], claim.signed or ""
    )
    key = ("Agreement", own_id)
    told = {
        "kind": claim.agreement_kind,
        "status": claim.status,
        "signed": claim.signed,
        "subject": claim.subject,
    }
    yield tell.node(key, told)
    for party, party_key in zip(claim.parties, parties, strict=True):
        yield from tell.mention(party)
        yield tell.edge("SIGNED", party_key, key, role=party.role)
    for one, other in combinations(sorted(set(parties)), 2):
        yield tell.edge(
            "MEMORANDUM",
            one,
            other,
            agreement=own_id,
            agreements=[own_id],
            kind=claim.agreement_kind,
            status=claim.status,
            signed=claim.signed,
        )
    if claim.event:
        yield from tell.mention(claim.event)
        yield tell.edge("SIGNED_AT", key, tell.key(claim.event))
    if claim.founds:
        yield from tell.mention(claim.founds)
        yield tell.edge("FOUNDS", key, tell.key(claim.founds))


@_facts.register
def _(claim: MembershipClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.member)
    yield from tell.mention(claim.cluster)
    start, end = tell.key(claim.member), tell.key(claim.cluster)
    yield tell.edge("MEMBER_OF", start, end, role=claim.role, status=claim.status)


@_facts.register
def _(claim: OwnershipClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.owner)
    yield from tell.mention(claim.owned)
    start, end = tell.key(claim.owner), tell.key(claim.owned)
    yield tell.edge("OWNS", start, end, share=claim.share, status=claim.status)


@_facts.register
def _(claim: EventClaim, tell: _Teller) -> Iterator[Fact]:
    key = ("Event", claim.event or named_id("event", claim.name))
    yield tell.node(key, _called(claim.name, claim.names) | {"date": claim.date})
    if claim.place:
        yield from tell.located(key, claim.place)


@_facts.register
def _(claim: AggregateClaim, tell: _Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.about)
