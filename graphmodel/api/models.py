"""What the API answers. Every field is always there; `null` says that no source states it."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from graphmodel.domain.claims import Status
from graphmodel.domain.schema import COMMON, EDGE_KINDS, NODE_KINDS, Property

Relation = Literal["supplier", "buyer", "agreement", "owner", "owned"]
PartyKind = Literal["enterprise", "region", "country"]

_DECLARED: Final[dict[str, tuple[Property, ...]]] = {
    **{kind.label: kind.properties for kind in NODE_KINDS},
    **{kind.type: kind.properties for kind in EDGE_KINDS},
}


def _meant(kind: str, name: str) -> Any:
    """A field that means what the schema of the graph says."""
    properties = (*_DECLARED[kind], *COMMON)
    return Field(description=next(each.meaning for each in properties if each.name == name))


class Answer(BaseModel):
    """Frozen, like all that is shown."""

    model_config = ConfigDict(frozen=True)


class Named(Answer):
    """Names by language; sources give some, one or none."""

    name_ru: str | None = _meant("Enterprise", "name_ru")
    name_en: str | None = _meant("Enterprise", "name_en")
    name_uz: str | None = _meant("Enterprise", "name_uz")


class Marked(Named):
    """A thing with the two marks that a reader must see."""

    placeholder: bool = Field(
        description="true where no source names it: its names are the words of the source"
    )
    synthetic: bool = _meant("Enterprise", "synthetic")


class Evidence(Answer):
    """On whose word it is known: one claim with its source."""

    claim: str = Field(description="id of the claim")
    kind: str = _meant("Claim", "kind")
    source: str = _meant("Claim", "source")
    title: str = _meant("Source", "title")
    address: str | None = _meant("Source", "address")
    published: str = Field(description="EDTF date of publication; XXXX where none is stated")
    locator: str = _meant("Claim", "locator")
    quote: str | None = _meant("Claim", "quote")
    asserted: str = Field(description="EDTF date for which the source states it; XXXX where none is stated")
    status: Status = _meant("Claim", "status")
    confidence: float = _meant("Claim", "confidence")
    note: str | None = _meant("Claim", "note")


class Enterprise(Marked):
    """An enterprise."""

    id: str = Field(description="its id: made from a registry number where one is known")
    aliases: tuple[str, ...] = _meant("Enterprise", "aliases")
    records: tuple[str, ...] = _meant("Enterprise", "records")
    status: Status | None = _meant("Enterprise", "status")
    inn: str | None = _meant("Enterprise", "inn")
    ogrn: str | None = _meant("Enterprise", "ogrn")
    okpo: str | None = _meant("Enterprise", "okpo")
    stir: str | None = _meant("Enterprise", "stir")
    lei: str | None = _meant("Enterprise", "lei")
    asserted: str | None = _meant("Enterprise", "asserted")
    confidence: float = _meant("Enterprise", "confidence")
    claims: tuple[str, ...] = _meant("Enterprise", "claims")


class Location(Named):
    """A region, or a country where the source names no region, in which an enterprise lies."""

    kind: Literal["region", "country"] = Field(description="what the code stands for")
    code: str = Field(description="ISO 3166-2 code of the region or ISO 3166-1 alpha-2 code of the country")
    country: str = Field(description="the country of the code under ISO 3166, alpha-2")
    place: str | None = _meant("LOCATED_IN", "place")
    country_as_stated: str | None = _meant("LOCATED_IN", "country_as_stated")
    claims: tuple[str, ...] = _meant("LOCATED_IN", "claims")


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
    status: Status | None = _meant("SUPPLIES", "status")
    product: str | None = _meant("SUPPLIES", "product")
    since: str | None = _meant("SUPPLIES", "since")
    until: str | None = _meant("SUPPLIES", "until")
    volume: str | None = _meant("SUPPLIES", "volume")
    value: float | None = _meant("SUPPLIES", "value")
    currency: str | None = _meant("SUPPLIES", "currency")
    agreement: str | None = _meant("MEMORANDUM", "agreement")
    agreements: tuple[str, ...] = _meant("MEMORANDUM", "agreements")
    kind: str | None = _meant("MEMORANDUM", "kind")
    signed: str | None = _meant("MEMORANDUM", "signed")
    share: float | None = _meant("OWNS", "share")
    asserted: str | None = _meant("SUPPLIES", "asserted")
    confidence: float = _meant("SUPPLIES", "confidence")
    synthetic: bool = Field(description="true where generated data alone supports it")


class Partner(Answer):
    """One relation of an enterprise, with all that supports it."""

    relation: Relation = Field(description="what the partner is to the enterprise")
    partner: Party = Field(description="the other side")
    edge: RelationEdge = Field(description="the relation itself")
    claims: tuple[str, ...] = _meant("SUPPLIES", "claims")
    evidence: tuple[Evidence, ...] = Field(description="what stands behind each of these claims")


Next = Annotated[str | None, Field(description="cursor of the next page; null on the last one")]


class Enterprises(Answer):
    """Enterprises in the order of their ids, or the nearest to a search first."""

    items: tuple[Enterprise, ...] = Field(description="the enterprises of this page")
    next: Next


class Partners(Answer):
    """The relations of an enterprise, suppliers first; all on one page so far."""

    items: tuple[Partner, ...] = Field(description="a row for every relation: a partner may have several")
    next: Next


class EvidenceList(Answer):
    """What stands behind an enterprise; all on one page so far."""

    items: tuple[Evidence, ...] = Field(description="a row for every claim")
    next: Next


class Health(Answer):
    """The state of the service."""

    status: Literal["alive", "ready"] = Field(description="alive: the process; ready: the database too")


class Statement(Answer):
    """A statement of the caller's own."""

    statement: str = Field(description="Cypher that reads the graph")
    parameters: dict[str, JsonValue] = Field(
        default_factory=dict, description="values of its parameters, by name without the $"
    )


class Table(Answer):
    """The answer to a statement."""

    columns: tuple[str, ...] = Field(description="names of the columns, in order")
    rows: tuple[dict[str, JsonValue], ...] = Field(
        description="a row for each record, by column; nodes, relationships, paths, dates and points as plain JSON"
    )
    truncated: bool = Field(description="whether there are more rows than the thousand that are shown")
