"""What a claim says about the graph: one fact for each node and edge that it supports."""

from collections.abc import Iterator, Mapping
from functools import singledispatch
from itertools import combinations

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
from graphmodel.domain.ids import agreement_id, enterprise_id, named_id, placeholder_id
from graphmodel.domain.telling import NO_MERGES, Fact, FactKey, Statement, Teller, called


def facts(claim: Claim, stands: Mapping[str, str] = NO_MERGES) -> list[Fact]:
    """The facts of one claim, nodes before the edges between them; each key once.

    `stands` gives for each merged record the id that stands for it.
    """
    found: dict[FactKey, Fact] = {}
    for fact in _facts(claim, Teller(Statement.of(claim), stands)):
        known = found.get(fact.key)
        if known is None or (fact.direct and not known.direct):
            found[fact.key] = fact
    return sorted(found.values(), key=lambda fact: len(fact.key))


@singledispatch
def _facts(claim: ClaimBase, tell: Teller) -> Iterator[Fact]:
    raise TypeError(f"no facts are known for {type(claim).__name__}")


@_facts.register
def _(claim: EnterpriseClaim, tell: Teller) -> Iterator[Fact]:
    place = claim.place
    if claim.enterprise:
        key = claim.enterprise
    elif claim.placeholder:
        key = placeholder_id(claim.source, claim.name)
    else:
        code = (place.code or place.country) if place else ""
        key = enterprise_id(claim.name, code, claim.identifiers)
    values = called(claim.name, claim.names) | dict(claim.identifiers) | {"status": claim.status}
    yield tell.node(tell.enterprise(key), values, claim.placeholder)
    if place:
        yield from tell.located(tell.enterprise(key), place)
    for code in claim.industries:
        yield tell.mentioned(("Industry", code), {"name_ru": okved_name(code)})
        yield tell.edge("CLASSIFIED_AS", tell.enterprise(key), ("Industry", code))


@_facts.register
def _(claim: LocatedInClaim, tell: Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.subject)
    yield from tell.located(tell.key(claim.subject), claim.place)


@_facts.register
def _(claim: ProducesClaim, tell: Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.enterprise)
    yield from tell.mention(claim.product)
    yield tell.edge("PRODUCES", tell.key(claim.enterprise), tell.key(claim.product), status=claim.status)


@_facts.register
def _(claim: RequiresClaim, tell: Teller) -> Iterator[Fact]:
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
def _(claim: SuppliesClaim, tell: Teller) -> Iterator[Fact]:
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
def _(claim: AgreementClaim, tell: Teller) -> Iterator[Fact]:
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
def _(claim: MembershipClaim, tell: Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.member)
    yield from tell.mention(claim.cluster)
    start, end = tell.key(claim.member), tell.key(claim.cluster)
    yield tell.edge("MEMBER_OF", start, end, role=claim.role, status=claim.status)


@_facts.register
def _(claim: OwnershipClaim, tell: Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.owner)
    yield from tell.mention(claim.owned)
    start, end = tell.key(claim.owner), tell.key(claim.owned)
    yield tell.edge("OWNS", start, end, share=claim.share, status=claim.status)


@_facts.register
def _(claim: EventClaim, tell: Teller) -> Iterator[Fact]:
    key = ("Event", claim.event or named_id("event", claim.name))
    yield tell.node(key, called(claim.name, claim.names) | {"date": claim.date})
    if claim.place:
        yield from tell.located(key, claim.place)


@_facts.register
def _(claim: AggregateClaim, tell: Teller) -> Iterator[Fact]:
    yield from tell.mention(claim.about)
