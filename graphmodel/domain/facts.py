"""What a claim says about the graph: one fact for each node and edge that it supports."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import singledispatch
from itertools import combinations
from typing import Any

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


@dataclass(frozen=True)
class Fact:
    """What one claim contributes to one node or edge.

    `key` is `(label, id)` for a node and `(type, start label, start id, end label, end id, qualifier)` for an edge; an
    exclusive edge has its end in `target`. `direct` is false where the claim only mentions the thing.
    """

    key: FactKey
    claim: ClaimBase
    values: dict[str, Any] = field(default_factory=dict)
    target: NodeKey | None = None
    placeholder: bool = False
    direct: bool = True


def facts(claim: Claim) -> list[Fact]:
    """The facts of one claim, nodes before the edges between them; each key once."""
    found: dict[FactKey, Fact] = {}
    for fact in _facts(claim):
        known = found.get(fact.key)
        if known is None or (fact.direct and not known.direct):
            found[fact.key] = fact
    return sorted(found.values(), key=lambda fact: len(fact.key))


def _named(names: Names) -> dict[str, Any]:
    given = {"name_ru": names.ru, "name_en": names.en, "name_uz": names.uz, "aliases": list(names.aliases)}
    return {key: value for key, value in given.items() if value}


def _names_with(name: str, names: Names | None) -> Names:
    """`names` with the bare `name` of the source put where it belongs."""
    names = names or Names()
    language = language_of(name)
    if not getattr(names, language):
        return names.model_copy(update={language: name})
    if name in names.all():
        return names
    return names.model_copy(update={"aliases": (*names.aliases, name)})


def _edge(
    claim: ClaimBase, edge: str, start: NodeKey, end: NodeKey, qualifier: str = "", /, **values: Any
) -> Fact:
    given = {name: value for name, value in values.items() if value is not None}
    return Fact((edge, *start, *end, qualifier), claim, given)


def _country(claim: ClaimBase, code: str) -> Iterator[Fact]:
    yield Fact(("Country", code), claim, _named(country_names(code)), direct=False)


def _place(claim: ClaimBase, place: Place) -> Iterator[Fact]:
    """The region, its country, and that the one is part of the other."""
    yield from _country(claim, place.country)
    if place.code:
        names = _names_with(place.name, place.names) if place.name else place.names or Names()
        yield Fact(("Region", place.code), claim, _named(names), direct=False)
        yield _edge(claim, "PART_OF", ("Region", place.code), ("Country", place.country))


def _located(claim: ClaimBase, start: NodeKey, place: Place, direct: bool = True) -> Iterator[Fact]:
    yield from _place(claim, place)
    end = ("Region", place.code) if place.code else ("Country", place.country)
    given = {"place": place.settlement or place.name or None, "country_as_stated": place.country_as_stated}
    told = {name: value for name, value in given.items() if value}
    yield Fact(("LOCATED_IN", *start), claim, told, target=end, direct=direct)


def _key(claim: ClaimBase, ref: Ref) -> NodeKey:
    return LABELS[ref.type], ref.key(claim.source)


def _mention(claim: ClaimBase, ref: Ref) -> Iterator[Fact]:
    """The node that a reference points to, with the names and codes that come along."""
    key = _key(claim, ref)
    if ref.type == "country":
        yield from _country(claim, key[1])
    elif ref.type == "region":
        yield from _place(claim, Place(code=key[1], country=key[1][:2], name=ref.name, names=ref.names))
    else:
        values = _named(_names_with(ref.name, ref.names))
        codes = {"okpd2": list(ref.okpd2), "hs": list(ref.hs)}
        values |= {name: value for name, value in codes.items() if value}
        yield Fact(key, claim, values, placeholder=ref.placeholder, direct=False)
        if ref.place and ref.type in ("enterprise", "event"):
            yield from _located(claim, key, ref.place, direct=False)


@singledispatch
def _facts(claim: ClaimBase) -> Iterator[Fact]:
    raise TypeError(f"no facts are known for {type(claim).__name__}")


@_facts.register
def _(claim: EnterpriseClaim) -> Iterator[Fact]:
    place = claim.place
    if claim.enterprise:
        key = claim.enterprise
    elif claim.placeholder:
        key = placeholder_id(claim.source, claim.name)
    else:
        code = (place.code or place.country) if place else ""
        key = enterprise_id(claim.name, code, claim.identifiers)
    values = _named(_names_with(claim.name, claim.names)) | dict(claim.identifiers) | {"status": claim.status}
    yield Fact(("Enterprise", key), claim, values, placeholder=claim.placeholder)
    if place:
        yield from _located(claim, ("Enterprise", key), place)
    for code in claim.industries:
        yield Fact(("Industry", code), claim, {"name_ru": okved_name(code)}, direct=False)
        yield _edge(claim, "CLASSIFIED_AS", ("Enterprise", key), ("Industry", code))


@_facts.register
def _(claim: LocatedInClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.subject)
    yield from _located(claim, _key(claim, claim.subject), claim.place)


@_facts.register
def _(claim: ProducesClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.enterprise)
    yield from _mention(claim, claim.product)
    yield _edge(
        claim, "PRODUCES", _key(claim, claim.enterprise), _key(claim, claim.product), status=claim.status
    )


@_facts.register
def _(claim: RequiresClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.product)
    yield from _mention(claim, claim.input)
    yield _edge(
        claim,
        "REQUIRES",
        _key(claim, claim.product),
        _key(claim, claim.input),
        claim.condition or "",
        points=claim.points,
        necessity=claim.necessity,
        condition=claim.condition,
    )


@_facts.register
def _(claim: SuppliesClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.supplier)
    yield from _mention(claim, claim.buyer)
    product = None
    if claim.product:
        yield from _mention(claim, claim.product)
        product = claim.product.key(claim.source)
    value = claim.value
    yield _edge(
        claim,
        "SUPPLIES",
        _key(claim, claim.supplier),
        _key(claim, claim.buyer),
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
def _(claim: AgreementClaim) -> Iterator[Fact]:
    parties = [_key(claim, party) for party in claim.parties]
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
    yield Fact(key, claim, {name: value for name, value in told.items() if value})
    for party, party_key in zip(claim.parties, parties, strict=True):
        yield from _mention(claim, party)
        yield _edge(claim, "SIGNED", party_key, key, role=party.role)
    for one, other in combinations(sorted(set(parties)), 2):
        yield _edge(
            claim,
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
        yield from _mention(claim, claim.event)
        yield _edge(claim, "SIGNED_AT", key, _key(claim, claim.event))
    if claim.founds:
        yield from _mention(claim, claim.founds)
        yield _edge(claim, "FOUNDS", key, _key(claim, claim.founds))


@_facts.register
def _(claim: MembershipClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.member)
    yield from _mention(claim, claim.cluster)
    start, end = _key(claim, claim.member), _key(claim, claim.cluster)
    yield _edge(claim, "MEMBER_OF", start, end, role=claim.role, status=claim.status)


@_facts.register
def _(claim: OwnershipClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.owner)
    yield from _mention(claim, claim.owned)
    start, end = _key(claim, claim.owner), _key(claim, claim.owned)
    yield _edge(claim, "OWNS", start, end, share=claim.share, status=claim.status)


@_facts.register
def _(claim: EventClaim) -> Iterator[Fact]:
    key = ("Event", claim.event or named_id("event", claim.name))
    values = _named(_names_with(claim.name, claim.names)) | ({"date": claim.date} if claim.date else {})
    yield Fact(key, claim, values)
    if claim.place:
        yield from _located(claim, key, claim.place)


@_facts.register
def _(claim: AggregateClaim) -> Iterator[Fact]:
    yield from _mention(claim, claim.about)
