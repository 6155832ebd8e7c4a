"""A typed function for each question of the catalogue: `view.ask(*ask.members(cluster="yug"))`.

Written by `python -m docs.generate` from the headers; change those, not this module. An enterprise is given by its id
or any of its names, a day as ISO 8601.
"""

from typing import Any, NamedTuple

from queries.catalogue import question
from queries.question import Question


class Asked(NamedTuple):
    """A question with the values of its parameters."""

    question: Question
    parameters: dict[str, Any]


def _asked(name: str, **parameters: Any) -> Asked:
    return Asked(question(name), parameters)


def aggregates(about: str) -> Asked:
    """Which figures sources give."""
    return _asked("aggregates", about=about)


def agreements_by_status(status: str = "announced") -> Asked:
    """Which agreements have this status."""
    return _asked("agreements-by-status", status=status)


def agreements_of(enterprise: str) -> Asked:
    """What an enterprise signed, and with whom."""
    return _asked("agreements-of", enterprise=enterprise)


def between_places(one: str, other: str) -> Asked:
    """What two regions or countries and their enterprises agreed on."""
    return _asked("between-places", one=one, other=other)


def buyers(enterprise: str, tiers: int = 3) -> Asked:
    """Whom an enterprise supplies."""
    return _asked("buyers", enterprise=enterprise, tiers=tiers)


def by_code(code: str) -> Asked:
    """Who makes products of an OKPD2 or HS code."""
    return _asked("by-code", code=code)


def by_industry(industry: str) -> Asked:
    """Which enterprises an industry has."""
    return _asked("by-industry", industry=industry)


def by_region(region: str) -> Asked:
    """Which enterprises a region or country has."""
    return _asked("by-region", region=region)


def candidates(product: str) -> Asked:
    """Who could deliver this input."""
    return _asked("candidates", product=product)


def claims_of(enterprise: str) -> Asked:
    """What exactly sources state of an enterprise."""
    return _asked("claims-of", enterprise=enterprise)


def clusters() -> Asked:
    """Which clusters there are."""
    return _asked("clusters")


def cross_border(country: str = "") -> Asked:
    """Which supply links cross a border."""
    return _asked("cross-border", country=country)


def cycles(enterprise: str) -> Asked:
    """Which rings of supplies an enterprise is in."""
    return _asked("cycles", enterprise=enterprise)


def ended(region: str) -> Asked:
    """What has ended in a region or country."""
    return _asked("ended", region=region)


def enterprise_card(enterprise: str) -> Asked:
    """What is known of an enterprise."""
    return _asked("enterprise-card", enterprise=enterprise)


def figures_differ() -> Asked:
    """Where sources give different numbers."""
    return _asked("figures-differ")


def if_it_stops(enterprise: str) -> Asked:
    """Who is left without supplies if an enterprise stops."""
    return _asked("if-it-stops", enterprise=enterprise)


def in_several_clusters() -> Asked:
    """Who belongs to several clusters at once."""
    return _asked("in-several-clusters")


def inside_cluster(cluster: str = "agromash-ru-uz") -> Asked:
    """Who supplies whom inside a cluster."""
    return _asked("inside-cluster", cluster=cluster)


def localisation(product: str, country: str = "RU") -> Asked:
    """Which inputs of a product a country makes."""
    return _asked("localisation", product=product, country=country)


def members(cluster: str = "agromash-ru-uz") -> Asked:
    """Who is in the cluster."""
    return _asked("members", cluster=cluster)


def members_by_region(cluster: str = "agromash-ru-uz") -> Asked:
    """How many members of a cluster each region has."""
    return _asked("members-by-region", cluster=cluster)


def memoranda(cluster: str = "agromash-ru-uz") -> Asked:
    """Who signed what with whom."""
    return _asked("memoranda", cluster=cluster)


def namesakes() -> Asked:
    """Which enterprises share a name."""
    return _asked("namesakes")


def new_sources(since: str) -> Asked:
    """Which sources were published since a date."""
    return _asked("new-sources", since=since)


def new_supplies(region: str, since: str) -> Asked:
    """Which supplies of a region began or were confirmed since a date."""
    return _asked("new-supplies", region=region, since=since)


def news(since: str, cluster: str = "agromash-ru-uz") -> Asked:
    """What is new of a cluster's members since a date."""
    return _asked("news", since=since, cluster=cluster)


def no_producer(cluster: str = "agromash-ru-uz") -> Asked:
    """Which inputs nobody makes."""
    return _asked("no-producer", cluster=cluster)


def orphans() -> Asked:
    """Which enterprises are linked with nobody."""
    return _asked("orphans")


def outside_cluster(cluster: str = "agromash-ru-uz") -> Asked:
    """Which inputs are to be had only outside the cluster."""
    return _asked("outside-cluster", cluster=cluster)


