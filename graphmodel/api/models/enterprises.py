"""Enterprises, their partners, and what stands behind both."""

from typing import Literal

from pydantic import Field

from graphmodel.api.models.base import Answer, Marked, Named, Next, meant
from graphmodel.domain.claims import Status

Relation = Literal["supplier", "buyer", "agreement", "owner", "owned"]
PartyKind = Literal["enterprise", "region", "country"]


class Evidence(Answer):
    """On whose word it is known: one claim with its source."""

    claim: str = Field(description="id of the claim")
    kind: str = meant("Claim", "kind")
    source: str = meant("Claim", "source")
    title: str = meant("Source", "title")
    address: str | None = meant("Source", "address")
    published: str = Field(description="EDTF date of publication; XXXX where none is stated")
    locator: str = meant("Claim", "locator")
    quote: str | None = meant("Claim", "quote")
    asserted: str = Field(description="EDTF date for which the source states it; XXXX where none is stated")
    status: Status = meant("Claim", "status")
    confidence: float = meant("Claim", "confidence")
    note: str | None = meant("Claim", "note")


class Enterprise(Marked):
    """An enterprise."""

    id: str = Field(description="its id: made from a registry number where one is known")
    aliases: tuple[str, ...] = meant("Enterprise", "aliases")
    records: tuple[str, ...] = meant("Enterprise", "records")
    status: Status | None = meant("Enterprise", "status")
    inn: str | None = meant("Enterprise", "inn")
    ogrn: str | None = meant("Enterprise", "ogrn")
    okpo: str | None = meant("Enterprise", "okpo")
    stir: str | None = meant("Enterprise", "stir")
    lei: str | None = meant("Enterprise", "lei")
    asserted: str | None = meant("Enterprise", "asserted")
    confidence: float = meant("Enterprise", "confidence")
    claims: tuple[str, ...] = meant("Enterprise", "claims")


class Location(Named):
    """A region, or a country where the source names no region, in which an enterprise lies."""

    kind: Literal["region", "country"] = Field(description="what the code stands for")
    code: str = Field(description="ISO 3166-2 code of the region or ISO 3166-1 alpha-2 code of the country")
    country: str = Field(description="the country of the code under ISO 3166, alpha-2")
    place: str | None = meant("LOCATED_IN", "place")
    country_as_stated: str | None = meant("LOCATED_IN", "country_as_stated")
    claims: tuple[str, ...] = meant("LOCATED_IN", "claims")


class EnterpriseCard(Enterprise):
    """An enterprise with its places."""

    places: tuple[Location, ...] = Field(description="where it lies; empty where no source says")


class Party(Marked):
    """The other side of a relation: an enterprise, or a region or country that signed an agreement."""

    kind: PartyKind = Field(description="what it is")
    id: str = Field(description="id of the enterprise, or ISO 3166 code of the region or country")


class RelationEdge(Answer):
    """The edge of a relation: SUPPLIES runs from supplier to buyer, OWNS from owner to owned, MEMORANDUM has no
    direction of its own."""

    type: Literal["SUPPLIES", "MEMORANDUM", "OWNS"] = Field(description="type of the edge in the graph")
    start: str = Field(description="id or code of the node where the edge starts")
    end: str = Field(description="id or code of the node where it ends")
    status: Status | None = meant("SUPPLIES", "status")
    product: str | None = meant("SUPPLIES", "product")
    since: str | None = meant("SUPPLIES", "since")
    until: str | None = meant("SUPPLIES", "until")
    volume: str | None = meant("SUPPLIES", "volume")
    value: float | None = meant("SUPPLIES", "value")
    currency: str | None = meant("SUPPLIES", "currency")
    agreement: str | None = meant("MEMORANDUM", "agreement")
    agreements: tuple[str, ...] = meant("MEMORANDUM", "agreements")
    kind: str | None = meant("MEMORANDUM", "kind")
    signed: str | None = meant("MEMORANDUM", "signed")
    share: float | None = meant("OWNS", "share")
    asserted: str | None = meant("SUPPLIES", "asserted")
    confidence: float = meant("SUPPLIES", "confidence")
    synthetic: bool = Field(description="true where generated data alone supports it")


class Step(Answer):
    """One link of a path."""

    relation: Relation = Field(description="what this partner is to the one before it")
    partner: Party = Field(description="where the link leads")
    edge: RelationEdge = Field(description="the link itself")
    claims: tuple[str, ...] = meant("SUPPLIES", "claims")


class Partner(Answer):
    """One relation of an enterprise, with all that supports it; of a partner farther away, the path there."""

    relation: Relation = Field(description="what the partner is to the enterprise, or to the one before it")
    hops: int = Field(description="how many links away it is")
    partner: Party = Field(description="the other side")
    edge: RelationEdge = Field(description="the relation itself; of several links the last one")
    path: tuple[Step, ...] = Field(description="the links from the enterprise to it; empty where it is near")
    claims: tuple[str, ...] = Field(description="ids of the claims that support all these links")
    evidence: tuple[Evidence, ...] = Field(description="what stands behind each of these claims")


class Path(Answer):
    """One shortest path between two enterprises."""

    hops: int = Field(description="how many links it has")
    steps: tuple[Step, ...] = Field(description="its links, in order")
    evidence: tuple[Evidence, ...] = Field(description="what stands behind the claims of all its links")


class Paths(Answer):
    """The shortest paths between two enterprises; none where they are farther apart than was asked for."""

    items: tuple[Path, ...] = Field(description="paths of one length, in the order of what they pass")
    next: Next


class Enterprises(Answer):
    """Enterprises in the order of their ids, or the nearest to a search first."""

    items: tuple[Enterprise, ...] = Field(description="the enterprises of this page")
    next: Next


class Partners(Answer):
    """The relations of an enterprise, suppliers first; of several hops the nearest first."""

    items: tuple[Partner, ...] = Field(
        description="a row for every relation (near partners may have several) or, of several hops, every partner"
    )
    next: Next


class EvidenceList(Answer):
    """What stands behind an enterprise."""

    items: tuple[Evidence, ...] = Field(description="a row for every claim")
    next: Next
