"""Who has what a need asks for: the input itself, or a product of its class."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.analysis.gaps.needs import Need
from graphmodel.analysis.gaps.similarity import Closeness, closeness
from graphmodel.analysis.index import Index
from graphmodel.domain.graph import Edge


@dataclass(frozen=True)
class Offer:
    """What an enterprise has that is the input, or close to it, and the edge that says so."""

    enterprise: str
    product: str
    closeness: Closeness
    edge: Edge


def best_offers(index: Index, need: Need) -> dict[str, Offer]:
    """Enterprise → what it has that comes closest to the need.

    Not among them: who delivers the input already, and who makes the product itself and so needs the input too,
    unless it has that very input to offer.
    """
    best: dict[str, Offer] = {}
    for offer in _offers(index, need):
        known = best.get(offer.enterprise)
        if known is None or offer.closeness.score > known.closeness.score:
            best[offer.enterprise] = offer
    return best


def _offers(index: Index, need: Need) -> Iterator[Offer]:
    wanted = index.product(need.input)
    excluded = need.deliveries.keys() | need.makers.keys()
    rivals = index.makers[need.product].keys() - need.sources.keys()
    for product in sorted(index.sources):
        if near := closeness(wanted, index.product(product)):
            for enterprise, edge in index.sources[product].items():
                if enterprise not in excluded | rivals:
                    yield Offer(enterprise, product, near, edge)