def owned(enterprise: str) -> Asked:
    """What an enterprise owns."""
    return _asked("owned", enterprise=enterprise)


def owners(enterprise: str) -> Asked:
    """Who owns an enterprise."""
    return _asked("owners", enterprise=enterprise)


def partners(enterprise: str) -> Asked:
    """With whom an enterprise is linked."""
    return _asked("partners", enterprise=enterprise)


def producers(product: str) -> Asked:
    """Who makes a product, or might."""
    return _asked("producers", product=product)


def product_trade(product: str) -> Asked:
    """Who delivers this product to whom."""
    return _asked("product-trade", product=product)


def recipe(product: str, tiers: int = 1) -> Asked:
    """What a product is made of."""
    return _asked("recipe", product=product, tiers=tiers)


def region_trade(region: str) -> Asked:
    """Which regions a region trades with."""
    return _asked("region-trade", region=region)


def repeated_agreements() -> Asked:
    """Who agreed with each other more than once."""
    return _asked("repeated-agreements")


def rests_on(source: str) -> Asked:
    """What is known from this source alone."""
    return _asked("rests-on", source=source)


def shared_suppliers(enterprise: str, other: str) -> Asked:
    """Who supplies both of two enterprises."""
    return _asked("shared-suppliers", enterprise=enterprise, other=other)


def shortest_chain(enterprise: str, other: str) -> Asked:
    """By which shortest chain of supplies two enterprises are linked."""
    return _asked("shortest-chain", enterprise=enterprise, other=other)


def signed_at(event: str) -> Asked:
    """What was signed at an event."""
    return _asked("signed-at", event=event)


def signed_since(since: str) -> Asked:
    """What was signed since a date."""
    return _asked("signed-since", since=since)


def signed_without_supplies() -> Asked:
    """Which agreements were signed with no supplies between the parties."""
    return _asked("signed-without-supplies")


def silent_agreements(months: int = 12, day: str = "") -> Asked:
    """Which agreements nothing was heard of for months."""
    return _asked("silent-agreements", months=months, day=day)


def single_source(cluster: str = "agromash-ru-uz") -> Asked:
    """Which inputs one supplier alone delivers."""
    return _asked("single-source", cluster=cluster)


def sole_makers(cluster: str = "agromash-ru-uz") -> Asked:
    """Which inputs one enterprise alone makes."""
    return _asked("sole-makers", cluster=cluster)


def sources_of(enterprise: str) -> Asked:
    """Which sources speak of an enterprise."""
    return _asked("sources-of", enterprise=enterprise)


def status_differs() -> Asked:
    """Whose status sources contradict each other on."""
    return _asked("status-differs")


def suppliers(enterprise: str, tiers: int = 3) -> Asked:
    """Who supplies an enterprise."""
    return _asked("suppliers", enterprise=enterprise, tiers=tiers)


def undated() -> Asked:
    """Which claims have no date."""
    return _asked("undated")


def unlinked_inputs(cluster: str = "agromash-ru-uz") -> Asked:
    """What members make and do not deliver to each other."""
    return _asked("unlinked-inputs", cluster=cluster)


def unnamed() -> Asked:
    """Which enterprises sources do not name."""
    return _asked("unnamed")


def weak_links(cluster: str = "agromash-ru-uz", below: float = 0.7) -> Asked:
    """Which links of a cluster's members rest on weak claims."""
    return _asked("weak-links", cluster=cluster, below=below)


def what_members_make(cluster: str = "agromash-ru-uz") -> Asked:
    """What the members of a cluster make."""
    return _asked("what-members-make", cluster=cluster)


def where_used(product: str) -> Asked:
    """Who needs this input."""
    return _asked("where-used", product=product)


def why(enterprise: str, other: str) -> Asked:
    """Why we believe that two enterprises are linked."""
    return _asked("why", enterprise=enterprise, other=other)


def why_agreement(agreement: str) -> Asked:
    """On whose word an agreement is known."""
    return _asked("why-agreement", agreement=agreement)


def why_makes(enterprise: str, product: str) -> Asked:
    """Why we believe that an enterprise makes a product."""
    return _asked("why-makes", enterprise=enterprise, product=product)


def why_member(enterprise: str, cluster: str = "agromash-ru-uz") -> Asked:
    """Why we believe that an enterprise is in a cluster."""
    return _asked("why-member", enterprise=enterprise, cluster=cluster)


def without_code() -> Asked:
    """Which products have no OKPD2 or HS code."""
    return _asked("without-code")


def without_number(cluster: str = "agromash-ru-uz") -> Asked:
    """Which members of a cluster have no registry number."""
    return _asked("without-number", cluster=cluster)


def without_place() -> Asked:
    """Of which enterprises no place is known."""
    return _asked("without-place")
