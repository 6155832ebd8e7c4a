"""The sentence that says why an enterprise is a candidate, clause by clause, from the text catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.analysis.gaps.needs import Need
from graphmodel.analysis.gaps.neighbourhood import ANNOUNCED, SAME_REGION, Neighbourhood, Tie
from graphmodel.analysis.gaps.network import Witness
from graphmodel.analysis.gaps.offers import Offer
from graphmodel.analysis.gaps.sizes import Size
from graphmodel.analysis.index import Index, planned
from graphmodel.analysis.results import Named, Sentence
from graphmodel.domain.wording import amount
from graphmodel.texts import VIEW_LANGUAGES


@dataclass(frozen=True)
class Reasons:
    """All that speaks for one candidate."""

    offer: Offer
    place: Tie | None
    agreement: Tie | None
    seen: Witness | None
    size: Size | None


def path(around: Neighbourhood, need: Need, why: Reasons) -> Sentence:
    """The whole sentence: what it has, where it is, whom it has an agreement with, what the supplies say."""
    clauses = [
        _offer(around, why.offer),
        *_class(around, need, why.offer),
        *_place(around, why.place),
        *_agreement(around, why),
        *_network(around, why.seen),
        *_size(why.size),
    ]
    return Sentence(**{lang: "; ".join(getattr(c, lang) for c in clauses) + "." for lang in VIEW_LANGUAGES})


def _clause(key: str, **values: object) -> Sentence:
    return Sentence.from_text(f"analysis.{key}", **values)


def shown(index: Index, enterprise: str) -> Sentence:
    """Its name; the wording of the source, marked as such, for an unnamed one."""
    node = index.enterprise(enterprise)
    return _clause("unnamed" if node.placeholder else "named", name=Named.of(node))


def _shown(around: Neighbourhood, enterprise: str) -> Sentence:
    return shown(around.index, enterprise)


def _placed(around: Neighbourhood, enterprise: str) -> Sentence:
    """Its name with its region, or else its country, in brackets."""
    shown = _shown(around, enterprise)
    place = around.index.places.get(enterprise)
    where = [("Region", place.region), ("Country", place.country)] if place else []
    node = next((around.index.nodes[label, code] for label, code in where if code), None)
    return _clause("in_place", name=shown, place=Named.of(node)) if node else shown


def _offer(around: Neighbourhood, offer: Offer) -> Sentence:
    intended = planned(offer.edge) or planned(around.index.enterprise(offer.enterprise))
    if offer.edge.type == "PRODUCES":
        key = "makes_planned" if intended else "makes"
    else:
        key = "delivers_planned" if intended else "delivers"
    product = Named.of(around.index.product(offer.product))
    return _clause(key, name=_placed(around, offer.enterprise), product=product)


def _class(around: Neighbourhood, need: Need, offer: Offer) -> Iterator[Sentence]:
    near = offer.closeness
    if near.classifier:
        wanted = Named.of(around.index.product(need.input))
        key = "class_okpd2" if near.classifier == "okpd2" else "class_hs"
        yield _clause(key, input=wanted, code=near.code)


def _place(around: Neighbourhood, place: Tie | None) -> Iterator[Sentence]:
    if place and place.score:
        key = "same_region" if place.score == SAME_REGION else "same_country"
        yield _clause(key, member=_shown(around, place.member))


def _agreement(around: Neighbourhood, why: Reasons) -> Iterator[Sentence]:
    agreement = why.agreement
    if agreement and agreement.member == why.offer.enterprise:
        yield _clause("is_member")
    elif agreement:
        key = "agreement_announced" if agreement.score == ANNOUNCED else "agreement_signed"
        yield _clause(key, member=_shown(around, agreement.member))


def _network(around: Neighbourhood, seen: Witness | None) -> Iterator[Sentence]:
    if seen and seen.via and seen.peer:
        via, peer, buyer = (_shown(around, key) for key in (seen.via, seen.peer, seen.buyer))
        yield _clause("two_step", via=via, peer=peer, buyer=buyer)
    elif seen:
        yield _clause("delivers_already", buyer=_shown(around, seen.buyer))


def _size(size: Size | None) -> Iterator[Sentence]:
    if size:
        told = {lang: amount(size.value, size.currency, lang) for lang in VIEW_LANGUAGES}
        yield _clause("worth", value=Sentence(**told))
