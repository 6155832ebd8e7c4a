"""Who may fill a gap: enterprises that make the input or something of its class, with the reasons for each."""

from collections.abc import Mapping, Set
from typing import Final

from graphmodel.analysis.gaps.needs import Need
from graphmodel.analysis.gaps.neighbourhood import Neighbourhood
from graphmodel.analysis.gaps.network import Reach, SupplyNetwork, Witness
from graphmodel.analysis.gaps.offers import Offer, best_offers
from graphmodel.analysis.gaps.sizes import Size, relative_sizes
from graphmodel.analysis.gaps.witness import Reasons, path
from graphmodel.analysis.index import claims_of
from graphmodel.analysis.results import Candidate, Named, Parts
from graphmodel.domain.graph import Edge

WEIGHTS: Final[Mapping[str, float]] = {
    "product": 0.50,
    "network": 0.15,
    "place": 0.15,
    "agreement": 0.10,
    "confidence": 0.10,
    "size": 0.05,
}
SHOWN: Final = 10


def candidates(around: Neighbourhood, need: Need) -> tuple[Candidate, ...]:
    """The ten best candidates for a need, the best first.

    Without a product that meets the need nobody is one, however well connected.
    """
    offers = best_offers(around.index, need)
    sizes = relative_sizes(around.index, offers)
    reach = around.reach(need.makers.keys())
    near = {key: around.network.nearness(key, reach) for key in offers}
    silent = {part for part, known in (("network", any(near.values())), ("size", sizes)) if not known}
    parts = {
        key: _parts(around, offer, None if "network" in silent else near[key], sizes.get(key))
        for key, offer in offers.items()
    }
    scores = {key: score(parts[key], silent) for key in offers}
    best = sorted(offers, key=lambda key: (-scores[key], key))[:SHOWN]
    return tuple(
        _candidate(
            around, need, _reasons(around, offers[key], reach, sizes.get(key)), parts[key], scores[key]
        )
        for key in best
    )


def _parts(around: Neighbourhood, offer: Offer, near: float | None, size: Size | None) -> Parts:
    place, agreement = around.place(offer.enterprise), around.agreement(offer.enterprise)
    return Parts(
        product=offer.closeness.score,
        network=near,
        place=place.score if place else None,
        agreement=agreement.score if agreement else 0.0,
        confidence=float(offer.edge.properties.get("confidence", 1.0)),
        size=size.score if size else None,
    )


def _reasons(around: Neighbourhood, offer: Offer, reach: Reach, size: Size | None) -> Reasons:
    place, agreement = around.place(offer.enterprise), around.agreement(offer.enterprise)
    return Reasons(offer, place, agreement, around.network.witness(offer.enterprise, reach), size)


def _candidate(around: Neighbourhood, need: Need, why: Reasons, parts: Parts, whole: float) -> Candidate:
    ties = [edge for tie in (why.place, why.agreement, why.size) if tie for edge in tie.edges]
    return Candidate(
        enterprise=Named.of(around.index.enterprise(why.offer.enterprise)),
        score=whole,
        parts=parts,
        path=path(around, need, why),
        claims=claims_of(why.offer.edge, *ties, *steps(around.network, why.seen)),
    )


def steps(network: SupplyNetwork, seen: Witness | None) -> list[Edge]:
    """The supplies that a witness speaks of."""
    return [edge for pair in seen.pairs for edge in network.edges[pair]] if seen else []


def score(parts: Parts, silent: Set[str]) -> float:
    """The weighted mean of the parts, 0 to 1.

    The weights are the compiler's assumption, not a measurement: product 0.50, network 0.15, place 0.15, agreement
    0.10, confidence 0.10, size 0.05. `silent`: parts that nothing is known of for any candidate of the gap; they are
    left out of the mean. What is not known of one candidate earns nothing, so that the unknown never beats the known.
    """
    weighed = {name: weight for name, weight in WEIGHTS.items() if name not in silent}
    total = sum(weight * (getattr(parts, name) or 0.0) for name, weight in weighed.items())
    return round(total / sum(weighed.values()), 4)
