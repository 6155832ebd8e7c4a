"""Agreements, events, products, places, sources, and where sources disagree."""

from pydantic import Field

from graphmodel.api.models.base import Answer, Named, Next, meant
from graphmodel.api.models.enterprises import Party
from graphmodel.domain.claims import Necessity, Status
from graphmodel.domain.conflicts import Disagreement


class Signature(Answer):
    """A party to an agreement."""

    party: Party = Field(description="who signed")
    role: str | None = meant("SIGNED", "role")
    claims: tuple[str, ...] = meant("SIGNED", "claims")


class Agreement(Answer):
    """What parties agreed on."""

    id: str = Field(description="its id")
    kind: str | None = meant("Agreement", "kind")
    status: Status | None = meant("Agreement", "status")
    signed: str | None = meant("Agreement", "signed")
    subject: str | None = meant("Agreement", "subject")
    event: str | None = Field(description="id of the event where it was signed")
    cluster: str | None = Field(description="id of the cluster that it sets up")
    parties: tuple[Signature, ...] = Field(description="its parties, in the order of their ids")
    asserted: str | None = meant("Agreement", "asserted")
    confidence: float = meant("Agreement", "confidence")
    synthetic: bool = meant("Agreement", "synthetic")
    claims: tuple[str, ...] = meant("Agreement", "claims")


class Agreements(Answer):
    """Agreements in the order of their ids."""

    items: tuple[Agreement, ...] = Field(description="the agreements of this page")
    next: Next


class Event(Named):
    """An exhibition, forum or signing."""

    id: str = Field(description="its id")
    date: str | None = meant("Event", "date")
    place: str | None = Field(description="ISO 3166 code of the place")
    agreements: int = Field(description="how many agreements were signed there")
    claims: tuple[str, ...] = meant("Event", "claims")


class Events(Answer):
    """Events in the order of their ids."""

    items: tuple[Event, ...] = Field(description="the events of this page")
    next: Next


class Input(Answer):
    """What a product requires."""

    code: str = Field(description="code of the product that is required")
    points: float | None = meant("REQUIRES", "points")
    necessity: Necessity | None = meant("REQUIRES", "necessity")
    condition: str | None = meant("REQUIRES", "condition")
    claims: tuple[str, ...] = meant("REQUIRES", "claims")


class Product(Named):
    """A product with its recipe."""

    code: str = Field(description="its slug")
    okpd2: tuple[str, ...] = meant("Product", "okpd2")
    hs: tuple[str, ...] = meant("Product", "hs")
    makers: int = Field(description="how many enterprises make it")
    inputs: tuple[Input, ...] = Field(description="what it requires, in the order of the codes")
    claims: tuple[str, ...] = meant("Product", "claims")


class Products(Answer):
    """Products in the order of their codes."""

    items: tuple[Product, ...] = Field(description="the products of this page")
    next: Next


class Region(Named):
    """A region."""

    code: str = Field(description="ISO 3166-2")
    country: str = Field(description="its country under ISO 3166, alpha-2")
    enterprises: int = Field(description="how many enterprises lie there")
    claims: tuple[str, ...] = meant("Region", "claims")


class Regions(Answer):
    """Regions in the order of their codes."""

    items: tuple[Region, ...] = Field(description="the regions of this page")
    next: Next


class Country(Named):
    """A country."""

    code: str = Field(description="ISO 3166-1 alpha-2")
    regions: int = Field(description="how many of its regions are known")
    enterprises: int = Field(description="how many enterprises lie there, in a region or with none stated")
    claims: tuple[str, ...] = meant("Country", "claims")


class Countries(Answer):
    """Countries in the order of their codes."""

    items: tuple[Country, ...] = Field(description="the countries of this page")
    next: Next


class Source(Answer):
    """A page, file or registry that claims come from."""

    id: str = Field(description="its id")
    title: str = meant("Source", "title")
    address: str | None = meant("Source", "address")
    date: str | None = meant("Source", "date")
    note: str | None = meant("Source", "note")
    claims: int = Field(description="how many claims it states")


class Sources(Answer):
    """Sources in the order of their ids."""

    items: tuple[Source, ...] = Field(description="the sources of this page")
    next: Next


class Conflicts(Answer):
    """Where sources disagree: numbers first, then states and places."""

    items: tuple[Disagreement, ...] = Field(description="the disagreements of this page")
    next: Next
